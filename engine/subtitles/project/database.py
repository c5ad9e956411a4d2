"""SQLite as we use it: one file with nothing beside it, our tables only, and a checksum on every row.

A rollback journal and not a log beside: between two commits the file alone is the whole project and can be copied or
mailed. TRUNCATE with synchronous=FULL syncs the journal's end, too: a commit that returned survives a power cut.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from zlib import crc32

from engine.errors import EngineError
from engine.paths import shown

APPLICATION = 0x536F7474  # "Sott"
VERSION = 1
PAGE = 4096
_MAGIC, _HEADER = b"SQLite format 3\0", 100  # bytes
_PATIENCE = 5.0  # seconds; as long as a second window may read
_CACHE = 65_536  # KiB; pages that don't fit are synced while an edit is still being written
_LONGEST = 1 << 28  # bytes of one value

SCHEMA = (
    "CREATE TABLE fact (name TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL, proof INTEGER NOT NULL)",
    "CREATE TABLE cue (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, body BLOB NOT NULL, proof INTEGER NOT NULL)",
    "CREATE TABLE past (number INTEGER PRIMARY KEY, body BLOB NOT NULL, proof INTEGER NOT NULL)",
    "CREATE TABLE future (number INTEGER PRIMARY KEY, body BLOB NOT NULL, proof INTEGER NOT NULL)",
)

_WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full: free some space or save elsewhere",
    sqlite3.SQLITE_IOERR: "the disk reports an error or is full: save elsewhere",
    sqlite3.SQLITE_BUSY: "another program is using it: close it there and try again",
    sqlite3.SQLITE_LOCKED: "another program is using it: close it there and try again",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only: save elsewhere",
    sqlite3.SQLITE_PERM: "the file or its folder is read-only: save elsewhere",
    sqlite3.SQLITE_CANTOPEN: "it may not be read, or nothing may be written beside it: copy it elsewhere",
    sqlite3.SQLITE_NOMEM: "there is not enough memory: close other programs",
}


class Damaged(Exception):  # noqa: N818 - says what the file is
    """The file holds something that we never wrote, or lacks something that we did."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into EngineError("disk") that name file and remedy, or into Damaged."""
    try:
        yield
    except sqlite3.Error as error:
        words = _WORDS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if words is None:
            raise Damaged from None
        raise EngineError("disk", f"{shown(path)} is not saved or cannot be opened: {words}") from None
    except UnicodeDecodeError:  # SQLite's message quotes a damaged name
        raise Damaged from None


def connect(path: Path, mode: Literal["rw", "ro"]) -> sqlite3.Connection:
    """Open a file that exists, before anything in it is believed. Raise sqlite3.Error."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, timeout=_PATIENCE, isolation_level=None, uri=True, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def refuse_foreign(path: Path) -> None:
    """Raise EngineError("subtitles") for a file that is another program's or a newer Sotto's; write nothing to it.

    The header is read by ourselves (sqlite.org/fileformat2.html, 1.3): a foreign file's journal is not ours to play
    back, and in ours what a killed commit left is no damage before its journal was. What is no SQLite file at all
    passes: it may once have been ours.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return  # SQLite says why
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return
    version, application = (int.from_bytes(header[at : at + 4], signed=True) for at in (60, 68))
    if application != APPLICATION:
        raise EngineError("subtitles", f"{shown(path)} is not a project of Sotto: open it with the program it is from")
    if version > VERSION:
        raise EngineError("subtitles", f"{shown(path)} was made by a newer version: update Sotto to open it")


def refuse_unknown_tables(connection: sqlite3.Connection) -> None:
    """Raise Damaged unless the file has our tables and nothing else: no trigger, no view, no index."""
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\'")
    if sorted(str(sql) for (sql,) in found) != sorted(SCHEMA):
        raise Damaged
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        raise Damaged


def refuse_broken_trees(connection: sqlite3.Connection) -> None:
    """Raise Damaged if a page hangs where it should not: the next write could destroy what is whole."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged


def prepare_to_write(connection: sqlite3.Connection) -> None:
    """Make every commit durable, and what is deleted gone."""
    for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL", "secure_delete=ON", f"cache_size=-{_CACHE}"):
        connection.execute(f"PRAGMA {pragma}")


def make_tables(connection: sqlite3.Connection) -> None:
    """Make an empty file ours."""
    connection.execute(f"PRAGMA page_size={PAGE}")
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")
    for table in SCHEMA:
        connection.execute(table)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing, durably. Raise sqlite3.Error; nothing is changed then."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def cue_proof(number: int, place: int, body: bytes) -> int:
    """Return the checksum of a row: CRC-32 finds every damage within 32 neighbouring bits."""
    return crc32(body, crc32(b"cue %d %d " % (number, place)))


def fact_proof(name: str, body: bytes) -> int:
    return crc32(body, crc32(b"fact %s " % name.encode()))


def step_proof(stack: str, number: int, body: bytes) -> int:
    return crc32(body, crc32(b"%s %d " % (stack.encode(), number)))
