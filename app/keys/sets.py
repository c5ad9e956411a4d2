"""The key sets that come with Sotto, read from resources/keys.toml."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from app.keys.values import Key, KeySet, parse_key, with_changes
from engine.paths import resources
from engine.settings import Keys


def read_key_sets(file: Path | None = None) -> tuple[KeySet, ...]:
    """Read the sets, the usual one first. Raise ValueError for what is no key: the file is ours."""
    content = tomllib.loads((file or resources() / "keys.toml").read_text("utf-8"))
    return tuple(
        KeySet(name, table["title"], {action: tuple(map(_key, keys)) for action, keys in table["keys"].items()})
        for name, table in content.items()
    )


def base_of(sets: Sequence[KeySet], keys: Keys) -> KeySet:
    """Return the set that somebody chose, the usual one if there is no such set any more."""
    return next((each for each in sets if each.name == keys.base), sets[0])


def chosen_keys(sets: Sequence[KeySet], keys: Keys) -> KeySet:
    """Return the set that somebody chose with what they changed in it."""
    return with_changes(base_of(sets, keys), keys)


def _key(text: str) -> Key:
    key = parse_key(text)
    if key is None:
        raise ValueError(f"{text!r} is no key")
    return key
