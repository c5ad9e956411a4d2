"""Lists of pairs: a table with a recording and its subtitles in each row."""

from collections.abc import Iterator
from pathlib import Path

from engine.errors import EngineError
from engine.evaluation.candidate import Candidate, Found, Problem, condition_of
from engine.paths import shown
from engine.subtitles import formats


def in_pairs(file: Path, place: Path, language: str | None) -> Iterator[Found]:
    """Yield what the rows of `file` make.

    Columns, named in its first line and separated by tabs, are media and subtitles and, if they are there, language,
    translation, events and condition; names are relative to the list. A condition is else the sub-folder of `place`.
    """
    try:
        header, *rows = formats.read_plain(file).splitlines() or [""]
    except EngineError as error:
        yield Problem(file, error.kind, str(error))
        return
    columns = [name.strip().lower() for name in header.split("\t")]
    if not {"media", "subtitles"} <= {*columns}:
        message = f"{shown(file)} has no columns media and subtitles: give it a first line that names them."
        yield Problem(file, "subtitles", message)
        return
    for number, row in enumerate(rows, 2):
        if row.strip():
            cells = dict(zip(columns, (cell.strip() for cell in row.split("\t")), strict=False))
            yield from _in_row(cells, file, number, place, language)


def _in_row(cells: dict[str, str], file: Path, number: int, place: Path, language: str | None) -> Iterator[Found]:
    where = f"{shown(file)}, line {number}"
    media, text, translation, events = (
        file.parent / cells[name] if cells.get(name) else None
        for name in ("media", "subtitles", "translation", "events")
    )
    if media is None or text is None:
        message = f"{where}: media or subtitles is missing (give an empty file where nothing is said)."
        yield Problem(file, "subtitles", message)
    elif not media.is_file():
        yield Problem(media, "media", f"{where}: {shown(media)} does not exist: check the name.")
    else:
        condition = cells.get("condition") or condition_of(media, place)
        candidate = Candidate(media, text, translation, events, condition, cells.get("language") or None)
        yield from candidate.read(language)
