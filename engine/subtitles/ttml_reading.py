"""The content of a TTML file by expat: paragraphs with their times, styles, speakers, and what is kept of them raw."""

import html
import re
from dataclasses import dataclass, field
from xml.parsers import expat

from engine.errors import EngineError
from engine.subtitles.document import Note
from engine.subtitles.markup import WORD_JOINER, Run, hex_colour
from engine.subtitles.reading import Repair, RepairKind
from engine.subtitles.ttml_runs import Style, collapse, styled_run, text_of
from engine.subtitles.ttml_times import Rates, read_rates, read_time
from engine.subtitles.xml_text import FORBIDDEN

_ENTITY = re.compile(r"&(?:(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_START_TAG = re.compile(r"""<[^\s<>"'/]+(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(/?)>""")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_SPACE = re.compile(r"[ \t\n\r]+")
_MOST_STYLES = 16  # that one style may be made of
_TIMED = ("begin", "end", "dur")


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: what it hands to its children. Times in ms, None where nobody said."""

    name: str
    begin: int
    end: int | None
    style: Style
    agent: str
    region: str
    keeps_space: bool


@dataclass(slots=True)
class Paragraph:
    """A cue as far as it is read; `inner` is its raw text."""

    line: int
    begin: int
    end: int | None
    agent: str
    fields: tuple[tuple[str, str], ...]
    repairs: list[RepairKind] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    inner: str = ""
    has_times: bool = True
    keeps_space: bool = False

    @property
    def text(self) -> str:
        return text_of(self.runs if self.keeps_space else collapse(self.runs))


@dataclass(slots=True)
class Content:
    """What was found in a file; `root` and `head` are raw, `agents` are the names of speakers by their ids."""

    language: str = ""
    root: str = ""
    head: str = ""
    agents: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def read_content(text: str) -> Content:
    """Read a file. Raise EngineError("subtitles") for what is no TTML, or brings a document type of its own."""
    clean, repairs = _mend(text)
    reader = _Reader(clean)
    reader.content.repairs += repairs
    try:
        reader.parser.Parse(reader.data, True)
    except expat.ExpatError as error:
        if not reader.content.root:
            raise EngineError("subtitles", f"this is not TTML: its XML is wrong in line {error.lineno}") from None
        reader.content.repairs.append(Repair(error.lineno, RepairKind.TRUNCATED))
    return reader.content


def read_payload(inner: str, root: str) -> str | None:
    """Return the text of the inside of a paragraph as `root` would have it read, None if it can't be read."""
    declared = _declared(root)
    if not set(_PREFIX.findall(f" {inner}")) <= declared:
        return None
    names = " ".join(f'xmlns:{name}="x"' for name in declared - {"xml"})
    space = ' xml:space="preserve"' if re.search(r"""xml:space\s*=\s*["']preserve""", root) else ""
    try:
        paragraphs = read_content(f"<tt {names}{space}><body><div><p>{inner}</p></div></body></tt>").paragraphs
    except EngineError:
        return None
    return paragraphs[0].text if len(paragraphs) == 1 else None


def _mend(text: str) -> tuple[str, list[Repair]]:
    """Replace what would end the reading: characters that XML forbids, and entities that it doesn't know."""
    repairs = []
    mended = FORBIDDEN.sub("\ufffd", text)
    if mended != text:
        repairs.append(Repair(0, RepairKind.CONTROL))
    known = _ENTITY.sub(_entity, mended)
    if known != mended:
        repairs.append(Repair(0, RepairKind.SETTING))
    begin = known.find("<")
    return known[max(begin, 0) :] if not known[: max(begin, 0)].strip() else known, repairs


def _entity(found: re.Match[str]) -> str:
    name = found[1] or ""
    if name in ("amp", "lt", "gt", "quot", "apos"):
        return found[0]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
        is_text = code <= 0x10FFFF and not FORBIDDEN.match(chr(code))
        return found[0] if is_text else "\ufffd"
    plain = html.unescape(found[0])
    return plain if plain != found[0] else f"&amp;{found[0][1:]}"


def _declared(root: str) -> set[str]:
    return {"xml", *re.findall(r"\sxmlns:([\w.-]+)\s*=", root)}


class _Reader:
    """Takes the parser's events; `data` is the file in UTF-8, in which the parser counts."""

    def __init__(self, text: str) -> None:
        self.content = Content()
        self.data = text.encode("utf-8")
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.CommentHandler = self._comment
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._open: list[_Element] = []
        self._styles: dict[str, Style] = {}
        self._rates = Rates()
        self._paragraph: Paragraph | None = None
        self._inner_begin = 0
        self._agent = ""

    def _refuse(self, *_: object) -> None:
        raise EngineError(
            "subtitles", "it brings a document type, which subtitles don't need and attacks do: remove it"
        )

    def _start(self, name: str, raw: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        attributes = {key.rpartition(":")[2]: value for key, value in raw.items()}
        if not self._open:
            self._take_root(local, attributes)
        element = self._element(local, attributes)
        self._open.append(element)
        if local == "style":
            self._styles[attributes.get("id", "")] = element.style
        elif local == "head":
            self._inner_begin = self.parser.CurrentByteIndex
        elif local == "agent":
            self._agent = attributes.get("id", "")
        elif local == "p" and self._paragraph is None:
            self._take_paragraph(element, attributes)
        elif self._paragraph is not None:
            self._take_part(local, element, attributes)

    def _take_root(self, local: str, attributes: dict[str, str]) -> None:
        if local != "tt":
            raise EngineError("subtitles", "this is not TTML: its first element is not <tt>")
        self.content.root = self._start_tag()
        self.content.language = attributes.get("lang", "")
        self._rates = read_rates(attributes)

    def _element(self, local: str, attributes: dict[str, str]) -> _Element:
        above = self._open[-1] if self._open else _Element("", 0, None, {}, "", "", False)
        begin, duration, end = (self._time(attributes, name) for name in ("begin", "dur", "end"))
        start = above.begin + (begin or 0)
        ends = [time for time in (above.end, above.begin + end if end is not None else None) if time is not None]
        if duration is not None:
            ends.append(start + duration)
        space = attributes.get("space")
        return _Element(
            local,
            start,
            min(ends) if ends else None,
            self._style(local, above.style, attributes),
            attributes.get("agent", above.agent),
            attributes.get("region", above.region),
            above.keeps_space if space is None else space == "preserve",
        )

    def _time(self, attributes: dict[str, str], name: str) -> int | None:
        """Read a time; one that is none is reported where the cue is, and counts as not said."""
        if name not in attributes:
            return None
        time = read_time(attributes[name], self._rates)
        if time is None:
            self.content.repairs.append(Repair(self.parser.CurrentLineNumber, RepairKind.BROKEN_TIME))
        return time

    def _style(self, local: str, above: Style, attributes: dict[str, str]) -> Style:
        style = dict(above)
        if local in ("body", "div"):
            style.pop("color", None)  # the colour of all is nobody's own
        for name in attributes.get("style", "").split()[:_MOST_STYLES]:
            style |= {key: value for key, value in self._styles.get(name, {}).items() if value != "#ffffff"}
        for key in ("fontStyle", "fontWeight", "textDecoration"):
            if key in attributes:
                style[key] = attributes[key]
        colour = hex_colour(attributes.get("color", "")[:24].strip())
        if colour and re.fullmatch(r"#[0-9a-f]{6}([0-9a-f]{2})?", colour) and (local == "span" or colour != "#ffffff"):
            style["color"] = colour[:7]
        return style

    def _take_paragraph(self, element: _Element, attributes: dict[str, str]) -> None:
        tag = self._start_tag()
        fields, understood = self._fields(tag)
        if element.region and "region" not in attributes:
            fields += (("region", element.region),)
        said = any(name in attributes for name in _TIMED)
        inherits = any(above.begin or above.end is not None for above in self._open)
        self._paragraph = Paragraph(self.parser.CurrentLineNumber, element.begin, element.end, element.agent, fields)
        self._paragraph.has_times = said or inherits
        self._paragraph.keeps_space = element.keeps_space
        if not understood:
            self._paragraph.repairs.append(RepairKind.SETTING)
        self._inner_begin = self.parser.CurrentByteIndex + len(tag.encode("utf-8"))

    def _fields(self, tag: str) -> tuple[tuple[tuple[str, str], ...], bool]:
        """Return the attributes that are kept raw, and whether these are all."""
        found = [(name, html.unescape(value[1:-1])) for name, value in _ATTRIBUTE.findall(tag)]
        known = (*_TIMED, "agent", "space")
        own = [(name, value) for name, value in found if name.rpartition(":")[2] not in known]
        declared = _declared(self.content.root)
        kept = [(name, value) for name, value in own if ":" not in name or name.partition(":")[0] in declared]
        return tuple(kept), len(kept) == len(own) and not any(name.startswith("xmlns") for name, _ in own)

    def _take_part(self, local: str, element: _Element, attributes: dict[str, str]) -> None:
        paragraph = self._paragraph
        if paragraph is not None and local == "br":
            paragraph.runs.append(styled_run("\n", element.style))
        elif paragraph is not None and local == "span" and not paragraph.has_times and "begin" in attributes:
            paragraph.begin, paragraph.end, paragraph.has_times = element.begin, element.end, True
        elif paragraph is not None and local == "span" and "begin" in attributes and paragraph.end is not None:
            paragraph.end = max(paragraph.end, element.end or 0)

    def _end(self, name: str) -> None:
        element = self._open.pop()
        index = self.parser.CurrentByteIndex
        if element.name == "head":
            stop = self.data.find(b">", index) + 1
            self.content.head = self.data[self._inner_begin : stop].decode("utf-8", "replace")
        elif element.name == "p" and self._paragraph is not None and not self._inside("p"):
            self._paragraph.inner = self.data[self._inner_begin : index].decode("utf-8", "replace")
            self.content.paragraphs.append(self._paragraph)
            self._paragraph = None

    def _inside(self, name: str) -> bool:
        return any(element.name == name for element in self._open)

    def _characters(self, text: str) -> None:
        if self._paragraph is not None:
            if any(element.name == "metadata" for element in self._open[-3:]):
                return
            element = self._open[-1]
            plain = text if element.keeps_space else _SPACE.sub(" ", text)
            self._paragraph.runs.append(styled_run(plain, element.style))
        elif self._open and self._open[-1].name == "name" and self._agent:
            self.content.agents[self._agent] = self.content.agents.get(self._agent, "") + text.strip()
        elif text.strip() and self._open and self._open[-1].name in ("tt", "body", "div"):
            self.content.repairs.append(Repair(self.parser.CurrentLineNumber, RepairKind.OUTSIDE))
            self.content.notes.append(Note(text.strip(), len(self.content.paragraphs)))

    def _comment(self, text: str) -> None:
        if self._paragraph is None and self._inside("body"):
            plain = text.removeprefix(" ").removesuffix(" ").replace(f"-{WORD_JOINER}", "-")
            self.content.notes.append(Note(plain, len(self.content.paragraphs)))

    def _start_tag(self) -> str:
        begin = self.parser.CurrentByteIndex
        stop = self.data.find(b">", begin)
        whole = self.data[begin : stop + 1].decode("utf-8", "replace")
        if _START_TAG.fullmatch(whole):
            return whole
        found = _START_TAG.match(self.data[begin : begin + 65536].decode("utf-8", "replace"))
        return found[0] if found else whole
