"""From one past to the next in one transaction: the rows that differ, and no other."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from engine.subtitles.document import Document
from engine.subtitles.project.changes import Change, Cues, changes, differ, head, same
from engine.subtitles.project.past import Past, Step
from engine.subtitles.project.places import fit_in, spread
from engine.subtitles.project.rows import HEAD, HEAD_FACT, State, StepHead, Writer

_LAST = (1 << 63) - 1
_Pair = tuple[Step, Step]


@dataclass(frozen=True, slots=True)
class Stored:
    """What the file holds: `numbers` are the rows of `past.steps` but the first, `places` those of the cues.

    `facts` are bodies by name; the document without its cues is one of them.
    """

    past: Past
    facts: Mapping[str, bytes]
    numbers: tuple[int, ...]
    places: Mapping[int, int]
    state: State


NOTHING = Stored(Past.of(Document()), {}, (), {}, State())


def write(connection: sqlite3.Connection, stored: Stored, past: Past, facts: Mapping[str, bytes]) -> Stored:
    """Write what differs between what is stored and `past` with `facts`, inside a transaction.

    If the file holds something else than `stored`, all is written: a commit was made and then told as failed.
    """
    writer = Writer(connection, stored.state)
    if not writer.is_up_to_date():
        writer.clear()
        stored = replace(NOTHING, state=writer.state)
    facts = {**facts, HEAD_FACT: HEAD.dump(head(past.document))}
    for name, body in facts.items():
        if stored.facts.get(name) != body:
            writer.put_fact(name, body)
    places = _write_cues(writer, stored.past.document.cues, past.document.cues, stored.places)
    numbers = _write_steps(writer, stored, past)
    return Stored(past, facts, numbers, places, writer.put_state(past))


def _write_cues(writer: Writer, before: Cues, after: Cues, known: Mapping[int, int]) -> Mapping[int, int]:
    changed = changes(before, after)
    if not changed:
        return known
    order = [cue.id for cue in after]
    if len(set(order)) < len(order):
        raise ValueError("two cues with one id")
    arrived = sorted(change.after_at for change in changed if change.after_at is not None)
    fitted = fit_in(order, arrived, known)
    new = spread(order) if fitted is None else {**known, **fitted} if arrived else known
    for change in changed:
        if change.after is None:
            writer.drop_cue(change.cue)
        elif fitted is not None:
            writer.put_cue(new[change.cue], change.after)
    if fitted is None:
        for cue in after:
            writer.put_cue(new[cue.id], cue)
    gone = {change.cue for change in changed if change.after is None}
    return {number: place for number, place in new.items() if number not in gone} if gone else new


def _write_steps(writer: Writer, stored: Stored, past: Past) -> tuple[int, ...]:
    """Write the steps that differ and return their rows; a step keeps the row of the one that it replaces."""
    old, rows = stored.past.steps, stored.numbers
    base = past.steps[0].document
    start = next((at for at, step in enumerate(old) if step.document is base), len(old))
    kept = rows[start:][: len(past.steps) - 1]
    fresh = rows[-1] + 1 if rows else 1
    _drop_all_but(writer, kept)
    numbers = (*kept, *range(fresh, fresh + len(past.steps) - 1 - len(kept)))
    for at, (number, pair) in enumerate(zip(numbers, pairwise(past.steps), strict=True)):
        replaced = (old[start + at], old[start + at + 1]) if at < len(kept) else None
        if replaced is None or any(map(_other, replaced, pair)):
            _write_step(writer, number, replaced, pair)
    return numbers


def _other(one: Step, other: Step) -> bool:
    return one.document is not other.document or one.label != other.label


def _drop_all_but(writer: Writer, kept: tuple[int, ...]) -> None:
    if not kept:
        writer.drop_steps(0, _LAST)
        return
    writer.drop_steps(0, kept[0] - 1)
    writer.drop_steps(kept[-1] + 1, _LAST)


def _write_step(writer: Writer, number: int, old: _Pair | None, new: _Pair) -> None:
    if old is None or differ(_head(old), _head(new)):
        writer.put_step(number, _head(new))
    known = {change.cue: change for change in _changes(old)} if old else {}
    wanted = {change.cue: change for change in _changes(new)}
    for cue in known.keys() - wanted.keys():
        writer.drop_change(number, cue)
    for cue, change in wanted.items():
        if cue not in known or not same(known[cue], change):
            writer.put_change(number, change)


def _head(pair: _Pair) -> StepHead:
    before, after = (head(step.document) for step in pair)
    return StepHead(pair[1].label, before, after) if differ(before, after) else StepHead(pair[1].label)


def _changes(pair: _Pair) -> tuple[Change, ...]:
    return changes(pair[0].document.cues, pair[1].document.cues)
