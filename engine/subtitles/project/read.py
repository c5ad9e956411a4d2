"""From the rows to what a project holds, each row proven; nothing is left out silently."""

import sqlite3
from dataclasses import replace
from operator import itemgetter
from typing import TypeVar

from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.codec import Unreadable, load_mapping
from engine.subtitles.project.database import Damaged, cue_proof, fact_proof, step_proof
from engine.subtitles.project.rows import CUE, HEAD, HEAD_FACT, STATE, STATE_FACT, STEP, Stack, State, Sum
from engine.subtitles.project.write import Stored
from engine.subtitles.steps import Step

_Row = TypeVar("_Row")
_place = itemgetter(0)


def read(connection: sqlite3.Connection) -> Stored:
    """Read all, inside a transaction. Raise Damaged if a row is missing, strange or another than was written."""
    try:
        facts = dict(_sure(prove_fact(*row)) for row in connection.execute("SELECT name, body, proof FROM fact"))
        state, rest = STATE.load(facts.pop(STATE_FACT, b"")), HEAD.load(facts.get(HEAD_FACT, b""))
        if facts.keys() != set(state.facts):
            raise Damaged
        document = _document(connection, state, rest)
        past, past_rows, one = _steps(connection, "past")
        future, future_rows, other = _steps(connection, "future")
    except Unreadable:
        raise Damaged from None
    if one.plus(other.rows, other.proof) != state.steps:
        raise Damaged
    history = History(document, past, future, state.state, state.last_state, state.saved, state.settled)
    return Stored(history, facts, past_rows, future_rows, state)


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


def _document(connection: sqlite3.Connection, state: State, rest: Document) -> Document:
    placed, total = [], 0
    for row in connection.execute("SELECT id, place, body, proof FROM cue"):
        placed.append(_sure(prove_cue(*row)))
        total += row[3]
    if Sum().plus(len(placed), total) != state.cues:
        raise Damaged
    placed.sort(key=_place)
    return replace(rest, cues=tuple([cue for _, cue in placed]))


def _steps(connection: sqlite3.Connection, stack: Stack) -> tuple[tuple[Step, ...], tuple[int, ...], Sum]:
    steps, numbers, total = [], [], 0
    for number, body, proof in connection.execute(f"SELECT number, body, proof FROM {stack} ORDER BY number"):
        if not isinstance(body, bytes) or step_proof(stack, number, body) != proof:
            raise Damaged
        steps.append(STEP.load(body))
        numbers.append(number)
        total += proof
    return tuple(steps), tuple(numbers), Sum().plus(len(steps), total)
