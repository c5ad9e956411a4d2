"""The keys of the actions in three sets, each that of a program whose keys the hand may know.

A key stands for itself everywhere in the window, or, with "@list", "@wave" or "@view", only while the focus is in the
table of cues, on the waveform, or on any of table, waveform and picture: there, where nobody types. F10 is in no set:
it belongs to the menu bar.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

KeySet = Literal["subtitle-edit", "aegisub", "subtitle-composer"]
KEY_SETS: tuple[KeySet, ...] = ("subtitle-edit", "aegisub", "subtitle-composer")
Scope = Literal["window", "view", "list", "wave"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key in Qt's portable writing, and where it holds."""

    sequence: str
    scope: Scope = "window"


# action: keys of Subtitle Edit's set; those of Aegisub's and Subtitle Composer's where they differ
_TABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "file.new": ("Ctrl+N",),
        "file.open": ("Ctrl+O",),
        "file.open_media": ("Ctrl+Shift+O",),
        "file.save": ("Ctrl+S", "Ctrl+S F2"),
        "file.save_as": ("Ctrl+Shift+S",),
        "file.export": ("Ctrl+E", "Ctrl+E", "Ctrl+Alt+E"),
        "file.close": ("Ctrl+W",),
        "file.quit": ("Ctrl+Q",),
        "edit.undo": ("Ctrl+Z",),
        "edit.redo": ("Ctrl+Y Ctrl+Shift+Z",),
        "edit.select_all": ("Ctrl+A@list",),
        "edit.find": ("Ctrl+F",),
        "edit.find_next": ("F3",),
        "edit.find_previous": ("Shift+F3",),
        "edit.replace": ("Ctrl+H", "Ctrl+H", "Ctrl+R"),
        "edit.go_to": ("Ctrl+G",),
        "edit.preferences": ("Ctrl+,",),
        "cue.insert_after": ("Insert@list Alt+Insert", "Ctrl+Return Alt+Insert", "Insert@view Alt+Insert"),
        "cue.insert_before": ("Ctrl+Shift+Insert Ctrl+Insert@list", "Ctrl+Shift+Insert", "Ctrl+Insert@view"),
        "cue.insert_at_playhead": ("Shift+Insert@view Ctrl+Alt+Insert",),
        "cue.delete": ("Delete@view Ctrl+Delete", "Ctrl+Delete Delete@view", "Delete@view Ctrl+Delete"),
        "cue.split": ("Ctrl+Alt+V",),
        "cue.split_at_playhead": ("Ctrl+Shift+D", "Ctrl+D Ctrl+Shift+D", "Ctrl+Shift+D"),
        "cue.merge": ("Ctrl+Shift+M",),
        "cue.merge_as_dialogue": ("Ctrl+Alt+M",),
        "cue.italic": ("Ctrl+I", "Ctrl+Alt+I", "Ctrl+I"),
        "cue.bold": ("Ctrl+B",),
        "cue.auto_break": ("Ctrl+Alt+B",),
        "cue.verify": ("Ctrl+Shift+Return",),
        "cue.duplicate": ("Ctrl+D", "Ctrl+Alt+D", "Ctrl+Alt+D"),
        "cue.previous": ("Alt+Up", "Alt+Up Ctrl+8@list Z@wave", "Alt+Up"),
        "cue.next": ("Alt+Down", "Alt+Down Ctrl+2@list X@wave", "Alt+Down"),
        "cue.first": ("Ctrl+Home@view",),
        "cue.last": ("Ctrl+End@view",),
        "cue.next_problem": ("F8 F4", "F8", "F4 F8"),
        "cue.previous_problem": ("Shift+F8 Shift+F4", "Shift+F8", "Shift+F4 Shift+F8"),
        "cue.next_doubt": ("F9",),
        "cue.previous_doubt": ("Shift+F9",),
        "cue.edit_text": ("Return@list",),
        "time.set_start": ("F11 Ctrl+3 [@view", "Ctrl+3 F11", "Shift+Z@view F11"),
        "time.set_end": ("F12 Ctrl+4 ]@view", "Ctrl+4 F12", "Shift+X@view F12"),
        "time.set_end_and_next": ("Shift+F12 Return@wave", "Return@wave G@wave Shift+F12", "Shift+F12 Return@wave"),
        "time.move_to_playhead": ("Shift+F11", "Ctrl+6", "Shift+A@view"),
        "time.shift": ("Ctrl+Shift+A", "Ctrl+I", "Ctrl+D"),
        "time.shift_later": ("Ctrl+Alt+Right", "Ctrl+Alt+Right", "Shift++@view"),
        "time.shift_earlier": ("Ctrl+Alt+Left", "Ctrl+Alt+Left", "Shift+-@view"),
        "time.extend_to_next": ("Ctrl+Shift+E",),
        "time.extend_to_previous": ("Alt+Shift+E",),
        "play.toggle": ("Space@view Ctrl+Space Ctrl+P", "Ctrl+P B@wave Ctrl+Space", "Ctrl+Space Space@view"),
        "play.pause": ("Ctrl+Alt+P", "H@wave Ctrl+Alt+P", "Ctrl+Alt+P"),
        "play.cue": ("F5 Ctrl+Return", "R@wave S@wave Space@wave F5", "Ctrl+Return F5"),
        "play.loop": ("Shift+F5",),
        "play.back": ("Left@view", "Ctrl+Left@list", "Ctrl+Alt+,"),
        "play.forward": ("Right@view", "Ctrl+Right@list", "Ctrl+Alt+."),
        "play.back_little": ("Alt+Left",),
        "play.forward_little": ("Alt+Right",),
        "play.back_much": ("Shift+Left@view", "Shift+Left@view", "Left@view"),
        "play.forward_much": ("Shift+Right@view", "Shift+Right@view", "Right@view"),
        "play.frame_back": ("Ctrl+Left@view", "Left@view", "Ctrl+Left@view"),
        "play.frame_forward": ("Ctrl+Right@view", "Right@view", "Ctrl+Right@view"),
        "play.to_previous": ("Ctrl+Shift+Up",),
        "play.to_next": ("Ctrl+Shift+Down",),
        "play.to_start": ("Ctrl+1",),
        "play.to_end": ("Ctrl+2",),
        "play.slower": ("Ctrl+Shift+-",),
        "play.faster": ("Ctrl+Shift++",),
        "play.usual_speed": ("Ctrl+0",),
        "play.louder": ("Ctrl+Up@view",),
        "play.quieter": ("Ctrl+Down@view",),
        "listen.transcribe": ("Ctrl+T",),
        "listen.pause": ("Ctrl+Alt+T",),
        "listen.cancel": ("Ctrl+Shift+T",),
        "view.full_screen": ("Alt+Return",),
        "view.spectrogram": ("Ctrl+Shift+W",),
        "help.palette": ("Ctrl+Shift+P",),
    }
)
KNOWN = frozenset(_TABLE)


def keys_of(action: str, key_set: KeySet, own: Mapping[str, str] = MappingProxyType({})) -> tuple[Key, ...]:
    """Return an action's keys, the one that menus show first; `own` are those that a person chose, written alike."""
    if action in own:
        return tuple(_parsed(own[action]))
    sets = _TABLE.get(action, ("",))
    return tuple(_parsed(sets[min(KEY_SETS.index(key_set), len(sets) - 1) if len(sets) > 1 else 0]))


def conflicts(
    actions: Iterable[str], key_set: KeySet, own: Mapping[str, str] = MappingProxyType({})
) -> dict[str, tuple[str, ...]]:
    """Return the keys that several actions have where both hold, each with these actions."""
    taken: dict[str, list[tuple[str, Scope]]] = {}
    for action in actions:
        for key in keys_of(action, key_set, own):
            taken.setdefault(key.sequence, []).append((action, key.scope))
    return {
        sequence: tuple(action for action, _ in holders)
        for sequence, holders in taken.items()
        if any(_meet(one, other) for at, (_, one) in enumerate(holders) for _, other in holders[at + 1 :])
    }


def written(keys: Iterable[Key]) -> str:
    """Write keys as they are kept."""
    return " ".join(key.sequence if key.scope == "window" else f"{key.sequence}@{key.scope}" for key in keys)


def _parsed(written_keys: str) -> Iterator[Key]:
    for each in written_keys.split():
        sequence, _, scope = each.rpartition("@")
        match scope if sequence else "":
            case "view" | "list" | "wave" as known:
                yield Key(sequence, known)
            case _:
                yield Key(each)


def _meet(one: Scope, other: Scope) -> bool:
    return "window" in (one, other) or "view" in (one, other) or one == other
