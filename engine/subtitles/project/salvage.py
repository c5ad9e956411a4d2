"""What a damaged project still holds: the rows whose checksums prove that we wrote them."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.document import Cue, Document
from engine.subtitles.project.carve import Value, carve
from engine.subtitles.project.codec import Json, Unreadable, load_mapping
from engine.subtitles.project.read import prove_cue, prove_fact
from engine.subtitles.project.rows import HEAD, HEAD_FACT, STATE, STATE_FACT

_BIGGEST = 1 << 30  # bytes; it is read at once


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many cues were found of how many there were (None if that is lost), and where the damaged file was kept.

    The undo history is not salvaged.
    """

    cues: int
    expected: int | None
    kept: Path

    def __str__(self) -> str:
        whole = "" if self.expected is None else f" of {self.expected}"
        return f"Damaged: {self.cues}{whole} cues recovered; the damaged file was kept as {shown(self.kept)}."


@dataclass(frozen=True, slots=True)
class Remains:
    document: Document
    facts: Mapping[str, Mapping[str, Json]]
    cues: int
    expected: int | None


def remains(path: Path) -> Remains:
    """Find what can be proven. Raise EngineError("subtitles") if that is nothing."""
    placed, facts = _proven(_bytes(path))
    if not placed and not facts:
        raise EngineError(
            "subtitles", f"{shown(path)} is no project, or damaged beyond repair; it was left as it is: use a backup"
        )
    head, state = (facts.pop(name, b"") for name in (HEAD_FACT, STATE_FACT))
    cues = tuple(cue for _, cue in sorted(placed.values(), key=lambda row: row[0]))
    document, expected = Document(cues), None
    with suppress(Unreadable):
        document = replace(HEAD.load(head), cues=cues)
    with suppress(Unreadable):
        expected = STATE.load(state).cues.rows
    return Remains(document, {name: load_mapping(body) for name, body in facts.items()}, len(cues), expected)


def _proven(data: bytes) -> tuple[dict[int, tuple[int, Cue]], dict[str, bytes]]:
    placed: dict[int, tuple[int, Cue]] = {}
    facts: dict[str, bytes] = {}
    for rowid, values in carve(data):
        with suppress(Unreadable):
            cue, fact = _cue(rowid, values), _fact(values)
            if cue is not None:
                placed[rowid] = cue
            elif fact is not None:
                facts[fact[0]] = fact[1]
    return placed, facts


def _cue(rowid: int, values: tuple[Value, ...]) -> tuple[int, Cue] | None:
    return prove_cue(rowid, *values[1:]) if len(values) == 4 and values[0] is None else None


def _fact(values: tuple[Value, ...]) -> tuple[str, bytes] | None:
    return prove_fact(*values) if len(values) == 3 else None


def set_aside(path: Path) -> Path:
    """Give a damaged file a second name that nothing has, and its journal that one's; return the name."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.damaged" + (f"-{number}" if number > 1 else ""))
        try:
            _link_or_copy(path, kept)
        except FileExistsError:
            continue
        journal = _journal(path)
        if journal.exists():
            journal.replace(_journal(kept))
        return kept
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))


def set_journal_aside(path: Path) -> None:
    """Take a journal away that lies where `path`'s would: SQLite would play it back into a file that isn't its own."""
    journal = _journal(path)
    if journal.exists():
        journal.replace(journal.with_name(f"{journal.name}.old"))


def _link_or_copy(path: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("rb") as source, kept.open("xb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _BIGGEST:
            raise EngineError("subtitles", f"{shown(path)} is damaged and too big to be salvaged: use a backup")
        return path.read_bytes()
    except OSError as error:
        raise EngineError("subtitles", f"{shown(path)} cannot be read: {error.strerror}, use a backup") from None
