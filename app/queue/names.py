"""Into which files a film of the queue is written: beside it or in one folder, and never over another unasked."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.subtitles.project.file import SUFFIX

Clash = Literal["number", "replace", "leave"]
_SRT = ".srt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where results go: beside each film, or in `folder`; with an SRT file if `srt`."""

    folder: Path | None = None
    srt: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The files that a film becomes; `srt` None for none. `replaces` says that they may replace what is there."""

    film: Path
    project: Path
    srt: Path | None = None
    replaces: bool = False


def clashes(films: Iterable[Path], place: Place, exists: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Return the files that are there already under the names which films would get."""
    return tuple(path for film in films for path in _files(_target(film, film.stem, place)) if exists(path))


def targets(
    films: Iterable[Path],
    place: Place,
    clash: Clash,
    exists: Callable[[Path], bool],
    taken: Collection[Path] = (),
) -> tuple[Target, ...]:
    """Return what each film becomes; `taken` are names of others that are not there yet.

    Where a file of that name exists: "number" takes the next free name ("talk 2"), "replace" replaces it, "leave"
    leaves the film out. Names of other films in the queue are never replaced: the later one is numbered.
    """
    used, found = set(taken), []
    for film in dict.fromkeys(films):
        target = _target(film, film.stem, place)
        there = any(map(exists, _files(target)))
        if there and clash == "leave":
            continue
        if clash == "replace" and used.isdisjoint(_files(target)):
            target = _target(film, film.stem, place, replaces=there)
        else:
            target = _free(film, place, lambda path: path in used or exists(path))
        used.update(_files(target))
        found.append(target)
    return tuple(found)


def _free(film: Path, place: Place, is_taken: Callable[[Path], bool]) -> Target:
    target, number = _target(film, film.stem, place), 1
    while any(map(is_taken, _files(target))):
        number += 1
        target = _target(film, f"{film.stem} {number}", place)
    return target


def _target(film: Path, stem: str, place: Place, *, replaces: bool = False) -> Target:
    folder = place.folder or film.parent
    return Target(film, folder / f"{stem}{SUFFIX}", folder / f"{stem}{_SRT}" if place.srt else None, replaces)


def _files(target: Target) -> tuple[Path, ...]:
    return (target.project,) if target.srt is None else (target.project, target.srt)
