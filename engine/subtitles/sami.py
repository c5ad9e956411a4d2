"""SAMI: `<SYNC Start=ms><P Class=...>text`, a cue until the next SYNC. A second class is the translation."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, RawFile
from engine.subtitles.markup import WORD_JOINER, balanced_tokens, literal, write_tag
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.txt import said_with_name

NAME = "sami"
_TAG = re.compile(r"<(/?)(sync|p|br|i|b|u|font|head|body|sami|span|div|title|style)\b([^<>]{0,2000})>", re.IGNORECASE)
_START = re.compile(r"""\bstart\s?=\s?["']?\s?(-?[0-9]{1,12})""", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s?=\s?["']?\s?([^\s"'>]{1,60})""", re.IGNORECASE)
_COLOUR = re.compile(r"""\bcolor\s?=\s?["']?(#?[0-9A-Za-z]{3,24})""", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\f]+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LANGUAGE = re.compile(r"\.([A-Za-z0-9_-]{1,60})\s?\{[^{}]{0,400}?\blang\s?:\s?([A-Za-z-]{2,20})", re.IGNORECASE)
_RULE = re.compile(r"^\s*\.([A-Za-z0-9_-]{1,60})\s?\{", re.MULTILINE)
_TEXT, _TRANSLATION = "TEXTCC", "TRANSLATIONCC"
_NOTHING = "&nbsp;"  # what stands where no cue is


@dataclass(slots=True)
class _Paragraph:
    """The text of one class at one time, as far as it is read; `run` is the text since the last tag."""

    start: int
    name: str
    line: int
    parts: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)

    def end_run(self) -> None:
        self.parts.append(literal("".join(self.run)))
        self.run.clear()

    def text(self) -> str:
        self.end_run()
        lines = "".join(self.parts).split("\n")
        return "\n".join(line.strip(" ") for line in lines).strip("\n")


def parse(text: str) -> Reading:
    """Read SAMI. Raise EngineError("subtitles") for text without a SYNC."""
    lines, found = split_lines(text)
    whole = "\n".join(lines)
    first = re.search(r"<sync\b|</body\b", whole, re.IGNORECASE)
    head = whole[: first.start()] if first else whole
    if first is None and text.strip() and not re.search(r"<sami\b", head, re.IGNORECASE):
        raise EngineError("subtitles", "this is not SAMI: no <SYNC Start=...> is in it")
    repairs: list[Repair] = []
    paragraphs = _paragraphs(whole, len(head), head.count("\n") + 1, repairs) if first else []
    classes = list(dict.fromkeys(paragraph.name for paragraph in paragraphs))
    rows = _rows([paragraph for paragraph in paragraphs if paragraph.name in classes[:1]])
    languages = {name.lower(): language for name, language in _LANGUAGE.findall(head)}
    spoken = [languages.get(name.lower(), "") for name in classes] or list(languages.values())
    cues = tuple(rows.cues)
    for name in classes[1:]:
        cues = _join(cues, _rows([paragraph for paragraph in paragraphs if paragraph.name == name]).cues)
    language, translated = ("" if code == "und" else code for code in [*spoken, "", ""][:2])
    extra = _own_head(head, (language, translated))
    document = Document(cues, language, extra=extra, translation_language=translated)
    return Reading(document, (*found, *repairs, *rows.repairs))


def compose(document: Document) -> str:
    """Write SAMI in the order of time; a speaker stands as `Name: `, translations are a class of their own."""
    head = _write_head(document)
    cues = sorted(document.cues, key=lambda cue: cue.start)
    names = _classes(document)
    written = []
    for index, cue in enumerate(cues):
        later = cues[index + 1].start if index + 1 < len(cues) else None
        written.append(_write_sync(cue.start, _write_text(said_with_name(cue)), _write_text(cue.translation), names))
        if later is None or later > cue.end > cue.start:
            written.append(_write_sync(cue.end, _NOTHING, _NOTHING, names))
    return head + "".join(written) + "</BODY>\n</SAMI>\n"


def _paragraphs(text: str, position: int, line: int, repairs: list[Repair]) -> list[_Paragraph]:
    """Read every paragraph behind the head; text behind a SYNC without a paragraph is one of the first class."""
    found: list[_Paragraph] = []
    start, name = 0, ""
    for tag in _TAG.finditer(text, position):
        _write_into(found, text[position : tag.start()])
        line += text.count("\n", position, tag.end())
        position = tag.end()
        kind = tag[2].lower()
        if kind == "sync":
            said = _START.search(tag[3])
            if said is None:
                repairs.append(Repair(line, RepairKind.BROKEN_TIME))
            start = int(said[1]) if said else start
            found.append(_Paragraph(start, name, line))
        elif kind == "p" and not tag[1]:
            said = _CLASS.search(tag[3])
            name = said[1] if said else name
            if found and found[-1].name != name and (found[-1].parts or found[-1].run):
                found.append(_Paragraph(start, name, line))
            elif found:
                found[-1].name = name
        elif found:
            _write_tag(found[-1], kind, bool(tag[1]), tag[3])
    _write_into(found, text[position:])
    return found


def _write_into(found: list[_Paragraph], text: str) -> None:
    if found and text.strip(" \t\n\f"):
        plain = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _SPACE.sub(" ", text))
        found[-1].run.append(plain)
    elif found and text and (found[-1].parts or found[-1].run):
        found[-1].run.append(" ")


def _write_tag(paragraph: _Paragraph, kind: str, ends: bool, attributes: str) -> None:
    if kind == "br":
        paragraph.run.append("\n")
    elif kind in ("i", "b", "u", "font"):
        paragraph.end_run()
        colour = _COLOUR.search(attributes) if kind == "font" and not ends else None
        paragraph.parts.append(f'<font color="{colour[1]}">' if colour else f"<{'/' if ends else ''}{kind}>")


def _rows(paragraphs: list[_Paragraph]) -> Rows:
    rows = Rows()
    for paragraph in sorted(paragraphs, key=lambda paragraph: paragraph.start):
        text = paragraph.text()
        if rows.open_ends and rows.cues[-1].start < paragraph.start:
            rows.open_ends.discard(len(rows.cues) - 1)
            rows.cues[-1] = replace(rows.cues[-1], end=paragraph.start)
        if text.strip("\u00a0 \n"):
            rows.add(paragraph.line, Row(paragraph.start, None, text))
    rows.close_ends()
    return rows


def _join(cues: tuple[Cue, ...], others: list[Cue]) -> tuple[Cue, ...]:
    """Give cues the text of another class as their translation; what begins at no cue's time is a cue of its own."""
    waiting = {cue.start: cue for cue in others}
    joined = []
    for cue in cues:
        other = None if cue.translation else waiting.pop(cue.start, None)
        joined.append(cue if other is None else replace(cue, translation=other.text))
    alone = (replace(cue, text="", translation=cue.text) for cue in others if waiting.get(cue.start) is cue)
    ordered = sorted([*joined, *alone], key=lambda cue: cue.start)
    return tuple(replace(cue, id=number) for number, cue in enumerate(ordered, 1))


def _own_head(head: str, languages: tuple[str, str]) -> RawFile | None:
    ours = {_head(*languages, translated=translated) for translated in (False, True)}
    return None if not head.strip() or head in ours else RawFile(NAME, (("head", head),))


def _write_head(document: Document) -> str:
    own = document.extra
    if isinstance(own, RawFile) and own.format == NAME:
        return "".join(value for _, value in own.parts)
    translated = any(cue.translation for cue in document.cues)
    return _head(document.language, document.translation_language, translated=translated)


def _head(language: str, translation_language: str, *, translated: bool) -> str:
    rules = [f".{_TEXT} {{ Name: Text; lang: {language or 'und'}; SAMIType: CC; }}"]
    if translated:
        rules.append(f".{_TRANSLATION} {{ Name: Translation; lang: {translation_language or 'und'}; SAMIType: CC; }}")
    style = "\n".join(rules)
    return f'<SAMI>\n<HEAD>\n<STYLE TYPE="text/css">\n<!--\n{style}\n-->\n</STYLE>\n</HEAD>\n<BODY>\n'


def _classes(document: Document) -> list[str]:
    """Return the class of the text, and that of the translation if there is one."""
    named = list(dict.fromkeys(_RULE.findall(_write_head(document))))
    names = [*named, *(name for name in (_TEXT, _TRANSLATION) if name not in named)]
    return names[:2] if any(cue.translation for cue in document.cues) else names[:1]


def _write_sync(time: int, text: str, translation: str, names: list[str]) -> str:
    texts = zip(names, (text, translation), strict=False)
    paragraphs = "".join(f"<P Class={name}>{shown or _NOTHING}" for name, shown in texts)
    return f"<SYNC Start={max(time, 0)}>{paragraphs}\n"


def _write_text(text: str) -> str:
    lines = (line for line in unify_line_ends(text).split("\n") if line.strip())
    return "".join(_write_tokens("\n".join(lines)))


def _write_tokens(text: str) -> Iterator[str]:
    for token in balanced_tokens(text):
        if isinstance(token, str):
            plain = html.escape(token.replace("<" + WORD_JOINER, "<"), quote=False)
            yield plain.replace("\n", "<br>").replace("\u00a0", "&nbsp;")
        else:
            yield write_tag(token)
