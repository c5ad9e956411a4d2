"""Finds references in folders: lists of pairs, LibriSpeech's layout, recordings beside subtitles of their name."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine.errors import EngineError
from engine.evaluation.candidate import Candidate, Found, Problem, condition_of
from engine.evaluation.librispeech import TRANSCRIPTS, in_chapter
from engine.evaluation.pairs import in_pairs
from engine.languages import LANGUAGES
from engine.paths import shown

PAIRS = "pairs.tsv"
TEXT_SUFFIXES = (".vtt", ".srt", ".json", ".tsv", ".txt")  # the first that is there is read
MEDIA_SUFFIXES = frozenset(
    {
        *(".wav", ".flac", ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".aac", ".wma", ".aif", ".aiff", ".mka"),
        *(".mp4", ".m4v", ".mkv", ".webm", ".mov", ".avi", ".ts", ".mts", ".mpg", ".mpeg", ".wmv", ".flv", ".ogv"),
    }
)
_SUBTITLES_ONLY = frozenset({".vtt", ".srt"})  # a .txt, .json or .tsv without a recording may be anything


def find_references(places: list[Path], language: str | None) -> Iterator[Found]:
    """Yield the references in `places`, folders or lists of pairs, and what is left out, in the order of names.

    `language` is that of references which don't tell theirs. A folder with pairs.tsv is what that says. Elsewhere a
    reference is NAME.wav (or other media) beside NAME.vtt, .srt, .json, .tsv or .txt, the first of them, or beside
    NAME.LANGUAGE.vtt and so on; NAME.en.vtt beside another language is its translation, NAME.events.tsv times its
    words. A condition is the name of the sub-folder of a place, or of the place itself.
    Raises EngineError("options") for a place that is neither.
    """
    for place in places:
        if place.is_dir():
            yield from _in_folder(place, language)
        elif place.is_file() and place.suffix.lower() == ".tsv":
            yield from in_pairs(place, place.parent, language)
        else:
            raise EngineError(
                "options", f"{shown(place)} is neither a folder nor a list of pairs (.tsv): check the name."
            )


def _in_folder(place: Path, language: str | None) -> Iterator[Found]:
    for folder, inner, names in os.walk(place):
        inner.sort()
        files = [Path(folder, name) for name in sorted(names)]
        media = [file for file in files if file.suffix.lower() in MEDIA_SUFFIXES]
        transcripts = [file for file in files if file.name.endswith(TRANSCRIPTS)]
        if PAIRS in names:
            inner.clear()
            yield from in_pairs(Path(folder, PAIRS), place, language)
        elif transcripts:
            yield from in_chapter(media, transcripts, language)
        else:
            yield from _side_by_side(media, files, place, language)


def _side_by_side(media: list[Path], files: list[Path], place: Path, language: str | None) -> Iterator[Found]:
    stems = {file.stem for file in media}
    unclaimed = {file for file in files if file.suffix.lower() in _SUBTITLES_ONLY}
    for recording in media:
        texts = _texts_of(recording, files, stems)
        unclaimed.difference_update(file for choice in texts.values() for file in choice)
        yield from _beside(recording, {code: choice[0] for code, choice in texts.items()}, place, language)
    for file in sorted(unclaimed):
        yield Problem(file, "media", f"{shown(file)} has no recording of its name beside it.")


def _texts_of(recording: Path, files: list[Path], stems: set[str]) -> dict[str, list[Path]]:
    """Return the texts of a recording by the language in their names, "" for none, the best suffix first."""
    texts: dict[str, list[Path]] = {}
    for file in sorted(files, key=lambda file: _rank(file.suffix)):
        bare, _, code = file.stem.rpartition(".")
        if _rank(file.suffix) == len(TEXT_SUFFIXES):
            continue
        if file.stem == recording.stem:
            texts.setdefault("", []).append(file)
        elif bare == recording.stem and code.lower() in LANGUAGES and file.stem not in stems:
            texts.setdefault(code.lower(), []).append(file)
    return texts


def _rank(suffix: str) -> int:
    return TEXT_SUFFIXES.index(suffix.lower()) if suffix.lower() in TEXT_SUFFIXES else len(TEXT_SUFFIXES)


def _beside(recording: Path, texts: Mapping[str, Path], place: Path, language: str | None) -> Iterator[Found]:
    spoken = [code for code in texts if code not in ("", "en")] or [code for code in texts if code]
    if not texts:
        yield Problem(recording, "subtitles", f"{shown(recording)} has no subtitles of its name beside it.")
    elif "" not in texts and len(spoken) > 1:
        message = f"{shown(recording)} has subtitles in several languages: name the true ones as it is named."
        yield Problem(recording, "subtitles", message)
    else:
        said = "" if "" in texts else spoken[0]
        events = recording.with_name(f"{recording.stem}.events.tsv")
        candidate = Candidate(
            media=recording,
            text=texts[said],
            translation=None if said == "en" else texts.get("en"),
            events=events if events.is_file() else None,
            condition=condition_of(recording, place),
            language=said or None,
        )
        yield from candidate.read(language)
