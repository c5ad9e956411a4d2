"""The rows of a project: what each holds, and what all together must add up to."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.codec import codec
from engine.subtitles.project.database import cue_proof, fact_proof, step_proof
from engine.subtitles.steps import Step

HEAD_FACT = "head"  # the document without its cues
STATE_FACT = "state"
Stack = Literal["past", "future"]
STACKS: tuple[Stack, ...] = ("past", "future")
_MASK = (1 << 62) - 1  # sums stay whole numbers of SQLite
_LAST = (1 << 63) - 1
_MANY = 1000  # rows that are read one by one at most


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows there are and the sum of their proofs: a row that is lost or twice there is noticed."""

    rows: int = 0
    proof: int = 0

    def plus(self, rows: int, proof: int) -> "Sum":
        return Sum(self.rows + rows, (self.proof + proof) & _MASK)


@dataclass(frozen=True, slots=True)
class State:
    """The row that every commit writes: its number, where the history stands, what the other rows add up to."""

    commit: int = 0
    state: int = 0
    last_state: int = 0
    saved: int | None = None
    settled: tuple[str, ...] = ()
    cues: Sum = Sum()
    steps: Sum = Sum()
    facts: tuple[str, ...] = ()


CUE = codec(Cue)
HEAD = codec(Document)
STATE = codec(State)
STEP = codec(Step)


@dataclass(slots=True)
class Tally:
    """How a sum changes in a transaction."""

    rows: int = 0
    proof: int = 0

    def put(self, proof: int) -> None:
        self.rows += 1
        self.proof += proof

    def drop(self, proofs: Iterable[tuple[int]]) -> None:
        for (proof,) in proofs:
            self.rows -= 1
            self.proof -= proof


class Writer:
    """The writes of one transaction. What they add up to is written last, by `put_state`."""

    def __init__(self, connection: sqlite3.Connection, state: State) -> None:
        self._connection = connection
        self._state = state
        self._cues = Tally()
        self._steps = Tally()
        self._facts = state.facts

    def is_up_to_date(self) -> bool:
        """Tell whether the file is as `state` says. It isn't after a commit that was made and then told as failed."""
        found = self._connection.execute("SELECT body FROM fact WHERE name = ?", (STATE_FACT,)).fetchone()
        return found is not None and found[0] == STATE.dump(self._state)

    def clear(self) -> None:
        for table in ("fact", "cue", *STACKS):
            self._connection.execute(f"DELETE FROM {table}")
        self._state = State(self._state.commit + 1)  # one may be there that we know nothing of
        self._facts = ()

    def place_of(self, cue: int) -> int:
        return self.known([cue])[cue][0]

    def known(self, cues: Collection[int]) -> Mapping[int, tuple[int, int]]:
        """Return place and proof of the cues that have rows; of all where many are asked for, which is quicker."""
        if len(cues) > _MANY:
            rows = self._connection.execute("SELECT id, place, proof FROM cue")
            return {number: (place, proof) for number, place, proof in rows}
        one = "SELECT place, proof FROM cue WHERE id = ?"
        found = {number: self._connection.execute(one, (number,)).fetchone() for number in cues}
        return {number: row for number, row in found.items() if row is not None}

    def put_cues(self, placed: Sequence[tuple[Cue, int]], known: Mapping[int, tuple[int, int]]) -> None:
        """Write cues with their places; `known` are the rows of those that have some."""
        self._cues.drop((known[cue.id][1],) for cue, _ in placed if cue.id in known)
        rows = []
        for cue, place in placed:
            body = CUE.dump(cue)
            rows.append((cue.id, place, body, cue_proof(cue.id, place, body)))
            self._cues.put(rows[-1][3])
        self._connection.executemany("INSERT OR REPLACE INTO cue VALUES (?, ?, ?, ?)", rows)

    def drop_cue(self, number: int) -> None:
        self._cues.drop(self._connection.execute("SELECT proof FROM cue WHERE id = ?", (number,)))
        self._connection.execute("DELETE FROM cue WHERE id = ?", (number,))

    def put_step(self, stack: Stack, number: int, step: Step) -> None:
        self._steps.drop(self._connection.execute(f"SELECT proof FROM {stack} WHERE number = ?", (number,)))
        body = STEP.dump(step)
        proof = step_proof(stack, number, body)
        self._connection.execute(f"INSERT OR REPLACE INTO {stack} VALUES (?, ?, ?)", (number, body, proof))
        self._steps.put(proof)

    def drop_steps(self, stack: Stack, first: int = 0, last: int = _LAST) -> None:
        """Drop the steps with these numbers, both included."""
        between = (first, last)
        self._steps.drop(self._connection.execute(f"SELECT proof FROM {stack} WHERE number BETWEEN ? AND ?", between))
        self._connection.execute(f"DELETE FROM {stack} WHERE number BETWEEN ? AND ?", between)

    def put_fact(self, name: str, body: bytes) -> None:
        if name not in self._facts:
            self._facts = (*self._facts, name)
        self._put_fact(name, body)

    def put_state(self, history: History) -> State:
        """Write where the history stands and what all rows add up to now; the last write of a transaction."""
        state = replace(
            self._state,
            commit=self._state.commit + 1,
            state=history.state,
            last_state=history.last_state,
            saved=history.saved,
            settled=history.settled,
            cues=self._state.cues.plus(self._cues.rows, self._cues.proof),
            steps=self._state.steps.plus(self._steps.rows, self._steps.proof),
            facts=self._facts,
        )
        self._put_fact(STATE_FACT, STATE.dump(state))
        return state

    def _put_fact(self, name: str, body: bytes) -> None:
        row = (name, body, fact_proof(name, body))
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?, ?)", row)
