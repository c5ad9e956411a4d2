"""Takes over the keys of Subtitle Edit from its own file: Settings.xml of version 4, JSON of version 5."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from app.keys.values import Key, KeySet, Scope, parse_key
from engine.errors import EngineError
from engine.paths import resources, shown

_BIGGEST = 8 * 1024 * 1024  # bytes; Settings.xml has some 200,000
_SPECIAL = {  # what .NET calls keys, and what Qt does
    **{f"D{digit}": str(digit) for digit in range(10)},
    **{f"NumPad{digit}": f"Num+{digit}" for digit in range(10)},
    "Control": "Ctrl",
    "Ctrl": "Ctrl",
    "Shift": "Shift",
    "Alt": "Alt",
    "Win": "Meta",
    "Cmd": "Meta",
    "Return": "Return",
    "Enter": "Return",
    "Back": "Backspace",
    "Delete": "Del",
    "Insert": "Ins",
    "Escape": "Esc",
    "Prior": "PgUp",
    "PageUp": "PgUp",
    "Next": "PgDown",
    "PageDown": "PgDown",
    "Capital": "CapsLock",
    "Oemplus": "+",
    "OemMinus": "-",
    "Oemcomma": ",",
    "OemPeriod": ".",
    "OemQuestion": "/",
    "Oemtilde": "`",
    "OemOpenBrackets": "[",
    "Oem6": "]",
    "OemCloseBrackets": "]",
    "Oem5": "\\",
    "OemPipe": "\\",
    "Oem1": ";",
    "OemSemicolon": ";",
    "Oem7": "'",
    "OemQuotes": "'",
    "OemBackslash": "\\",
    "Add": "Num++",
    "Subtract": "Num+-",
    "Multiply": "Num+*",
    "Divide": "Num+/",
    "Decimal": "Num+.",
}
_NAMES = {name.lower(): qt for name, qt in _SPECIAL.items()}
_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")


@dataclass(frozen=True, slots=True)
class Taken:
    """A set with the keys that were taken over, of how many actions, and how many keys there was no action for."""

    keys: KeySet
    actions: int
    left_out: int


def take_over(file: Path, base: KeySet) -> Taken:
    """Return `base` with the keys of a file of Subtitle Edit. Raise EngineError("options") if it has none."""
    taken: dict[str, list[Key]] = {}
    left_out = 0
    names, found = _shortcuts(file)
    for name, tokens in found:
        key = _key(tokens)
        if name in names and key is not None:
            taken.setdefault(names[name], []).append(_where_it_can_be(key, base, names[name]))
        else:
            left_out += 1
    keys = base
    for action, own in taken.items():
        keys = keys.with_keys(action, own)
    return Taken(keys, len(taken), left_out)


def _shortcuts(file: Path) -> tuple[Mapping[str, str], Iterator[tuple[str, list[str]]]]:
    """Return which action a name stands for, and the names with their keys' parts."""
    data = _bytes(file)
    tables = tomllib.loads((resources() / "subtitle_edit_keys.toml").read_text("utf-8"))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        return tables["version-5"], _from_json(data, file)
    return tables["version-4"], _from_xml(data, file)


def _from_xml(data: bytes, file: Path) -> Iterator[tuple[str, list[str]]]:
    if b"<!" in data.replace(b"<!--", b""):  # a document type could make entities that grow without end
        raise _refusal(file)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise _refusal(file) from None
    shortcuts = root if root.tag == "Shortcuts" else root.find("Shortcuts")
    if shortcuts is None:
        raise _refusal(file)
    return ((each.tag, each.text.split("+")) for each in shortcuts if each.text and each.text.strip())


def _from_json(data: bytes, file: Path) -> Iterator[tuple[str, list[str]]]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refusal(file) from None
    if isinstance(content, dict):
        content = content.get("Shortcuts", content.get("shortcuts"))
    if not isinstance(content, list):
        raise _refusal(file)
    return (
        (str(each.get("ActionName")), [str(part) for part in each["Keys"]])
        for each in content
        if isinstance(each, dict) and isinstance(each.get("Keys"), list) and each["Keys"]
    )


def _key(tokens: list[str]) -> Key | None:
    """Put the parts of a key into Qt's order and names: modifiers, then one key."""
    parts = [_NAMES.get(token.strip().lower(), token.strip()) for token in tokens if token.strip()]
    pressed = [part for part in parts if part not in _MODIFIERS]
    if len(pressed) != 1:
        return None
    modifiers = [modifier for modifier in _MODIFIERS if modifier in parts]
    return parse_key("+".join([*modifiers, *pressed]))


def _where_it_can_be(key: Key, base: KeySet, action: str) -> Key:
    """Let a key without Ctrl, Alt or Meta hold where nobody types, unless it is a function key. Where our own set has
    the same key in one place alone, it stays there."""
    own = next((each.scope for each in base.keys_of(action) if each.sequence == key.sequence), None)
    bare = key.sequence.removeprefix("Shift+")
    types = "+" not in bare.rstrip("+") and not (bare.startswith("F") and bare[1:].isdigit())
    scope: Scope = "view" if types else "window"
    return Key(key.sequence, own or scope)


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(_BIGGEST + 1)
    except OSError as error:
        raise EngineError("options", f"{shown(file)} cannot be read ({error.strerror}): choose another file") from None
    if len(data) > _BIGGEST:
        raise _refusal(file)
    return data


def _refusal(file: Path) -> EngineError:
    return EngineError(
        "options", f"{shown(file)} holds no keys of Subtitle Edit: choose its Settings.xml or its exported shortcuts"
    )
