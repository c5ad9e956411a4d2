"""`sotto info`: what a subtitle file is and holds, and what in it needs mending."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from engine.commands.screen import clock, complain
from engine.commands.subtitle_account import Mended, lines_of, mended, print_lines, print_object
from engine.errors import EngineError
from engine.languages import LANGUAGES
from engine.paths import shown
from engine.subtitles.formats import read
from engine.subtitles.frames import read_rate

_SHOWN_ENCODINGS = 5

Files = Annotated[list[Path], typer.Argument(metavar="FILES...", help="Subtitle files.", show_default=False)]
Fps = Annotated[
    str | None,
    typer.Option("--fps", metavar="RATE", help="Pictures a second of formats that count frames: 25, 23.976, ..."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the files; default: found out.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a file.")]


@dataclass(frozen=True, slots=True)
class Info:
    """What is known of one file: the line of `--json`. Times in ms; `encodings` where one had to be guessed."""

    file: str
    format: str
    cues: int
    start_ms: int | None
    end_ms: int | None
    language: str
    translation_language: str
    translated_cues: int
    speakers: int
    notes: int
    encoding: str
    encodings: tuple[str, ...]
    mended: tuple[Mended, ...]


def info(files: Files, fps: Fps = None, encoding: Encoding = None, as_json: Json = False) -> int:
    """Return the exit code: 1 if a file could not be read."""
    rate = None if fps is None else read_rate(fps)
    failed = False
    for file in files:
        try:
            reading = read(file, encoding, rate)
        except EngineError as error:
            complain(str(error))
            failed = True
            continue
        document = reading.document
        found = Info(
            file=shown(file),
            format=reading.format,
            cues=len(document.cues),
            start_ms=min((cue.start for cue in document.cues), default=None),
            end_ms=max((cue.end for cue in document.cues), default=None),
            language=document.language,
            translation_language=document.translation_language,
            translated_cues=sum(bool(cue.translation) for cue in document.cues),
            speakers=len({cue.speaker for cue in document.cues if cue.speaker}),
            notes=len(document.notes),
            encoding=reading.encoding,
            encodings=reading.encodings,
            mended=mended(reading.repairs),
        )
        if as_json:
            print_object(found)
        else:
            print_lines(_told(found))
    return 1 if failed else 0


def _told(found: Info) -> list[str]:
    rows = [
        ("format", found.format),
        ("cues", f"{found.cues:,}"),
        ("times", _times(found)),
        ("language", LANGUAGES.get(found.language, found.language)),
        ("translation", _translation(found)),
        ("speakers", str(found.speakers or "")),
        ("notes", str(found.notes or "")),
        ("encoding", _encoding(found)),
    ]
    lines = (f"  {name + ':':<13}{value}" for name, value in rows if value)
    return [found.file, *lines, *lines_of(found.mended)]


def _times(found: Info) -> str:
    if found.start_ms is None or found.end_ms is None:
        return ""
    return f"{clock(found.start_ms)} to {clock(found.end_ms)}"


def _translation(found: Info) -> str:
    if not found.translated_cues:
        return ""
    language = found.translation_language
    return f"{LANGUAGES.get(language, language)} {found.translated_cues:,} cues".strip()


def _encoding(found: Info) -> str:
    others = found.encodings[1 : 1 + _SHOWN_ENCODINGS]
    return f"{found.encoding} (guessed; others: {', '.join(others)})" if others else found.encoding
