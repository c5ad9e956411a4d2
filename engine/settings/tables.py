"""Settings to the tables of a TOML file and back; what is not understood is kept as it is."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

from engine.abilities import Task
from engine.settings.toml import write_toml
from engine.settings.values import Follow, Hearing, Keys, Look, Player, Privacy, Scheme, Settings, Several

_T = TypeVar("_T")
_Tables = dict[str, Any]
_LONGEST = 3_600_000  # ms that a jump may be
_TEXT_SIZES = (6, 72)  # points


class _Table:
    """A table that is read key by key; what nobody asked for is left over. Raises TypeError for what can't be."""

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            raise TypeError("no table")
        self._left = dict(found)

    def take(self, key: str, kind: type[_T], default: _T) -> _T:
        found = self._left.pop(key, default)
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise TypeError(key)
        return found

    def number(self, key: str, default: int, least: int, most: int) -> int:
        found = self.take(key, int, default)
        if not least <= found <= most:
            raise TypeError(key)
        return found

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        found = self.take(key, str, default)
        if found not in choices:
            raise TypeError(key)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        return _texts(self.take(key, list, []))

    def table(self, key: str) -> "_Table":
        return _Table(self._left.pop(key, {}))

    def rest(self) -> _Tables:
        """Return what is left over, and nothing the next time."""
        left, self._left = self._left, {}
        return left


def settings_from(found: _Tables) -> Settings:
    """Read the tables of a file, without its version. Raise TypeError for values of a wrong type or out of range."""
    table = _Table(found)
    ffmpeg, home = table.take("ffmpeg", str, ""), table.take("model_home", str, "")
    parts = {name: table.table(name) for name in ("look", "keys", "player", "privacy", "transcribe", "several")}
    usual = Settings()
    settings = Settings(
        Path(ffmpeg) if ffmpeg else None,
        tuple(map(Path, table.texts("model_folders"))),
        table.take("profile", str, usual.profile),
        table.take("language", str, usual.language),
        table.texts("columns"),
        tuple(map(Path, table.texts("recent_files"))),
        _look(parts["look"]),
        _keys(parts["keys"]),
        _player(parts["player"]),
        Privacy(parts["privacy"].take("keep_recent_files", bool, usual.privacy.keep_recent)),
        _hearing(parts["transcribe"]),
        Several(parts["several"].take("folder", str, ""), parts["several"].take("srt", bool, False)),
        Path(home) if home else None,
    )
    unknown = table.rest() | {name: rest for name, part in parts.items() if (rest := part.rest())}
    return settings if not unknown else _with_unknown(settings, unknown)


def tables_of(settings: Settings) -> _Tables:
    """Return the tables that are written, without those that say the usual."""
    usual = Settings()
    tables: _Tables = {} if settings.ffmpeg is None else {"ffmpeg": str(settings.ffmpeg)}
    tables["model_folders"] = list(map(str, settings.model_folders))
    tables |= {
        key: value
        for key, value, default in (
            ("model_home", str(settings.model_home or ""), ""),
            ("profile", settings.profile, usual.profile),
            ("language", settings.language, usual.language),
            ("columns", list(settings.columns), []),
            ("recent_files", [str(file) for file in settings.recent if _is_text(file)], []),
            ("look", {"scheme": settings.look.scheme, "text_size": settings.look.text_size}, _usual(usual.look)),
            ("keys", _keys_table(settings.keys), _keys_table(usual.keys)),
            ("player", _usual(settings.player), _usual(usual.player)),
            ("privacy", {"keep_recent_files": settings.privacy.keep_recent}, {"keep_recent_files": True}),
            ("transcribe", _hearing_table(settings.hearing), _hearing_table(usual.hearing)),
            ("several", _usual(settings.several), _usual(usual.several)),
        )
        if value != default
    }
    return _merged(tables, tomllib.loads(settings.unknown))


def _is_text(file: Path) -> bool:
    """Say whether a name can stand in a file of text; bytes that are no UTF-8 can't."""
    return str(file).encode("utf-8", "replace").decode("utf-8") == str(file)


def _usual(part: Look | Player | Several) -> _Tables:
    return {name: getattr(part, name) for name in part.__slots__}


def _look(table: _Table) -> Look:
    scheme = table.choice("scheme", get_args(Scheme), Look().scheme)
    size = table.number("text_size", 0, 0, _TEXT_SIZES[1])
    return Look(cast(Scheme, scheme), 0 if size < _TEXT_SIZES[0] else size)


def _keys(table: _Table) -> Keys:
    changed = table.take("changed", dict, {})
    if not all(isinstance(keys, list) for keys in changed.values()):
        raise TypeError("changed")
    pairs = tuple(sorted((action, _texts(keys)) for action, keys in changed.items()))
    return Keys(table.take("set", str, Keys().base), pairs)


def _keys_table(keys: Keys) -> _Tables:
    changed = {action: list(texts) for action, texts in keys.changed}
    return {"set": keys.base} | ({"changed": changed} if changed else {})


def _player(table: _Table) -> Player:
    usual = Player()
    return Player(
        table.number("rewind", usual.rewind, 0, _LONGEST),
        table.number("step", usual.step, 1, _LONGEST),
        table.number("stride", usual.stride, 1, _LONGEST),
        table.number("volume", usual.volume, 0, 100),
        table.take("sounds", bool, usual.sounds),
        table.number("sounds_volume", usual.sounds_volume, 0, 100),
        cast(Follow, table.choice("follow", get_args(Follow), usual.follow)),
    )


def _hearing(table: _Table) -> Hearing:
    usual = Hearing()
    options = table.take("options", dict, {})
    _texts(list(options.values()))
    return Hearing(
        table.take("model", str, usual.model),
        table.take("language", str, usual.language),
        cast(Task, table.choice("task", get_args(Task), usual.task)),
        table.take("each_channel", bool, usual.each_channel),
        tuple(sorted(options.items())),
    )


def _hearing_table(hearing: Hearing) -> _Tables:
    table = {"model": hearing.model, "language": hearing.language, "task": hearing.task}
    options = {"options": dict(hearing.options)} if hearing.options else {}
    return {**table, "each_channel": hearing.each_channel, **options}


def _texts(found: list[object]) -> tuple[str, ...]:
    if not all(isinstance(text, str) for text in found):
        raise TypeError("no text")
    return tuple(cast(list[str], found))


def _with_unknown(settings: Settings, unknown: _Tables) -> Settings:
    values = {name: getattr(settings, name) for name in Settings.__slots__}
    return Settings(**{**values, "unknown": write_toml(unknown)})


def _merged(known: _Tables, unknown: Mapping[str, Any]) -> _Tables:
    """Put what is unknown behind what is known, table by table; a key that became known meanwhile is known."""
    both = {key: _merged(known[key], value) for key, value in unknown.items() if isinstance(known.get(key), dict)}
    return {**{key: value for key, value in unknown.items() if key not in known}, **known, **both}
