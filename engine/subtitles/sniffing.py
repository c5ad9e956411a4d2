"""Suffixes that several formats share: `.sub` and `.txt` files tell by their lines what they are."""

import re
from collections.abc import Callable
from fractions import Fraction

from engine.errors import EngineError
from engine.subtitles import microdvd, mpl2, subviewer, tmplayer, txt
from engine.subtitles.reading import Reading

_FRAMES = re.compile(r"^[ \t\ufeff]{0,9}\{-?[0-9]{1,10}\}[ \t]{0,9}\{-?[0-9]{0,10}\}", re.MULTILINE)
_TENTHS = re.compile(r"^[ \t\ufeff]{0,9}\[-?[0-9]{1,10}\][ \t]{0,9}\[-?[0-9]{0,10}\]", re.MULTILINE)
_SECONDS = re.compile(r"^[ \t\ufeff]{0,9}[0-9]{1,4}:[0-9]{2}:[0-9]{2}(?:,[0-9])?[:=]", re.MULTILINE)
_PICTURES = "\0\0\x01\xba"  # an MPEG stream, as a DVD's subtitles have


def parse_sub(text: str, rate: Fraction | None) -> Reading:
    """Read MicroDVD or SubViewer. Raise EngineError("subtitles") for the pictures of DVDs, and what neither is."""
    if text.startswith(_PICTURES):
        raise EngineError("subtitles", "it holds pictures of text (VobSub), not text: open an SRT or VTT")
    if _FRAMES.search(text):
        return microdvd.parse(text, rate)
    return subviewer.parse(text)


def parse_txt(text: str, rate: Fraction | None) -> Reading:
    """Read a text with times of any kind. Raise EngineError("subtitles") for one without."""
    known: tuple[tuple[re.Pattern[str], Callable[[str], Reading]], ...] = (
        (_FRAMES, lambda known_text: microdvd.parse(known_text, rate)),
        (_TENTHS, mpl2.parse),
        (_SECONDS, tmplayer.parse),
    )
    parse = next((parse for pattern, parse in known if pattern.search(text)), txt.parse)
    return parse(text)
