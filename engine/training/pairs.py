"""Pairs of sound and subtitles as a person keeps them: a folder, or a table that names them."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.languages import language_code
from engine.paths import shown

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


def read_pairs(path: Path, language: str | None = None) -> list[Pair]:
    """Read the table `path`, the table pairs.tsv in the folder `path`, or else what lies there by its names.

    A table has the columns media, subtitles, language, and maybe translation and events, in tabs; its paths are
    relative to it. By name, talk.mp4 belongs to talk.srt or talk.no.srt, and talk.en.srt beside talk.no.srt is the
    translation. `language` is that of pairs which don't tell theirs. Raises EngineError("options") with the remedy.
    """
    table = path / "pairs.tsv" if path.is_dir() else path
    pairs = _by_table(table, language) if table.is_file() else _by_name(path, language) if path.is_dir() else []
    if not pairs:
        raise EngineError(
            "options",
            f"{shown(path)} holds no pairs: name a folder with films and their subtitles of the same name, or a table "
            "with the columns media, subtitles, language.",
        )
    return pairs


def _by_table(table: Path, language: str | None) -> list[Pair]:
    try:
        text = table.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError("options", f"{shown(table)} can't be read: {error}.") from error
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows and not {"media", "subtitles"} <= rows[0].keys():
        raise EngineError("options", f"{shown(table)} lacks the columns media and subtitles: name them in line 1.")
    return [_row(row, table, language) for row in rows]


def _row(row: Mapping[str, str | None], table: Path, language: str | None) -> Pair:
    def file(column: str) -> Path | None:
        return table.parent / name if (name := row.get(column)) else None

    media, subtitles = file("media"), file("subtitles")
    if media is None or subtitles is None:
        raise EngineError("options", f"{shown(table)} has a line without media or subtitles: mend it.")
    spoken = language_code(row.get("language") or "") if row.get("language") else _needed(language, media)
    return Pair(media, subtitles, spoken, file("translation"), file("events"))


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
