"""Tables of a TOML file that comes with Sotto, read strictly: what is missing, of another kind or unknown is named."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.paths import shown


def read_facts(path: Path, kinds: Iterable[str]) -> "dict[str, list[Facts]]":
    """Read the lists of tables that are named in `kinds`; one that isn't there is empty.

    Raises EngineError("setup") if the file can't be read, is no TOML or holds something else.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _wrong(path, f"it can't be read ({error.strerror})") from error
    except ValueError as error:
        raise _wrong(path, "it is no TOML") from error
    lists = {kind: content.pop(kind, []) for kind in kinds}
    if content:
        raise _wrong(path, f"it holds {next(iter(content))!r}")
    for kind, tables in lists.items():
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise _wrong(path, f"{kind!r} is no list of tables")
    names = [table.get("name") for tables in lists.values() for table in tables]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _wrong(path, f"{twice!r} is listed twice")
    return {kind: [Facts(path, table) for table in tables] for kind, tables in lists.items()}


class Facts:
    """One table. Every method raises EngineError("setup"), naming the table and the key that is wrong."""

    def __init__(self, path: Path, table: dict[str, Any]) -> None:
        self._path = path
        self._table = table
        self._taken: set[str] = set()

    def has(self, key: str) -> bool:
        return key in self._table

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str) or not value:
            raise self.wrong(key, "it must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._take(key)
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "it must be a list of texts")
        return tuple(values)

    def truth(self, key: str) -> bool:
        value = self._take(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "it must be true or false")
        return value

    def whole(self, key: str, most: int = 1 << 40) -> int:
        value = self._take(key)
        if type(value) is not int or not 1 <= value <= most:
            raise self.wrong(key, f"it must be a whole number from 1 to {most}")
        return value

    def number(self, key: str) -> float:
        value = self._take(key)
        if type(value) not in (int, float) or not 0 < value < 1 << 40:
            raise self.wrong(key, "it must be a number above 0")
        return float(value)

    def pairs(self, key: str) -> tuple[tuple[int, int], ...]:
        values = self._take(key)
        if not isinstance(values, list) or not all(_is_pair(value) for value in values):
            raise self.wrong(key, "it must be a list of pairs of whole numbers")
        return tuple((first, second) for first, second in values)

    def wholes_of(self, key: str, names: Iterable[str]) -> Any:
        """Return the whole numbers of a table that holds exactly `names`, in their order."""
        names, value = tuple(names), self._take(key)
        if not isinstance(value, dict) or value.keys() != set(names) or any(type(value[n]) is not int for n in names):
            raise self.wrong(key, f"it must hold whole numbers for {', '.join(names)}")
        return tuple(value[name] for name in names)

    def check_all_taken(self) -> None:
        """Raise if the table holds a key that nobody asked for."""
        if foreign := sorted(self._table.keys() - self._taken):
            raise self.wrong(foreign[0], "nobody knows it")

    def wrong(self, key: str, reason: str) -> EngineError:
        return _wrong(self._path, f"{key!r} of {self._table.get('name', 'a table without a name')!r}: {reason}")

    def _take(self, key: str) -> Any:
        if key not in self._table:
            raise self.wrong(key, "it is missing")
        self._taken.add(key)
        return self._table[key]


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(each) is int and each >= 0 for each in value)


def _wrong(path: Path, reason: str) -> EngineError:
    return EngineError("setup", f"{shown(path)} is not as it came with Sotto: {reason}. Install Sotto again.")
