"""TTML and IMSC (W3C TTML2, IMSC 1.1 text profile): a reader of our own on expat, and the writer.

ttconv, which the other broadcast formats use, refuses files of older namespaces and files that break off, and needs a
second for 1,000 cues.
"""

import re

from engine.subtitles.document import Cue, Document, Note, RawCue, RawFile
from engine.subtitles.markup import WORD_JOINER, Run, hex_colour, runs
from engine.subtitles.reading import Reading, Repair, split_lines, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.timecode import format_clock
from engine.subtitles.ttml_reading import Content, Paragraph, read_content, read_payload
from engine.subtitles.xml_text import attribute, escape

NAME = "ttml"
_TT = "http://www.w3.org/ns/ttml"
_ROOT = (
    f'<tt xmlns="{_TT}" xmlns:ttm="{_TT}#metadata" xmlns:ttp="{_TT}#parameter" xmlns:tts="{_TT}#styling" '
    f'ttp:contentProfiles="{_TT}/profile/imsc1.1/text" xml:space="preserve" xml:lang='
)
_LAYOUT = """<layout>
<region xml:id="bottom" tts:origin="10% 75%" tts:extent="80% 20%" tts:displayAlign="after" tts:textAlign="center"/>
</layout>
"""
_AGENT = "agent:"  # before the id of a speaker, among the parts of a file


def parse(text: str) -> Reading:
    """Read TTML; what stands before a mistake in its XML is kept. Raise EngineError("subtitles") for what is none."""
    lines, found = split_lines(text)
    content = read_content("\n".join(lines) if text.strip() else _ROOT + '""/>')
    rows = Rows(notes=content.notes, repairs=content.repairs)
    own = _own_parts(content)
    for paragraph in content.paragraphs:
        rows.repairs += [Repair(paragraph.line, kind) for kind in paragraph.repairs]
        rows.add(paragraph.line, _row(paragraph, content, keeps_raw=bool(own)))
    rows.close_ends()
    extra = RawFile(NAME, own) if own else None
    document = Document(tuple(rows.cues), content.language, tuple(rows.notes), extra)
    return Reading(document, (*found, *sorted(rows.repairs, key=lambda repair: repair.line)))


def compose(document: Document) -> str:
    """Write TTML: the file's own root and head, or IMSC's with one region; speakers as agents, notes as comments."""
    extra = document.extra
    own = extra.parts if isinstance(extra, RawFile) and extra.format == NAME else ()
    agents = {name: key.removeprefix(_AGENT) for key, name in own if key.startswith(_AGENT)}
    speakers = dict.fromkeys(cue.speaker for cue in document.cues if cue.speaker)
    new = [name for name in speakers if name not in agents]
    agents |= {name: f"speaker{number}" for number, name in enumerate(new, len(agents) + 1)}
    root = dict(own).get("root", _root(document.language))
    head = _with_agents(dict(own).get("head", _head({})), {name: agents[name] for name in new})
    body = _body(document, root, agents, is_ours=not own)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n{head}\n<body>\n<div>\n{body}</div>\n</body>\n</tt>\n'


def _row(paragraph: Paragraph, content: Content, *, keeps_raw: bool) -> Row:
    text = paragraph.text
    fields = paragraph.fields if keeps_raw else ()
    is_said = not keeps_raw or _payload_of(text, content.root) == paragraph.inner
    readable = not is_said and read_payload(paragraph.inner, content.root) == text
    payload = paragraph.inner if readable else None
    speaker = " ".join(content.agents.get(name, name) for name in paragraph.agent.split())
    extra = RawCue(NAME, fields, payload) if fields or payload is not None else None
    return Row(paragraph.begin, paragraph.end, text, speaker, extra=extra)


def _own_parts(content: Content) -> tuple[tuple[str, str], ...]:
    """Return what is kept of a file raw: nothing if it is as we write it."""
    agents = {name: key for key, name in content.agents.items()}
    if content.root == _root(content.language) and content.head == _with_agents(_head({}), agents):
        return ()
    named = ((f"{_AGENT}{key}", name) for key, name in content.agents.items())
    head = (("head", content.head),) if content.head else ()
    return (("root", content.root.replace("/>", ">")), *head, *named)


def _root(language: str) -> str:
    return f"{_ROOT}{attribute(language)}>"


def _head(agents: dict[str, str]) -> str:
    return _with_agents(f"<head>\n{_LAYOUT}</head>", agents)


def _with_agents(head: str, agents: dict[str, str]) -> str:
    """Put names of speakers into a head, behind its start."""
    if not agents:
        return head
    names = "".join(
        f'<ttm:agent xml:id="{key}" type="person"><ttm:name type="full">{escape(name)}</ttm:name></ttm:agent>\n'
        for name, key in agents.items()
    )
    start = re.match(r"<[^<>]*>", head)
    stop = start.end() if start else 0
    return f'{head[:stop]}\n<metadata xmlns:ttm="{_TT}#metadata">\n{names}</metadata>{head[stop:]}'


def _body(document: Document, root: str, agents: dict[str, str], *, is_ours: bool) -> str:
    notes = sorted(document.notes, key=lambda note: note.before)
    place = 0
    written = []
    for index, cue in enumerate(document.cues):
        while place < len(notes) and notes[place].before <= index:
            written.append(_write_note(notes[place]))
            place += 1
        written.append(_write_cue(cue, root, agents, is_ours=is_ours))
    return "".join([*written, *(_write_note(note) for note in notes[place:])])


def _write_note(note: Note) -> str:
    text = escape(note.text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return f"<!-- {text.replace('-', '-' + WORD_JOINER)} -->\n"


def _write_cue(cue: Cue, root: str, agents: dict[str, str], *, is_ours: bool) -> str:
    own = cue.extra if isinstance(cue.extra, RawCue) and cue.extra.format == NAME and not is_ours else RawCue(NAME)
    fields = dict(own.fields) if not is_ours else {"region": "bottom"}
    if cue.speaker:
        fields |= {} if "xmlns:ttm=" in root else {"xmlns:ttm": f"{_TT}#metadata"}
        fields["ttm:agent"] = agents[cue.speaker]
    payload = own.payload
    if payload is None or read_payload(payload, root) != cue.text:
        payload = _payload_of(cue.text, root)
        fields |= {} if is_ours else {"xml:space": "preserve"}
    attributes = "".join(f" {name}={attribute(value)}" for name, value in fields.items())
    return f'<p begin="{format_clock(cue.start)}" end="{format_clock(cue.end)}"{attributes}>{payload}</p>\n'


def _payload_of(text: str, root: str) -> str:
    declares = "" if "xmlns:tts=" in root else f' xmlns:tts="{_TT}#styling"'
    return "".join(_write_run(run, declares) for run in runs(unify_line_ends(text)))


def _write_run(run: Run, declares: str) -> str:
    styles = ""
    if "i" in run.styles:
        styles += ' tts:fontStyle="italic"'
    if "b" in run.styles:
        styles += ' tts:fontWeight="bold"'
    if "u" in run.styles:
        styles += ' tts:textDecoration="underline"'
    colour = hex_colour(run.colour)
    if colour:
        styles += f' tts:color="{colour}"'
    text = escape(run.text).replace("\n", "<br/>")
    return f"<span{declares}{styles}>{text}</span>" if styles else text
