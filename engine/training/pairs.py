"""Pairs of sound and subtitles as a person keeps them: a folder, or a table that names them."""

import re
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.languages import language_code
from engine.paths import shown
from engine.subtitles.formats import read_plain

_SUBTITLES = (".vtt", ".srt", ".json", ".tsv")
_SOUND = (".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".wma")
_FILM = (".mp4", ".mkv", ".webm", ".mov", ".avi", ".ts", ".mts", ".mpg", ".mpeg", ".m4v", ".mxf")
_MEDIA = frozenset((*_SOUND, *_FILM))
_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Sound, its subtitles, Whisper's code of the language that is spoken, and what else may be known of it."""

    media: Path
    subtitles: Path
    language: str
    translation: Path | None = None
    events: Path | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: `where` names it for a person, empty cells are None, the language is as somebody wrote it."""

    where: str
    media: Path | None
    subtitles: Path | None
    translation: Path | None
    events: Path | None
    language: str | None
    condition: str | None


def read_table(table: Path) -> list[Row]:
    """Read a table of pairs, whose first line names its columns; tabs are between them.

    There are media and subtitles, and maybe translation, events, language and condition; names of files are relative
    to the table. Raises EngineError("subtitles") if it can't be read or lacks the first two.
    """
    header, *lines = read_plain(table).splitlines() or [""]
    columns = [name.strip().lower() for name in header.split("\t")]
    if not {"media", "subtitles"} <= {*columns}:
        message = f"{shown(table)} has no columns media and subtitles: give it a first line that names them."
        raise EngineError("subtitles", message)
    return [_row(f"{shown(table)}, line {n}", columns, line, table) for n, line in enumerate(lines, 2) if line.strip()]


def _row(where: str, columns: list[str], line: str, table: Path) -> Row:
    cells = {name: cell.strip() or None for name, cell in zip(columns, line.split("\t"), strict=False)}

    def file(column: str) -> Path | None:
        return table.parent / name if (name := cells.get(column)) else None

    files = file("media"), file("subtitles"), file("translation"), file("events")
    return Row(where, *files, cells.get("language"), cells.get("condition"))


def read_pairs(path: Path, language: str | None = None) -> list[Pair]:
    """Read the table `path`, the table pairs.tsv in the folder `path`, or else what lies there by its names.

    By name, talk.mp4 belongs to talk.srt or talk.no.srt, and talk.en.srt beside talk.no.srt is the translation.
    `language` is that of pairs which don't tell theirs. Raises EngineError with the remedy.
    """
    table = path / "pairs.tsv" if path.is_dir() else path
    if table.is_file():
        pairs = [_pair(row, language) for row in read_table(table)]
    else:
        pairs = _by_name(path, language) if path.is_dir() else []
    if not pairs:
        raise EngineError(
            "options",
            f"{shown(path)} holds no pairs: name a folder with films and their subtitles of the same name, or a table "
            "with the columns media, subtitles, language.",
        )
    return pairs


def _pair(row: Row, language: str | None) -> Pair:
    if row.media is None or row.subtitles is None:
        raise EngineError("options", f"{row.where}: media or subtitles is missing: mend it.")
    spoken = language_code(row.language) if row.language else _needed(language, row.media)
    return Pair(row.media, row.subtitles, spoken, row.translation, row.events)


def _by_name(folder: Path, language: str | None) -> list[Pair]:
    files = sorted(folder.iterdir())
    pairs = []
    for media in files:
        if media.suffix.lower() not in _MEDIA:
            continue
        told = {_told(file, media): file for file in reversed(files) if _told(file, media) is not None}
        codes = [code for code in told if code] if language is None else [language] if language in told else []
        spoken = next((code for code in codes if code != "en"), codes[0] if codes else None)
        subtitles = told.get(spoken or "") or told.get("")
        if subtitles is not None:
            code = spoken or _needed(language, media)
            pairs.append(Pair(media, subtitles, code, told.get("en") if code != "en" else None))
    return pairs


def _told(file: Path, media: Path) -> str | None:
    """Return the language in the name of a subtitle file, "" if it tells none, None if it isn't one of `media`."""
    if file.suffix.lower() not in _SUBTITLES or not file.name.startswith(media.stem + "."):
        return None
    middle = file.name[len(media.stem) + 1 : -len(file.suffix)]
    return middle if _CODE.fullmatch(middle) or not middle else None


def _needed(language: str | None, media: Path) -> str:
    if language is None:
        raise EngineError("options", f"Nobody tells which language is spoken in {shown(media)}: give --language.")
    return language
