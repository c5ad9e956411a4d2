"""A key, where it holds, and a set of keys: which action has which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from PySide6.QtGui import QKeySequence

from engine.settings import Keys

Scope = Literal["window", "view", "list", "wave"]
_SCOPES = frozenset(get_args(Scope))


@dataclass(frozen=True, slots=True)
class Key:
    """A key in Qt's portable writing, and where it holds: in the whole window; in table, waveform and picture ("view"),
    where nobody types; in the table of cues alone; on the waveform alone."""

    sequence: str
    scope: Scope = "window"

    def __str__(self) -> str:
        return self.sequence if self.scope == "window" else f"{self.sequence}@{self.scope}"

    @property
    def native(self) -> str:
        """The key as the system's menus write it."""
        return QKeySequence(self.sequence, QKeySequence.SequenceFormat.PortableText).toString(
            QKeySequence.SequenceFormat.NativeText
        )


@dataclass(frozen=True, slots=True)
class KeySet:
    """The keys of every action by its id, those first that menus show. An action that isn't named has none."""

    name: str
    title: str
    keys: Mapping[str, tuple[Key, ...]]

    def keys_of(self, action: str) -> tuple[Key, ...]:
        return self.keys.get(action, ())

    def with_keys(self, action: str, keys: Iterable[Key]) -> "KeySet":
        """Give an action other keys, or none."""
        return replace(self, keys={**self.keys, action: tuple(dict.fromkeys(keys))})


def parse_key(text: str) -> Key | None:
    """Read a key such as Ctrl+S or Delete@list; None for what is no key."""
    sequence, at, scope = text.strip().rpartition("@")
    if not at or not sequence or scope not in _SCOPES:
        sequence, scope = text.strip(), "window"
    read = QKeySequence(sequence, QKeySequence.SequenceFormat.PortableText)
    portable = read.toString(QKeySequence.SequenceFormat.PortableText)
    if read.isEmpty() or "Unknown" in portable or not portable.strip():
        return None
    return Key(portable, cast(Scope, scope))


def with_changes(base: KeySet, keys: Keys) -> KeySet:
    """Return a set with what a person changed in it; texts that are no keys are passed over."""
    changed = {action: tuple(filter(None, map(parse_key, texts))) for action, texts in keys.changed}
    return replace(base, keys={**base.keys, **changed})


def changes(base: KeySet, changed: KeySet) -> Keys:
    """Return what of `changed` differs from `base`, to be kept in the settings."""
    actions = sorted(base.keys.keys() | changed.keys.keys())
    return Keys(
        base.name,
        tuple(
            (action, tuple(map(str, changed.keys_of(action))))
            for action in actions
            if changed.keys_of(action) != base.keys_of(action)
        ),
    )
