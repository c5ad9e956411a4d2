"""The file formats: suffix -> reader and writer, and the way from a path to a document and back."""

import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles import srt, tsv, txt, vtt, whisper_json
from engine.subtitles.document import Document
from engine.subtitles.export import write_whole
from engine.subtitles.reading import Reading, decode, decode_as, unify_line_ends
from engine.subtitles.reference_layout import LineLimits, cues_from_segments
from engine.transcript import Segment

_BIGGEST = 256 * 1024 * 1024  # bytes; 200,000 cues are 20 MB


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: `parse` is None for a format without times, which can only be written."""

    name: str
    parse: Callable[[str], Reading] | None
    compose: Callable[[Document], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".srt": Format("SubRip", srt.parse, srt.compose),
        ".vtt": Format("WebVTT", vtt.parse, vtt.compose),
        ".txt": Format("plain text", None, txt.compose),
        ".tsv": Format("tab-separated values", tsv.parse, tsv.compose),
        ".json": Format("Whisper JSON", whisper_json.parse, whisper_json.compose),
    }
)


def read(path: Path, encoding: str | None = None) -> Reading:
    """Read a file by its suffix; its encoding is found out unless it is told.

    Raise EngineError("subtitles") naming the file and the remedy; no text of the file is ever in the message.
    """
    parse = _format(path).parse
    if parse is None:
        raise EngineError("subtitles", f"{shown(path)} holds no times: transcribe or align it, or open an SRT or VTT")
    data = _bytes(path)
    try:
        decoded = decode(data) if encoding is None else decode_as(data, encoding)
        reading = parse(decoded.text)
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(path)}: {error}") from None
    return replace(reading, encoding=decoded.encoding, repairs=decoded.repairs + reading.repairs)


def read_plain(path: Path) -> str:
    """Read a text without times, whatever its encoding. Raise EngineError("subtitles") naming the file."""
    data = _bytes(path)
    try:
        return unify_line_ends(decode(data).text)
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(path)}: {error}") from None


def write(document: Document, path: Path, *, overwrite: bool) -> None:
    """Write a document in the format of the suffix. Raise EngineError("disk"); the old file is whole then."""
    write_whole(_format(path).compose(document), path, overwrite=overwrite)


def compose_transcript(suffix: str, segments: Sequence[Segment], language: str, limits: LineLimits) -> str:
    """Write what a model heard in the format of `suffix`, as openai-whisper's writers do.

    SRT and VTT are laid out by `limits`; text and TSV have a line a segment, JSON has all that is known.
    """
    compose = _format(Path(f"transcript{suffix}")).compose
    if suffix == ".json":
        return whisper_json.compose_transcript(segments, language)
    if suffix in (".txt", ".tsv"):
        segments = [replace(segment, words=()) for segment in segments]
        limits = LineLimits()
    return compose(Document(cues_from_segments(segments, limits), language))


def _format(path: Path) -> Format:
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        raise EngineError("subtitles", f"{shown(path)}: unknown format, use one of {', '.join(FORMATS)}")
    return known


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()  # before opening: a pipe would wait for a writer for ever
        if stat.S_ISDIR(status.st_mode):
            raise EngineError("subtitles", f"{shown(path)} is a folder: choose a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise EngineError("subtitles", f"{shown(path)} is a device or pipe, not a file: choose another")
        if status.st_size > _BIGGEST:
            raise EngineError("subtitles", f"{shown(path)} is too big to be subtitles: choose another file")
        return path.read_bytes()
    except FileNotFoundError:
        raise EngineError("subtitles", f"{shown(path)} does not exist: check the name") from None
    except PermissionError:
        raise EngineError("subtitles", f"{shown(path)} may not be read: ask for the right to, or copy it") from None
    except OSError as error:
        raise EngineError("subtitles", f"{shown(path)} cannot be read: {error.strerror}") from None
