"""Text for XML: escaped, and without the characters that XML 1.0 (2.2) has no way to write."""

import html
import re

from engine.subtitles.document import Document

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def count_forbidden(document: Document) -> int:
    """Return how many cues hold a character that XML can't."""
    return sum(FORBIDDEN.search(f"{cue.speaker}{cue.text}{cue.translation}") is not None for cue in document.cues)


def writable(text: str) -> str:
    """Put U+FFFD in the place of every character that XML can't hold."""
    return FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Write text between tags."""
    return html.escape(writable(text), quote=False)


def attribute(text: str) -> str:
    """Write the value of an attribute, with its quotes."""
    escaped = html.escape(writable(text)).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{escaped}"'
