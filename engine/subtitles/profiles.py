"""Profiles: the numbers that cues are laid out and checked by, each with its source, from Sotto's file or one's own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from engine.errors import EngineError
from engine.languages import LANGUAGES
from engine.paths import resources, shown

Counting = Literal["all", "letters"]
DEFAULT = "subtitle-edit"

_Table = Mapping[str, object]
_HIGHEST = 1_000_000_000
_LIMIT_KEYS = frozenset({"limit", "advised", "source"})


@dataclass(frozen=True, slots=True)
class Limit:
    """One number and where it was read: beyond `value` a rule is broken, beyond `advised` it only should not be."""

    value: float | None = None
    advised: float | None = None
    source: str = ""

    @property
    def strictest(self) -> float | None:
        """The number to aim at."""
        return self.value if self.advised is None else self.advised


NO_LIMIT = Limit()


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of limits. Times are milliseconds; a limit without numbers is no limit.

    `counting` says which characters count for `characters_per_second`, `characters_per_cue` and
    `milliseconds_per_character` (see counting.py). `early`, `late` and `lingering` are distances between a cue and the
    words in it. Gaps from `closed_gaps_from` to below `closed_gaps_below` should be no wider than `gap`. Text shorter
    than `one_line_below` should stand on one line. `listened_to` wants a person to vouch for every cue that a model
    wrote. `lead_in` and `lead_out` surround speech; `new_cue` is how long a cue is before anybody says so.
    """

    name: str
    title: str
    counting: Counting = "all"
    characters_per_line: Limit = NO_LIMIT
    characters_per_cue: Limit = NO_LIMIT
    lines: Limit = NO_LIMIT
    words_per_line: Limit = NO_LIMIT
    shortest: Limit = NO_LIMIT
    longest: Limit = NO_LIMIT
    characters_per_second: Limit = NO_LIMIT
    milliseconds_per_character: Limit = NO_LIMIT
    words_per_minute: Limit = NO_LIMIT
    gap: Limit = NO_LIMIT
    closed_gaps_from: Limit = NO_LIMIT
    closed_gaps_below: Limit = NO_LIMIT
    one_line_below: Limit = NO_LIMIT
    early: Limit = NO_LIMIT
    late: Limit = NO_LIMIT
    lingering: Limit = NO_LIMIT
    listened_to: Limit = NO_LIMIT
    lead_in: Limit = NO_LIMIT
    lead_out: Limit = NO_LIMIT
    new_cue: Limit = NO_LIMIT
    languages: tuple[tuple[str, "Profile"], ...] = ()

    def for_language(self, code: str) -> "Profile":
        """Return the profile as it is for a language; most are the same for all."""
        return next((profile for language, profile in self.languages if language == code), self)

    def with_line_limits(self, width: int | None, count: int | None, words: int | None) -> "Profile":
        """Replace the limits of lines by what was asked for on the command line; None keeps the profile's."""
        return replace(
            self,
            characters_per_line=self.characters_per_line if width is None else Limit(width, source="--max_line_width"),
            lines=self.lines if count is None else Limit(count, source="--max_line_count"),
            words_per_line=self.words_per_line if words is None else Limit(words, source="--max_words_per_line"),
            languages=tuple((code, each.with_line_limits(width, count, words)) for code, each in self.languages),
        )


_LIMITS = tuple(field.name for field in fields(Profile) if field.type is Limit)
_KEYS = frozenset({*_LIMITS, "title", "counting", "based_on", "language"})


def read_profiles(own: Path | None = None) -> tuple[Profile, ...]:
    """Read the profiles that come with Sotto, and those of `own` behind them; a missing file holds none.

    A table a profile; `based_on` takes everything over from another one. A limit is a number, or a table of `limit`,
    `advised` and `source`; `[name.language.ja]` holds what differs in a language. Raise EngineError("options") naming
    file, profile and remedy.
    """
    shipped = _tables(resources() / "profiles.toml")
    mine = {} if own is None or not own.exists() else _tables(own)
    for name in mine:
        if name in shipped or name == "none":
            raise _refusal(own, name, "this name is taken: choose another")
    tables = {**shipped, **mine}
    return tuple(_profile(own if name in mine else None, name, tables) for name in tables)


def find_profile(name: str, own: Path | None = None) -> Profile:
    """Find a profile by its name. Raise EngineError("options") with the nearest names if there is none."""
    profiles = read_profiles(own)
    known = {profile.name: profile for profile in profiles}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"use one of {', '.join(known)}"
    raise EngineError("options", f"there is no profile {name!r}: {hint}")


def _tables(path: Path) -> dict[str, _Table]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise EngineError("options", f"{shown(path)} cannot be read ({reason}): repair or remove it") from None
    except tomllib.TOMLDecodeError as error:
        raise EngineError("options", f"{shown(path)} is not valid TOML ({error}): repair or remove it") from None
    for name, table in content.items():
        if not isinstance(table, dict):
            raise _refusal(path, name, "it stands outside of a profile: put it under a [name]")
    return content


def _profile(path: Path | None, name: str, tables: Mapping[str, _Table]) -> Profile:
    table = _inherited(path, name, tables)
    languages = _table(path, name, table.get("language", {}))
    built = _built(path, name, table)
    return replace(built, languages=tuple(_languages(path, name, table, languages)))


def _languages(path: Path | None, name: str, table: _Table, languages: _Table) -> list[tuple[str, Profile]]:
    for code in languages:
        if code not in LANGUAGES:
            raise _refusal(path, name, f"{code!r} is no language's code: use one such as en or ja")
    return [
        (code, _built(path, name, {**table, **_table(path, name, differing)})) for code, differing in languages.items()
    ]


def _inherited(path: Path | None, name: str, tables: Mapping[str, _Table]) -> _Table:
    """Return a profile's table on top of those that it is based on."""
    passed = [name]
    table = dict(tables[name])
    while "based_on" in table:
        base = table.pop("based_on")
        if not isinstance(base, str) or base not in tables:
            raise _refusal(path, name, f"based_on names no profile: {base!r}")
        if base in passed:
            raise _refusal(path, name, "it is based on itself: remove one based_on")
        passed.append(base)
        table = {**tables[base], **table}
    return table


def _built(path: Path | None, name: str, table: _Table) -> Profile:
    for key in table:
        if key not in _KEYS:
            near = get_close_matches(key, sorted(_KEYS), n=1)
            raise _refusal(path, name, f"{key!r} is no limit: {f'did you mean {near[0]}?' if near else 'remove it'}")
    counting, title = table.get("counting", "all"), table.get("title", name)
    if counting not in ("all", "letters"):
        raise _refusal(path, name, 'counting is neither "all" nor "letters"')
    if not isinstance(title, str):
        raise _refusal(path, name, "title is no text")
    profile = Profile(name, title, "letters" if counting == "letters" else "all")
    limits: dict[str, Any] = {key: _limit(path, name, key, table[key]) for key in _LIMITS if key in table}
    return replace(profile, **limits)


def _limit(path: Path | None, name: str, key: str, found: object) -> Limit:
    if not isinstance(found, dict):
        return Limit(_number(path, name, key, found), source=f"your own profile {name}")
    for inner in found:
        if inner not in _LIMIT_KEYS:
            raise _refusal(path, name, f"{key} holds {inner!r}: use limit, advised and source")
    value, advised = (
        None if inner not in found else _number(path, name, key, found[inner]) for inner in ("limit", "advised")
    )
    return Limit(value, advised, str(found.get("source", f"your own profile {name}")))


def _number(path: Path | None, name: str, key: str, found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        raise _refusal(path, name, f"{key} is no number")
    least = 0 if key in ("gap", "early", "late", "lingering", "lead_in", "lead_out") else 0.001
    if not least <= found <= _HIGHEST:
        raise _refusal(path, name, f"{key} is {found}: use a number above zero")
    return found


def _table(path: Path | None, name: str, found: object) -> _Table:
    if not isinstance(found, dict):
        raise _refusal(path, name, "language is no table: write [name.language.ja]")
    return found


def _refusal(path: Path | None, name: str, complaint: str) -> EngineError:
    where = "profiles.toml" if path is None else shown(path)
    return EngineError("options", f"{where}, profile {name!r}: {complaint}")
