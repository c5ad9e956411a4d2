"""From one state of a project to the next in one transaction: the rows that differ; or a new one, bit by bit."""

import sqlite3
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from engine.subtitles.document import Document
from engine.subtitles.history import History
from engine.subtitles.project.changes import Cues, changes
from engine.subtitles.project.places import APART, fit_in
from engine.subtitles.project.rows import HEAD, HEAD_FACT, STACKS, Stack, State, Writer
from engine.subtitles.steps import Step


@dataclass(frozen=True, slots=True)
class Stored:
    """What the file holds: the numbers of the rows of `history.past` and `.future`, and facts' bodies by name.

    The document without its cues is one of the facts.
    """

    history: History
    facts: Mapping[str, bytes]
    past: tuple[int, ...]
    future: tuple[int, ...]
    state: State


NOTHING = Stored(History(Document()), {}, (), (), State())
_BIT = 250  # cues or steps that are written without a rest, some ms


def write(connection: sqlite3.Connection, stored: Stored, history: History, facts: Mapping[str, bytes]) -> Stored:
    """Write what differs between what is stored and `history` with `facts`, inside a transaction.

    If the file holds something else than `stored`, all is written: a commit was made and then told as failed.
    """
    writer = Writer(connection, stored.state)
    if not writer.is_up_to_date():
        writer.clear()
        stored = NOTHING
    known = stored.history
    facts = {**facts, HEAD_FACT: HEAD.dump(replace(history.document, cues=()))}
    for name, body in facts.items():
        if stored.facts.get(name) != body:
            writer.put_fact(name, body)
    _write_cues(writer, known.document.cues, history.document.cues, known.document.next_id or None)
    past = _write_steps(writer, "past", (known.past, stored.past), history.past)
    future = _write_steps(writer, "future", (known.future, stored.future), history.future)
    return Stored(history, facts, past, future, writer.put_state(history))


def write_new(
    connection: sqlite3.Connection, history: History, facts: Mapping[str, bytes]
) -> Generator[Literal["more"], None, Stored]:
    """Write all of a project into an empty file, inside a transaction, with a rest every few ms.

    Raise ValueError if two cues have the same id.
    """
    writer = Writer(connection, NOTHING.state)
    writer.clear()
    facts = {**facts, HEAD_FACT: HEAD.dump(replace(history.document, cues=()))}
    for name, body in facts.items():
        writer.put_fact(name, body)
    cues, ids = history.document.cues, set[int]()
    for begin in range(0, len(cues), _BIT):
        placed = [(cue, (begin + at) * APART) for at, cue in enumerate(cues[begin : begin + _BIT], 1)]
        writer.put_cues(placed, {})
        ids.update(cue.id for cue, _ in placed)
        yield "more"
    if len(ids) < len(cues):
        raise ValueError("two cues with one id")
    for stack, steps in zip(STACKS, (history.past, history.future), strict=True):
        for number, step in enumerate(steps, 1):
            writer.put_step(stack, number, step)
            if not number % _BIT:
                yield "more"
    past, future = (tuple(range(1, len(steps) + 1)) for steps in (history.past, history.future))
    return Stored(history, facts, past, future, writer.put_state(history))


def _write_cues(writer: Writer, before: Cues, after: Cues, unused: int | None) -> None:
    changed = changes(before, after, unused)
    for number in changed.gone:
        writer.drop_cue(number)
    places = fit_in(len(after), changed.arrived, lambda index: writer.place_of(after[index].id))
    if places is None:
        placed = [(cue, (index + 1) * APART) for index, cue in enumerate(after)]
        writer.put_cues(placed, writer.known([cue.id for cue in after]))
        return
    known = writer.known([cue.id for cue in changed.changed] + [after[index].id for index in changed.arrived])
    placed = [(after[index], place) for index, place in places.items()]
    writer.put_cues([*placed, *((cue, known[cue.id][0]) for cue in changed.changed)], known)


def _write_steps(
    writer: Writer,
    stack: Stack,
    known: tuple[tuple[Step, ...], tuple[int, ...]],
    steps: tuple[Step, ...],
) -> tuple[int, ...]:
    """Write the steps that are others than those in their place, and return the rows of all.

    The oldest may have been forgotten: the first that is left shows how many.
    """
    old, numbers = known
    if old is steps:
        return numbers
    forgotten = next((at for at, step in enumerate(old) if steps and step is steps[0]), 0)
    kept = numbers[forgotten : forgotten + len(steps)]
    if not kept:
        writer.drop_steps(stack)
    else:
        writer.drop_steps(stack, last=kept[0] - 1)
        writer.drop_steps(stack, first=kept[-1] + 1)
    following = kept[-1] + 1 if kept else 1
    written = (*kept, *range(following, following + len(steps) - len(kept)))
    for at, (number, step) in enumerate(zip(written, steps, strict=True)):
        if at >= len(kept) or old[forgotten + at] is not step:
            writer.put_step(stack, number, step)
    return written
