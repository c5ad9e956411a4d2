"""What collides in a set of keys: two actions on one key, what types a character, and the menu bar's own key."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.keys.values import Key, KeySet, Scope

Reason = Literal["shared", "typing", "menu"]
_MENU = "F10"
_EDITING = frozenset(
    {
        *("Backspace", "Del", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"),
        *("Return", "Enter", "Space", "Tab", "Backtab", "Ins"),
    }
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key that can't do what it should. "shared": several actions have it where both hold; "typing": in the whole
    window nobody could type or move the cursor with it any more; "menu": F10 leads to the menu bar, for those who use
    no mouse. `actions` are ids in the order of the table."""

    sequence: str
    actions: tuple[str, ...]
    reason: Reason


def conflicts(keys: KeySet, actions: Iterable[str] | None = None) -> tuple[Conflict, ...]:
    """Return what collides, among `actions` or all that have keys."""
    holders: dict[str, list[tuple[str, Scope]]] = defaultdict(list)
    found = []
    for action in keys.keys if actions is None else actions:
        for key in keys.keys_of(action):
            holders[key.sequence].append((action, key.scope))
            if reason := _alone(key):
                found.append(Conflict(key.sequence, (action,), reason))
    for sequence, held in holders.items():
        shared = {
            action
            for at, (action, scope) in enumerate(held)
            for other_at, (other, other_scope) in enumerate(held)
            if at != other_at and action != other and _meet(scope, other_scope)
        }
        if shared:
            found.append(Conflict(sequence, tuple(action for action, _ in held if action in shared), "shared"))
    return tuple(found)


def _alone(key: Key) -> Reason | None:
    """Say what is wrong with a key whoever has it."""
    if key.sequence == _MENU:
        return "menu"
    first = key.sequence.split(", ")[0]
    bare = first.removeprefix("Shift+")
    if key.scope == "window" and (bare in _EDITING or len(bare) == 1):
        return "typing"
    return None


def _meet(one: Scope, other: Scope) -> bool:
    return "window" in (one, other) or "view" in (one, other) or one == other
