"""Projects to fuzz: bytes that are flipped, cut and mixed, and rows that lie although their checksums are right."""

import re
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from zlib import crc32

from engine.subtitles.document import Cue, Document
from engine.subtitles.project import carve, codec, database, file, lock, read, rows, salvage
from engine.subtitles.project.database import PAGE, cue_proof, fact_proof, step_proof
from engine.subtitles.project.file import create_project, open_project
from engine.subtitles.project.rows import STATE, STATE_FACT, State, Sum
from engine.subtitles.steps import Step
from tests.support.edit_script import session
from tests.support.fuzzing import Target, mutate

LONGEST = 32 * 1024  # bytes; an empty project has six pages of 4 KB, so that no whole one is shorter than 24 KB
_SEEDS = 24
_MODULES = (read, salvage, carve, codec, database, file, rows)
_JOURNAL = bytes.fromhex("d9d505f920a163d7")  # sqlite.org/fileformat2.html, 3
_NOT_READING = re.compile(  # and what answers to the disk (tests/faults/test_failing_disk.py), not to the file
    r"(encode$|dump$|prepare_to_write$|commit$|keep$|fact$|remove$|create_project$|creating$|_write$|_refuse_if|history$|plus$"
    r"|set_journal_aside$|_link_or_copy$|_take_lock$|facts$|clear$|known$|place_of$|put_|_put_|drop|is_up_to_date$|put$|fit_in$|_runs$|__str__$)"
)
_CRIMES = (
    "CREATE TRIGGER t AFTER INSERT ON cue BEGIN DELETE FROM cue; END",
    "CREATE VIEW v AS SELECT * FROM cue",
    "CREATE TABLE extra (a)",
    "DROP TABLE past",
    "ALTER TABLE cue ADD COLUMN b",
    "PRAGMA user_version=2",
    "PRAGMA user_version=0",
    "PRAGMA application_id=1",
    "DELETE FROM cue WHERE id % 2",
    "UPDATE cue SET place = 'x'",
    "UPDATE cue SET place = -place",
    "UPDATE past SET body = 'text'",
    "DELETE FROM fact",
    "PRAGMA journal_mode=WAL",
)
_VALUES = (b"-1", b"1e9", b"1e999", b"NaN", b"null", b"[]", b"{}", b'""', b"true", b"9" * 30, b"[" * 3000, b'"\\ud83d"')


def project_target() -> Target:
    """Return the project's reader: the whole way of a file that is opened, with its salvage, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    fresh = [True]

    def opened(data: bytes) -> None:
        if fresh:
            fresh.pop()
            _make_codecs_anew()
        _open(folder, data)

    return Target("project", opened, _seeds(folder), _MODULES, _NOT_READING, mutate_project)


def _open(folder: Path, data: bytes) -> None:
    """Open a project as it may lie there: alone, with a journal beside it, damaged once more, opened elsewhere."""
    path = folder / "a.sotto"
    dice = Random(crc32(data))
    if dice.random() < 0.01:
        data = b""
    path.write_bytes(data)
    if dice.random() < 0.01:
        path.unlink()
        path = folder.parent / dice.choice((folder.name, "nothing.sotto"))
    if dice.random() < 0.1:
        (folder / "a.sotto-journal").write_bytes(dice.choice((b"", _JOURNAL + data[:9000], data[:4096])))
    if dice.random() < 0.1:
        (folder / "a.sotto.damaged").touch()
    held = lock.take(path) if dice.random() < 0.05 else None
    try:
        open_project(path).project.close()
    finally:
        if held is not None:
            held.release()
        for left in folder.iterdir():
            left.unlink()


def _make_codecs_anew() -> None:
    """Forget the decoders that were made with the modules, so that the making is traced, too."""
    for made in (codec._codec, codec._dataclass_codec):
        made.cache_clear()
    for kind in (Cue, Document, State, Step):
        codec.codec(kind)


def _seeds(folder: Path) -> list[bytes]:
    """Return projects of sessions of different lengths, with few cues."""
    found = []
    for number in range(_SEEDS):
        path = folder / f"{number}.sotto"
        states = list(islice(session(number, number % 6), 1 + number))
        project = create_project(path, states[0], {"transcription": {"model": "small", "temperature": [0, 0.2]}})
        for state in states[1:]:
            project.commit(state)
        project.close()
        found.append(path.read_bytes())
        path.unlink()
    return found


def mutate_project(stock: list[bytes], dice: Random) -> bytes:
    """Change bytes somewhere or in one page, or what rows say."""
    match dice.randrange(4):
        case 0:
            return mutate(stock, dice, LONGEST)
        case 1:
            return _with_pages(stock, dice)
        case _:
            return _forged(dice.choice(stock[:_SEEDS]), dice)  # behind these stand what was mutated before


def _flipped(whole: bytes, dice: Random) -> bytes:
    data = bytearray(whole)
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def _with_pages(stock: list[bytes], dice: Random) -> bytes:
    """Mutate one page, swap two, or take one from another file."""
    data = bytearray(dice.choice(stock))
    count = max(1, len(data) // PAGE)
    one, other = (PAGE * dice.randrange(count) for _ in range(2))
    page = bytes(data[one : one + PAGE])
    match dice.randrange(4):
        case 0:
            data[one : one + PAGE] = mutate([page], dice, PAGE).ljust(PAGE, b"\0")
        case 1:
            data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], page
        case 2:
            begin = PAGE * dice.randrange(1 + len(whole := dice.choice(stock)) // PAGE)
            data[one : one + PAGE] = whole[begin : begin + PAGE]
        case _:
            return _flipped(bytes(data), dice)
    return bytes(data)


def _forged(whole: bytes, dice: Random) -> bytes:
    """Change what a row says and make all checksums right again, or commit a crime against the tables."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(whole)
        if dice.random() < 0.15:
            connection.execute(dice.choice(_CRIMES))
            return connection.serialize()
        for _ in range(dice.randint(1, 3)):
            _lie(connection, dice)
        if dice.random() < 0.9:
            with suppress(codec.Unreadable):  # the lie may be about the sums themselves
                _add_up(connection)
        return connection.serialize()


def _lie(connection: sqlite3.Connection, dice: Random) -> None:
    table = dice.choice(("fact", "cue", "past", "future"))
    found = connection.execute(f"SELECT rowid, * FROM {table} ORDER BY random() LIMIT 1").fetchone()
    if found is None:
        return
    rowid, key, *middle, body, _ = found
    body = _other(bytes(body), dice)
    if table == "fact":
        proof = fact_proof(key, body)
    elif table == "cue":
        proof = cue_proof(key, middle[0], body)
    else:
        proof = step_proof(table, key, body)
    connection.execute(f"UPDATE {table} SET body = ?, proof = ? WHERE rowid = ?", (body, proof, rowid))


def _other(body: bytes, dice: Random) -> bytes:
    """Change JSON: bytes of it, one of its values, or all."""
    if dice.random() < 0.05:
        return dice.choice(_VALUES)
    values = list(re.finditer(rb'-?\d[\d.e-]*|"[^"]*"|null|\[\]|\{\}', body))
    if not values or dice.random() < 0.3:
        return mutate([body], dice, PAGE)
    chosen, source = dice.choice(values), dice.choice(values)
    return body[: chosen.start()] + dice.choice((*_VALUES, source[0])) + body[chosen.end() :]


def _add_up(connection: sqlite3.Connection) -> None:
    """Write the sums of all rows, as the reader wants them."""
    (body,) = connection.execute("SELECT body FROM fact WHERE name = ?", (STATE_FACT,)).fetchone()
    sums = [
        connection.execute(f"SELECT count(*), coalesce(sum(proof), 0) FROM {table}").fetchone()
        for table in ("cue", "past", "future")
    ]
    state = replace(
        STATE.load(body),
        cues=Sum().plus(*sums[0]),
        steps=Sum().plus(sums[1][0] + sums[2][0], sums[1][1] + sums[2][1]),
    )
    body = STATE.dump(state)
    connection.execute(
        "UPDATE fact SET body = ?, proof = ? WHERE name = ?", (body, fact_proof(STATE_FACT, body), STATE_FACT)
    )
