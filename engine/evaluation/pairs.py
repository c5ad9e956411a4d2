"""Lists of pairs: a table with a recording and its subtitles in each row."""

from collections.abc import Iterator
from pathlib import Path

from engine.errors import EngineError
from engine.evaluation.candidate import Candidate, Found, Problem, condition_of
from engine.paths import shown
from engine.training.pairs import Row, read_table


def in_pairs(file: Path, place: Path, language: str | None) -> Iterator[Found]:
    """Yield what the rows of `file` make. The condition of those that name none is the sub-folder of `place`."""
    try:
        rows = read_table(file)
    except EngineError as error:
        yield Problem(file, error.kind, str(error))
        return
    for row in rows:
        yield from _in_row(row, file, place, language)


def _in_row(row: Row, file: Path, place: Path, language: str | None) -> Iterator[Found]:
    if row.media is None or row.subtitles is None:
        message = f"{row.where}: media or subtitles is missing (give an empty file where nothing is said)."
        yield Problem(file, "subtitles", message)
    elif not row.media.is_file():
        yield Problem(row.media, "media", f"{row.where}: {shown(row.media)} does not exist: check the name.")
    else:
        condition = row.condition or condition_of(row.media, place)
        candidate = Candidate(row.media, row.subtitles, row.translation, row.events, condition, row.language)
        yield from candidate.read(language)
