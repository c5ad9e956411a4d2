"""From the rows to the past, each row proven; nothing is left out silently."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from engine.subtitles.document import Cue, Document
from engine.subtitles.project.changes import Change, Misfit, apply, differ, head
from engine.subtitles.project.codec import Unreadable, load_mapping
from engine.subtitles.project.database import Damaged, change_proof, cue_proof, fact_proof, step_proof
from engine.subtitles.project.past import Past, Step
from engine.subtitles.project.rows import CHANGE, CUE, HEAD, HEAD_FACT, STATE, STATE_FACT, STEP, State, StepHead, Sum
from engine.subtitles.project.write import Stored

_Row = TypeVar("_Row")
_MOST_HELD = 4_000_000  # cues in all documents of a history that is read back: 32 MB of references


def read(connection: sqlite3.Connection) -> Stored:
    """Read all, inside a transaction.

    Raise Damaged if a row is missing, strange or another than was written. Of a long history of a big document the
    steps that are farthest away are left out.
    """
    try:
        facts = dict(_sure(prove_fact(*row)) for row in connection.execute("SELECT name, body, proof FROM fact"))
        state, rest = STATE.load(facts.pop(STATE_FACT, b"")), HEAD.load(facts.get(HEAD_FACT, b""))
        if facts.keys() != set(state.facts):
            raise Damaged
        document, places = _document(connection, state, rest)
        past, numbers = _past(connection, state, document)
    except (Unreadable, Misfit):
        raise Damaged from None
    return Stored(past, facts, numbers, places, state)


def prove_fact(name: object, body: object, proof: object) -> tuple[str, bytes] | None:
    """Return the row if its checksum proves that we wrote it. Raise Unreadable if it is no JSON object for all that."""
    if not isinstance(name, str) or not isinstance(body, bytes) or fact_proof(name, body) != proof:
        return None
    load_mapping(body)
    return name, body


def prove_cue(number: object, place: object, body: object, proof: object) -> tuple[int, Cue] | None:
    """Return place and cue if the row's checksum proves that we wrote it. Raise Unreadable if it lies."""
    if not isinstance(number, int) or not isinstance(place, int) or not isinstance(body, bytes):
        return None
    if cue_proof(number, place, body) != proof:
        return None
    cue = CUE.load(body)
    return (place, cue) if cue.id == number else None


def _sure(row: _Row | None) -> _Row:
    if row is None:
        raise Damaged
    return row


def _document(connection: sqlite3.Connection, state: State, rest: Document) -> tuple[Document, Mapping[int, int]]:
    placed, total = [], 0
    for row in connection.execute("SELECT id, place, body, proof FROM cue"):
        placed.append(_sure(prove_cue(*row)))
        total += row[3]
    if Sum.of(len(placed), total) != state.cues:
        raise Damaged
    placed.sort(key=_place)
    return replace(rest, cues=tuple([cue for _, cue in placed])), {cue.id: place for place, cue in placed}


def _place(placed: tuple[int, Cue]) -> int:
    return placed[0]


def _past(connection: sqlite3.Connection, state: State, document: Document) -> tuple[Past, tuple[int, ...]]:
    heads, step_total = _step_heads(connection)
    numbers = tuple(heads)
    if not 0 <= state.position <= len(numbers):
        raise Damaged
    most = _MOST_HELD // (len(document.cues) + 1)
    first = max(0, state.position - most)
    held = numbers[first : state.position + most]
    changed, change_total = _changes(connection, heads, frozenset(held))
    if Sum.of(step_total.rows + change_total.rows, step_total.proof + change_total.proof) != state.history:
        raise Damaged
    here = state.position - first
    back = _walk(document, [(_reversed(heads[at]), [c.reversed() for c in changed[at]]) for at in held[:here][::-1]])
    forth = _walk(document, [(heads[at], changed[at]) for at in held[here:]])
    documents = (*back[::-1], document, *forth)
    first_label = heads[numbers[first - 1]].label if first else state.first_label
    labels = (first_label, *(heads[number].label for number in held))
    saved = state.saved - first if state.saved is not None and first <= state.saved < first + len(documents) else None
    return Past(tuple(map(Step, labels, documents)), here, saved), held


def _step_heads(connection: sqlite3.Connection) -> tuple[dict[int, StepHead], Sum]:
    heads, total = {}, 0
    for number, body, proof in connection.execute("SELECT number, body, proof FROM step ORDER BY number"):
        if not isinstance(body, bytes) or step_proof(number, body) != proof:
            raise Damaged
        heads[number] = STEP.load(body)
        total += proof
    return heads, Sum.of(len(heads), total)


def _changes(
    connection: sqlite3.Connection, heads: Mapping[int, StepHead], held: frozenset[int]
) -> tuple[Mapping[int, list[Change]], Sum]:
    """Return the changes of the steps in `held`; those of the others are proven only."""
    changed: dict[int, list[Change]] = {number: [] for number in held}
    rows = total = 0
    for step, cue, body, proof in connection.execute("SELECT step, cue, body, proof FROM change"):
        if step not in heads or not isinstance(body, bytes) or change_proof(step, cue, body) != proof:
            raise Damaged
        rows, total = rows + 1, total + proof
        if step in held:
            changed[step].append(CHANGE.load(body))
    return changed, Sum.of(rows, total)


def _reversed(step: StepHead) -> StepHead:
    return StepHead(step.label, step.after, step.before)


def _walk(document: Document, steps: Iterable[tuple[StepHead, list[Change]]]) -> list[Document]:
    """Return the document after each step. Raise Misfit if a step was made from another."""
    found = []
    for step, changed in steps:
        if step.before is not None and differ(step.before, head(document)):
            raise Misfit
        document = replace(step.after or head(document), cues=apply(document.cues, changed))
        found.append(document)
    return found
