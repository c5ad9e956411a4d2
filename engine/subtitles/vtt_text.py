"""The text of a WebVTT cue (W3C WebVTT, 6.4 "cue text"): its payload to our text and speaker, and back.

WebVTT colours text by classes. The eight that every player knows keep their names; other colours are written as
classes such as `colorff8800` with a style rule each.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.subtitles.markup import WORD_JOINER, Tag, balanced_tokens, literal, tokens, write_tag
from engine.subtitles.reading import unify_line_ends

_NAMED = frozenset({"white", "lime", "cyan", "red", "yellow", "magenta", "blue", "black"})
_PIECE = re.compile(r"<([^>]*)(?:>|\Z)|[^<]+")
_TAG = re.compile(r"(/?)([a-z]*)((?:\.[^\s.]+)*)(?:\s+(.*))?", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_COLOUR_CLASS = re.compile(r"color-?(#?)([0-9a-fA-F]{6}|[0-9a-fA-F]{3})|color-([a-z]{3,24})")


@dataclass(frozen=True, slots=True)
class Said:
    """A payload as text with our markup, its first speaker, and whether there are more speakers."""

    text: str
    speaker: str
    more_speakers: bool


def read_payload(payload: str) -> Said:
    """Read a cue's payload. Tags that our text has no word for (class, language, ruby, time) leave their text."""
    parts: list[str] = []
    run: list[str] = []  # text since the last tag of ours: only as a whole it shows what looks like a tag
    voices: list[str] = []
    open_spans: list[bool] = []  # whether each open <c> is a colour
    for piece in _PIECE.finditer(payload):
        tag = _TAG.fullmatch(piece[1]) if piece[1] is not None else None
        if piece[1] is None:
            run.append(_unescape(piece[0]))
        elif tag is not None:
            if tag[2] == "v" and not tag[1]:
                voices.append(_unescape(" ".join((tag[4] or "").split())))
            ours = _our_tag(tag[2], bool(tag[1]), tag[3], open_spans)
            if ours:
                parts += [literal("".join(run)), ours]
                run.clear()
    text = "".join([*parts, literal("".join(run))])
    return Said(text, voices[0] if voices else "", len(set(voices)) > 1)


def write_payload(text: str, speaker: str) -> str:
    """Write text and speaker as a payload that is valid: escaped, balanced, without an empty line."""
    voice = f"<v {escape(' '.join(speaker.split()))}>" if speaker.strip() else ""
    shown = "\n".join(line for line in unify_line_ends(text).split("\n") if line.strip())
    return voice + "".join(_write_tokens(shown))


def style_rules(text: str) -> Iterator[str]:
    """Yield the style rule of every colour in `text` that is not one of the eight."""
    for token in tokens(text):
        if isinstance(token, Tag) and token.colour and token.colour.lower() not in _NAMED:
            yield f"::cue(.{_colour_class(token.colour)}) {{ color: {token.colour}; }}"


def escape(text: str) -> str:
    """Escape what WebVTT reads as markup. A `-->` can't be left, since every `>` is escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\0", "\ufffd")


def _our_tag(name: str, ends: bool, classes: str, open_spans: list[bool]) -> str:
    if name in ("i", "b", "u"):
        return write_tag(Tag(name, ends))
    if name != "c":
        return ""
    if ends:
        return write_tag(Tag("font", ends=True)) if open_spans and open_spans.pop() else ""
    colour = _colour_of(classes)
    open_spans.append(colour is not None)
    return write_tag(Tag("font", False, colour)) if colour else ""


def _colour_of(classes: str) -> str | None:
    for name in classes.split("."):
        found = _COLOUR_CLASS.fullmatch(name)
        if name in _NAMED:
            return name
        if found:
            return found[3] or f"#{found[2]}"
    return None


def _colour_class(colour: str) -> str:
    return f"color{colour[1:]}" if colour.startswith("#") else f"color-{colour.lower()}"


def _write_tokens(text: str) -> Iterator[str]:
    for token in balanced_tokens(text):
        if isinstance(token, str):
            yield escape(token.replace("<" + WORD_JOINER, "<"))
        elif token.name != "font":
            yield write_tag(token)
        elif token.ends:
            yield "</c>"
        elif token.colour is None:
            yield "<c>"
        else:
            yield f"<c.{token.colour if token.colour in _NAMED else _colour_class(token.colour)}>"


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)
