"""SCC, the line-21 captions of North America (CEA-608), by ttconv. Only this file knows ttconv.

ttconv's log and exceptions end here: they may hold text.
"""

import logging
import re
import textwrap
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from engine.errors import EngineError
from engine.subtitles import ttml
from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import Run, literal, plain_text, write_run
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.txt import said_with_name

RATE = Fraction(30000, 1001)
_WIDTH, _LINES = 32, 4  # characters of a line, lines of a caption
_LATEST = 24 * 3_600_000  # ms
_HEADER = "Scenarist_SCC V1.0"
_CODES = re.compile(r"[0-2][0-9]:[0-5][0-9]:[0-5][0-9][:;.,][0-2][0-9]\s+[0-9A-Fa-f]{4}(?:\s+[0-9A-Fa-f]{4})*")
_KNOWN = frozenset(  # CEA-608-E, 6.4: the standard and the special characters
    " !\"#$%&'()+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyzáéíóúç÷Ññ█®°½¿™¢£♪àèâêîôû"
)
_TOO_EARLY = "line 21 has no time to send the first cue: let it begin some seconds later, or write another format"


def parse(text: str) -> Reading:
    """Read SCC. Raise EngineError("subtitles") for what is none, EngineError("setup") without ttconv."""
    lines, found = split_lines(text)
    if not text.strip():
        return Reading(Document())
    if not lines[0].strip().lower().startswith(_HEADER.split()[0].lower()):
        raise EngineError("subtitles", f"this is not SCC: the first line has to be {_HEADER}")
    library = _library()
    rows = Rows()
    valid = [lines[0]]
    for number, line in enumerate(lines[1:], 2):
        if _CODES.fullmatch(line.strip()):
            valid.append(line.strip())
        elif line.strip():
            rows.repairs.append(Repair(number, RepairKind.ENTRY))
    model = _quietly(lambda: library.read_scc("\n".join(valid)), "its codes cannot be read as captions")
    for begin, end, runs in _captions(model, library):
        text_of_cue = "".join(write_run(run) if run.text.strip() else run.text for run in runs)
        rows.add(0, Row(begin, end, "\n".join(line.strip() for line in text_of_cue.strip().split("\n"))))
    rows.close_ends()
    return Reading(Document(tuple(rows.cues)), (*found, *rows.repairs))


def compose(document: Document) -> str:
    """Write pop-on captions at 29.97 pictures a second, in lines of at most 32 characters.

    Raise EngineError("setup") without ttconv, EngineError("subtitles") for times that its clock can't tell.
    """
    if any(max(cue.start, cue.end) >= _LATEST for cue in document.cues):
        raise EngineError("subtitles", "SCC cannot tell times after 24 hours: cut the document into parts")
    if not any(cue.text.strip() for cue in document.cues):
        return f"{_HEADER}\n\n"
    library = _library()
    plain = Document(tuple(replace(cue, text=_lines(cue), speaker="", extra=None) for cue in document.cues))
    tree = ET.ElementTree(ET.fromstring(ttml.compose(plain).encode("utf-8")))  # our own, without a document type
    written: str = _quietly(lambda: library.write_scc(library.read_ttml(tree)), _TOO_EARLY)
    return written


def strangers(document: Document) -> int:
    """Return how many cues hold characters that line 21 doesn't have."""
    texts = (plain_text(said_with_name(cue)) for cue in document.cues)
    return sum(any(sign != "\n" and sign not in _KNOWN for sign in text) for text in texts)


def missing(document: Document, text: str) -> int:
    """Return how many captions ttconv left out of `text`, since line 21 has no time to send them so close."""
    written = sum(bool(plain_text(cue.text).strip()) for cue in document.cues)
    return max(0, written - len(parse(text).document.cues))


def _lines(cue: Cue) -> str:
    text = plain_text(unify_line_ends(said_with_name(cue)))
    known = "".join(map(_known_sign, text))
    lines = [part for line in known.split("\n") for part in textwrap.wrap(line, _WIDTH)]
    if len(lines) > _LINES:
        lines = textwrap.wrap(" ".join(lines), _WIDTH)
    return literal("\n".join(lines))


def _known_sign(sign: str) -> str:
    if sign == "\n" or sign in _KNOWN:
        return sign
    bare = unicodedata.normalize("NFD", sign)[:1]
    return bare if bare in _KNOWN else "?"


def _captions(model: Any, library: SimpleNamespace) -> Iterator[tuple[int, int | None, list[Run]]]:
    body = model.get_body()
    for element in body.dfs_iterator() if body is not None else ():
        if isinstance(element, library.model.P):
            begin, end = element.get_begin(), element.get_end()
            runs = [run for child in element.dfs_iterator() for run in _runs(child, library)]
            if any(run.text.strip() for run in runs):
                yield round((begin or 0) * 1000), None if end is None else round(end * 1000), runs


def _runs(element: Any, library: SimpleNamespace) -> Iterator[Run]:
    if isinstance(element, library.model.Br):
        yield Run("\n")
    elif isinstance(element, library.model.Text):
        yield Run(element.get_text(), *_style(element.parent(), library.properties))


def _style(span: Any, properties: Any) -> tuple[frozenset[str], str | None]:
    styles = set()
    if span.get_style(properties.FontStyle) is not None and span.get_style(properties.FontStyle).value == "italic":
        styles.add("i")
    decoration = span.get_style(properties.TextDecoration)
    if decoration is not None and decoration.underline:
        styles.add("u")
    colour = span.get_style(properties.Color)
    if colour is None or tuple(colour.components[:3]) == (255, 255, 255):
        return frozenset(styles), None
    return frozenset(styles), "#" + "".join(f"{part:02x}" for part in colour.components[:3])


def _library() -> SimpleNamespace:
    """Load what is needed of ttconv. Raise EngineError("setup") where it is not installed."""
    try:
        from ttconv import model  # an optional extra
        from ttconv.imsc import reader as imsc_reader
        from ttconv.scc import config, reader, writer
        from ttconv.style_properties import StyleProperties
    except ImportError:
        raise EngineError("setup", "SCC needs ttconv: install Sotto with its extra broadcast") from None
    rate = config.SccWriterConfiguration(frame_rate=config.SCCFrameRate.FPS_2997_NDF, force_popon=True)
    return SimpleNamespace(
        model=model,
        properties=StyleProperties,
        read_scc=reader.to_model,
        read_ttml=imsc_reader.to_model,
        write_scc=lambda content: writer.from_model(content, rate),
    )


def _quietly(work: Callable[[], Any], complaint: str) -> Any:
    """Run ttconv without its log; whatever it raises becomes an EngineError("subtitles")."""
    log = logging.getLogger("ttconv")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        return work()
    except Exception:  # noqa: BLE001 - a library's reader of foreign bytes: its messages hold text of the file
        raise EngineError("subtitles", f"SCC: {complaint}") from None
    finally:
        log.setLevel(level)
