"""Which stretches of a film are heard again for some cues: with a breath around them, and nothing of other cues."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engine.subtitles.document import Cue

_BREATH = 200  # ms around cues: their edges are often set where the first word begins and the last one ends
_PAUSE = 2_000  # ms between two cues that are still heard at once: a model hears better what hangs together


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end` (ms) is heard what `cues`, in the order of their starts, stand for.

    `follows` is when the next cue starts, or the film ends, None where nobody knows: new cues may stand until then.
    """

    start: int
    end: int
    follows: int | None
    cues: tuple[Cue, ...]


def stretches(cues: Sequence[Cue], chosen: Collection[int], duration: int = 0) -> tuple[Stretch, ...]:
    """Return what is to be heard for the cues of these ids in a film of `duration` ms, 0 if nobody knows.

    Cues that follow each other closely, with no other between them, are one stretch. A cue without length, or behind
    the end of the film, can't be heard.
    """
    wanted, line = frozenset(chosen), _in_time(cues)
    groups: list[list[int]] = []
    reached = others = 0  # where the last group ends, and the latest end of all other cues so far
    for at, cue in enumerate(line):
        if cue.id not in wanted:
            others = max(others, cue.end)
            continue
        is_near = cue.start <= reached or (cue.start - reached <= _PAUSE and others <= reached)
        if groups and is_near:
            groups[-1].append(at)
            reached = max(reached, cue.end)
        else:
            groups.append([at])
            reached = cue.end
    film = duration or max((cue.end for cue in line), default=0)
    there = [[at for at in group if line[at].end > 0 and line[at].start < film] for group in groups]
    return tuple(_stretch(line, group, duration) for group in there if group)


def marked_stretch(cues: Sequence[Cue], start: int, end: int, duration: int = 0) -> tuple[Stretch, ...]:
    """Return what is to be heard where somebody marked a time: one stretch, or none.

    A cue that is marked by half or more is heard whole, and nothing is heard of one that is marked by less.
    """
    line = _in_time(cues)
    chosen = tuple(cue for cue in line if _is_half_inside(cue, start, end))
    others = [cue for cue in line if not _is_half_inside(cue, start, end)]
    begin, stop = max(start, 0), min(end, duration or end)
    for cue in others:
        if begin < cue.end and cue.start < stop:
            begin, stop = (cue.end, stop) if cue.start <= begin else (begin, cue.start)
    begin = max(0, min([begin, *(cue.start for cue in chosen)]))
    stop = max([stop, *(cue.end for cue in chosen)])
    follows = min((cue.start for cue in others if cue.start >= stop), default=duration or None)
    return (Stretch(begin, stop, follows, chosen),) if begin < stop else ()


def _is_half_inside(cue: Cue, start: int, end: int) -> bool:
    return 2 * (min(end, cue.end) - max(start, cue.start)) >= cue.end - cue.start


def _in_time(cues: Sequence[Cue]) -> list[Cue]:
    return sorted((cue for cue in cues if cue.start < cue.end), key=lambda cue: cue.start)


def _stretch(line: Sequence[Cue], group: Sequence[int], duration: int) -> Stretch:
    """Return the stretch of a group of cues; where others overlap it, it takes no breath."""
    cues = tuple(line[at] for at in group)
    start, end = max(cues[0].start, 0), max(cue.end for cue in cues)
    members = set(group)
    before = max((cue.end for cue in line[: group[0]]), default=0)
    among = max((line[at].end for at in range(group[0], group[-1]) if at not in members), default=0)
    following = line[group[-1] + 1].start if group[-1] + 1 < len(line) else None
    follows = end if among > end else following if following is not None else (duration or None)
    room = _BREATH if follows is None else max(0, min(_BREATH, follows - end))
    stop = min(end + room, duration or end + room)
    return Stretch(max(0, start - max(0, min(_BREATH, start - before))), stop, follows, cues)
