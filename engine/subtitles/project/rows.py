"""The rows of a project: what each holds, and what all together must add up to."""

import sqlite3
from dataclasses import dataclass, replace

from engine.subtitles.document import Cue, Document
from engine.subtitles.project.changes import Change
from engine.subtitles.project.codec import codec
from engine.subtitles.project.database import change_proof, cue_proof, fact_proof, step_proof
from engine.subtitles.project.past import Past

_MASK = (1 << 62) - 1  # sums stay whole numbers of SQLite


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows there are and the sum of their proofs: a row that is lost or twice there is noticed."""

    rows: int = 0
    proof: int = 0

    @classmethod
    def of(cls, rows: int, total: int) -> "Sum":
        return cls(rows, total & _MASK)

    def plus(self, proof: int) -> "Sum":
        return Sum(self.rows + 1, (self.proof + proof) & _MASK)

    def minus(self, proof: int) -> "Sum":
        return Sum(self.rows - 1, (self.proof - proof) & _MASK)


@dataclass(frozen=True, slots=True)
class State:
    """The row that every commit writes: its number, where the history stands, what the other rows add up to."""

    commit: int = 0
    position: int = 0
    saved: int | None = None
    cues: Sum = Sum()
    history: Sum = Sum()
    facts: tuple[str, ...] = ()
    first_label: str = ""  # that of the step where the history begins, which has no row


@dataclass(frozen=True, slots=True)
class StepHead:
    """A step but for its cues: the documents without them where these differ."""

    label: str
    before: Document | None = None
    after: Document | None = None


HEAD_FACT = "head"  # the document without its cues
STATE_FACT = "state"

CUE = codec(Cue)
HEAD = codec(Document)
STEP = codec(StepHead)
CHANGE = codec(Change)
STATE = codec(State)


@dataclass(slots=True)
class Writer:
    """The writes of one transaction; `state` follows them and is written last."""

    connection: sqlite3.Connection
    state: State

    def put_cue(self, place: int, cue: Cue) -> None:
        body = CUE.dump(cue)
        proof = cue_proof(cue.id, place, body)
        self._forget_cue(cue.id)
        self.connection.execute("INSERT OR REPLACE INTO cue VALUES (?, ?, ?, ?)", (cue.id, place, body, proof))
        self.state = replace(self.state, cues=self.state.cues.plus(proof))

    def drop_cue(self, number: int) -> None:
        self._forget_cue(number)
        self.connection.execute("DELETE FROM cue WHERE id = ?", (number,))

    def put_step(self, number: int, head: StepHead) -> None:
        body = STEP.dump(head)
        proof = step_proof(number, body)
        self._forget("SELECT proof FROM step WHERE number = ?", (number,))
        self.connection.execute("INSERT OR REPLACE INTO step VALUES (?, ?, ?)", (number, body, proof))
        self.state = replace(self.state, history=self.state.history.plus(proof))

    def put_change(self, step: int, change: Change) -> None:
        body = CHANGE.dump(change)
        proof = change_proof(step, change.cue, body)
        self._forget("SELECT proof FROM change WHERE step = ? AND cue = ?", (step, change.cue))
        self.connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?)", (step, change.cue, body, proof))
        self.state = replace(self.state, history=self.state.history.plus(proof))

    def drop_change(self, step: int, cue: int) -> None:
        self._forget("SELECT proof FROM change WHERE step = ? AND cue = ?", (step, cue))
        self.connection.execute("DELETE FROM change WHERE step = ? AND cue = ?", (step, cue))

    def drop_steps(self, first: int, last: int) -> None:
        """Drop the steps with these numbers, both included, and their changes."""
        self._forget("SELECT proof FROM step WHERE number BETWEEN ? AND ?", (first, last))
        self._forget("SELECT proof FROM change WHERE step BETWEEN ? AND ?", (first, last))
        self.connection.execute("DELETE FROM step WHERE number BETWEEN ? AND ?", (first, last))
        self.connection.execute("DELETE FROM change WHERE step BETWEEN ? AND ?", (first, last))

    def put_fact(self, name: str, body: bytes) -> None:
        if name not in self.state.facts:
            self.state = replace(self.state, facts=(*self.state.facts, name))
        self._put_fact(name, body)

    def put_state(self, past: Past) -> State:
        """Write where the history stands and what all rows add up to now; the last write of a transaction."""
        stands = replace(self.state, position=past.position, saved=past.saved, first_label=past.steps[0].label)
        self.state = replace(stands, commit=stands.commit + 1)
        self._put_fact(STATE_FACT, STATE.dump(self.state))
        return self.state

    def is_up_to_date(self) -> bool:
        """Tell whether the file is as `state` says. It isn't after a commit that was made and then told as failed."""
        found = self.connection.execute("SELECT body FROM fact WHERE name = ?", (STATE_FACT,)).fetchone()
        return found is not None and found[0] == STATE.dump(self.state)

    def clear(self) -> None:
        for table in ("fact", "cue", "step", "change"):
            self.connection.execute(f"DELETE FROM {table}")
        self.state = State(self.state.commit + 1)  # one may be there that we know nothing of

    def _put_fact(self, name: str, body: bytes) -> None:
        row = (name, body, fact_proof(name, body))
        self.connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?, ?)", row)

    def _forget_cue(self, number: int) -> None:
        for (proof,) in self.connection.execute("SELECT proof FROM cue WHERE id = ?", (number,)):
            self.state = replace(self.state, cues=self.state.cues.minus(proof))

    def _forget(self, proofs: str, key: tuple[int, int] | tuple[int]) -> None:
        for (proof,) in self.connection.execute(proofs, key):
            self.state = replace(self.state, history=self.state.history.minus(proof))
