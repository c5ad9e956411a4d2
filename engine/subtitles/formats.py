"""The way from a path to a document and back, by the format of its suffix; a project is a file among others."""

import stat
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles import whisper_json
from engine.subtitles.bilingual import choose_languages
from engine.subtitles.charset import decode, encode_like
from engine.subtitles.document import Document
from engine.subtitles.export import write_bytes_whole
from engine.subtitles.format_table import FORMATS, Format, ReadOptions, WriteOptions
from engine.subtitles.losses import Feature, Loss, losses
from engine.subtitles.project.as_file import read_project, write_project
from engine.subtitles.project.file import SUFFIX
from engine.subtitles.reading import Reading, Repair, RepairKind, unify_line_ends
from engine.subtitles.reference_layout import LineLimits, cues_from_segments
from engine.subtitles.splice import splice
from engine.transcript import Segment

_BIGGEST = 256 * 1024 * 1024  # bytes; 200,000 cues are 20 MB
_AS_IT_IS = WriteOptions()
PROJECT = "Sotto project"


def read(path: Path, encoding: str | None = None, rate: Fraction | None = None) -> Reading:
    """Read a file by its suffix; its encoding is found out unless it is told, `rate` is for frames without one.

    Raise EngineError("subtitles") naming the file and the remedy; no text of the file is ever in the message.
    """
    if is_project(path):
        document, salvaged = read_project(path)
        return Reading(document, (Repair(0, RepairKind.SALVAGED),) if salvaged else (), format=PROJECT)
    known = format_of(path)
    if known.read is None:
        raise EngineError("subtitles", f"{shown(path)}: a {known.name} can be written, not read: open an SRT or VTT")
    data = _bytes(path)
    try:
        reading = known.read(data, ReadOptions(encoding, rate))
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(path)}: {error}") from None
    return replace(reading, data=data, format=known.name)


def read_plain(path: Path) -> str:
    """Read a text without times, whatever its encoding. Raise EngineError("subtitles") naming the file."""
    data = _bytes(path)
    try:
        return unify_line_ends(decode(data).text)
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(path)}: {error}") from None


def write(
    document: Document,
    path: Path,
    *,
    overwrite: bool,
    options: WriteOptions = _AS_IT_IS,
    was: Reading | None = None,
) -> tuple[Loss, ...]:
    """Write a document in the format of the suffix; return what of it the file does not hold. A project holds all.

    `was` is the reading that the document comes from: in the same format its encoding, byte order mark and line ends
    stay, and where nothing was changed that the format can hold, the file's very bytes. Raise EngineError("disk"); the
    old file is whole then.
    """
    if is_project(path):
        write_project(choose_languages(document, options.languages), path, overwrite=overwrite)
        return ()
    data, lost = compose(document, path, options, was)
    write_bytes_whole(data, path, overwrite=overwrite)
    return lost


def compose(
    document: Document, path: Path, options: WriteOptions = _AS_IT_IS, was: Reading | None = None
) -> tuple[bytes, tuple[Loss, ...]]:
    """Return the bytes that `write` would write to `path`, and what they do not hold of the document."""
    known = format_of(path)
    chosen = choose_languages(document, options.languages)
    try:
        data = known.write(chosen, options)
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(path)}: {error}") from None
    keeps = known.timed if known.timed and options.times else known.keeps
    lost = losses(chosen, keeps, known.rate or options.rate)
    missing = known.left_out(chosen, data) if known.left_out else 0
    lost += (Loss(Feature.CROWDED, missing),) if missing else ()
    if was is None or was.format != known.name or not was.data:
        return data, lost
    if not _is_changed_somewhere(chosen, was.document, known, options) and data == known.write(was.document, options):
        return was.data, lost
    return _like(data, lost, was)


def _is_changed_somewhere(after: Document, before: Document, known: Format, options: WriteOptions) -> bool:
    """Tell quickly that two documents are not written alike, where cues stand for themselves and few of them differ."""
    change = splice(after, before)
    if Feature.END not in known.keeps.features or known.left_out or 4 * change.length > len(after.cues):
        return False
    first = max(0, change.at - 1)
    parts = (
        replace(after, cues=after.cues[first : change.at + change.length + 1]),
        replace(before, cues=before.cues[first : change.at + len(change.cues) + 1]),
    )
    return known.write(parts[0], options) != known.write(parts[1], options)


def _like(data: bytes, lost: tuple[Loss, ...], was: Reading) -> tuple[bytes, tuple[Loss, ...]]:
    """Give new bytes the encoding of the file that they take the place of."""
    try:
        return encode_like(data.decode("utf-8"), was.data, was.encoding), lost
    except UnicodeEncodeError:
        return data, (*lost, Loss(Feature.ENCODING))
    except (UnicodeDecodeError, LookupError):  # no text
        return data, lost


def compose_transcript(suffix: str, segments: Sequence[Segment], language: str, limits: LineLimits) -> str:
    """Write what a model heard in the format of `suffix`, as openai-whisper's writers do.

    SRT and VTT are laid out by `limits`; text and TSV have a line a segment, JSON has all that is known.
    """
    known = format_of(Path(f"transcript{suffix}"))
    if suffix == ".json":
        return whisper_json.compose_transcript(segments, language)
    if suffix in (".txt", ".tsv"):
        segments = [replace(segment, words=()) for segment in segments]
        limits = LineLimits()
    document = Document(cues_from_segments(segments, limits), language)
    return known.write(document, WriteOptions()).decode("utf-8")


def is_project(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX


def refuse_unknown(path: Path) -> None:
    """Raise EngineError("subtitles") unless files of this suffix can be written."""
    if not is_project(path):
        format_of(path)


def format_of(path: Path) -> Format:
    """Return the format of a file's suffix. Raise EngineError("subtitles") for one that is unknown."""
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        raise EngineError("subtitles", f"{shown(path)}: unknown format, use one of {', '.join((*FORMATS, SUFFIX))}")
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
