"""A transcript as a Word document, by python-docx: a time and a speaker each paragraph. Only this file knows docx."""

import io
from datetime import UTC, datetime
from typing import Any

from engine.errors import EngineError
from engine.subtitles.document import Document
from engine.subtitles.markup import Run, hex_colour
from engine.subtitles.transcript_paragraphs import clock, paragraphs
from engine.subtitles.xml_text import writable


def compose(document: Document) -> bytes:
    """Write the document, with no author, program or date in it. Raise EngineError("setup") without python-docx."""
    try:
        import docx  # an optional extra
        from docx.shared import RGBColor
    except ImportError:
        raise EngineError(
            "setup", "writing Word documents needs python-docx: install Sotto with its extra docx"
        ) from None
    written = docx.Document()
    properties = written.core_properties
    properties.author = properties.title = properties.comments = ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    for paragraph in paragraphs(document):
        target = written.add_paragraph()
        target.add_run(f"[{clock(paragraph.start)}] ").font.color.rgb = RGBColor(0x66, 0x66, 0x66)
        if paragraph.speaker:
            target.add_run(f"{writable(paragraph.speaker)}: ").bold = True
        for run in paragraph.runs:
            _style(target.add_run(writable(run.text)), run, RGBColor)
    data = io.BytesIO()
    written.save(data)
    return data.getvalue()


def _style(target: Any, run: Run, colour_type: Any) -> None:
    target.italic = "i" in run.styles or None
    target.bold = "b" in run.styles or None
    target.underline = "u" in run.styles or None
    colour = hex_colour(run.colour)
    if colour:
        target.font.color.rgb = colour_type.from_string(colour[1:].upper())
