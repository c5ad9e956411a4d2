"""The encodings that a file can be exported in, where its format leaves that open."""

from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8"),
    ("utf-8-sig", "UTF-8 with byte order mark"),
    ("utf-16", "UTF-16 with byte order mark"),
    ("cp1252", "Western European (Windows-1252)"),
    ("cp1250", "Central European (Windows-1250)"),
    ("cp1251", "Cyrillic (Windows-1251)"),
    ("cp1253", "Greek (Windows-1253)"),
    ("cp1254", "Turkish (Windows-1254)"),
    ("cp1255", "Hebrew (Windows-1255)"),
    ("cp1256", "Arabic (Windows-1256)"),
    ("cp1257", "Baltic (Windows-1257)"),
    ("cp874", "Thai (Windows-874)"),
    ("gb18030", "Chinese (GB 18030)"),
    ("big5", "Chinese (Big5)"),
    ("cp932", "Japanese (Windows-932)"),
    ("cp949", "Korean (Windows-949)"),
)
_FREE = frozenset(
    {".srt", ".ass", ".ssa", ".sub", ".sv", ".sbv", ".mpl", ".tmp", ".smi", ".sami", ".lrc", ".txt", ".tsv", ".csv"}
)


def is_free(path: Path) -> bool:
    """Say whether the format of a suffix can be written in other encodings than UTF-8. WebVTT, XML, JSON and HTML say
    themselves what they are in, and the others are no text."""
    return path.suffix.lower() in _FREE


def encoded(data: bytes, encoding: str, path: Path) -> bytes:
    """Return what a writer made, in another encoding. Raise EngineError("subtitles") for characters that it lacks."""
    if encoding == "utf-8":
        return data
    text = data.decode("utf-8")
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        count = lacking(text, encoding)
        raise EngineError(
            "subtitles",
            f"{shown(path)}: {count} character{'s are' if count > 1 else ' is'} not in {dict(ENCODINGS)[encoding]}: "
            "use UTF-8",
        ) from None


def lacking(text: str, encoding: str) -> int:
    """Count the characters that an encoding doesn't have, each once."""
    return sum(not character.encode(encoding, "ignore") for character in set(text))
