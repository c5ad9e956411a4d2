"""A transcript as a web page without scripts, links or anything from elsewhere: a time and a speaker each paragraph."""

from engine.subtitles.document import Document
from engine.subtitles.markup import Run, hex_colour
from engine.subtitles.transcript_paragraphs import Paragraph, clock, paragraphs
from engine.subtitles.xml_text import attribute, escape

_STYLE = """body { font: 1.1em/1.5 serif; max-width: 42em; margin: 2em auto; padding: 0 1em }
p { margin: 0 0 1em } time { color: #666; font: .8em monospace; margin-right: .6em }"""


def compose(document: Document) -> str:
    """Write the page; with a paragraph's time goes its exact start, for machines."""
    language = f" lang={attribute(document.language)}" if document.language else ""
    body = "".join(map(_paragraph, paragraphs(document)))
    return (
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n<title>Transcript</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _paragraph(paragraph: Paragraph) -> str:
    seconds = f"{max(paragraph.start, 0) / 1000:.3f}"
    time = f'<time datetime="PT{seconds}S">{clock(paragraph.start)}</time>'
    speaker = f"<b>{escape(paragraph.speaker)}:</b> " if paragraph.speaker else ""
    return f'<p dir="auto">{time}{speaker}{"".join(map(_run, paragraph.runs))}</p>\n'


def _run(run: Run) -> str:
    text = escape(run.text)
    for name in ("u", "b", "i"):
        text = f"<{name}>{text}</{name}>" if name in run.styles else text
    colour = hex_colour(run.colour)
    return f'<span style="color: {colour}">{text}</span>' if colour else text
