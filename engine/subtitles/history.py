"""The history of a document: undo, redo, what was saved, and cues that arrive while the user edits. A plain value.

Every function that changes something returns the next history. Storing its fields and building it again from them
restores it, undo steps and all.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import Change, Edit, TypedIn
from engine.subtitles.edits.cues import find
from engine.subtitles.edits.heard import numbered, placed
from engine.subtitles.keystrokes import Typing, continued, typing
from engine.subtitles.splice import Splice, compacted, inverse, put_in, splice, spliced
from engine.subtitles.steps import Step, kept_steps, leading


@dataclass(frozen=True, slots=True)
class History:
    """A document with the steps that lead back from it (`past`) and forward again (`future`), the nearest last.

    States are numbered in the order in which they came to be, and no number comes again; `saved` is the number of the
    one on disk, None if none is. `settled` names transcriptions whose step is too long ago to be taken back.
    """

    document: Document
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    state: int = 0
    last_state: int = 0
    saved: int | None = 0
    settled: tuple[str, ...] = ()
    typing: Typing | None = None

    @property
    def dirty(self) -> bool:
        """Whether the document differs from the saved one."""
        return self.state != self.saved

    @property
    def unsaved(self) -> int:
        """How many steps lie between the document and the saved one; all that are known if that is none of them."""
        if not self.dirty:
            return 0
        for steps in (self.past, self.future):
            for count, step in enumerate(reversed(steps), 1):
                if step.state == self.saved:
                    return count
        return max(1, len(self.past))

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None if nothing."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What redo would make again, None if nothing."""
        return self.future[-1].label if self.future else None

    def apply(self, edit: Edit) -> "History":
        """Make an edit one step, or go on with the last one where typing goes on. An edit that changes nothing is none.

        Raise EditError if it can't be done; this history is as good as before then.
        """
        if edit.cue is not None:
            return self._apply_to_cue(edit, find(self.document, edit.cue))
        return self._compared(edit)

    def undo(self) -> "History":
        """Take the last step back. Raise EditError if there is none."""
        if not self.past:
            raise EditError("There is nothing to undo")
        back, forward = _crossed(self, self.past[-1])
        return replace(back, past=self.past[:-1], future=(*self.future, forward))

    def redo(self) -> "History":
        """Make the last step that was taken back again. Raise EditError if there is none."""
        if not self.future:
            raise EditError("There is nothing to redo")
        forth, back = _crossed(self, self.future[-1])
        return replace(forth, past=(*self.past, back), future=self.future[:-1])

    def with_saved(self) -> "History":
        """Note that the document is on disk as it is now."""
        return replace(self, saved=self.state, typing=None)

    def sealed(self) -> "History":
        """End the step that is being typed, as when the cursor leaves the text or rests."""
        return replace(self, typing=None)

    def untouched(self, job: str) -> frozenset[int]:
        """Return the ids of a transcription's cues that no other step has changed, split, merged or deleted.

        Steps that were undone count, too: redo must find what it knew.
        """
        place = self._place(job)
        brought: set[int] = set()
        touched: set[int] = set()
        for index, earlier, later in self._crossings(max(place, 0)):
            if index == place:
                brought = {cue.id for cue in later} - {cue.id for cue in earlier}
            elif index > place:
                touched |= _changed_ids(earlier, later)
        if place < 0:
            brought = {cue.id for cue in self.document.cues if cue.origin == "machine"}
        return frozenset(brought - touched)

    def revise(self, job: str, cues: Sequence[Cue], instead_of: Collection[int] = ()) -> "History":
        """Add cues that a transcription heard to its own step and all later ones, as if they had always been there.

        They get new ids, the same in every state, and go where their times belong. `instead_of` names cues of the same
        transcription that they replace. Raise EditError, changing nothing, if one of these is not `untouched`, or if
        the transcription was undone for good.
        """
        place = self._place(job)
        gone = frozenset(instead_of)
        if gone and not gone <= self.untouched(job):
            raise EditError("A cue was edited meanwhile and stays as it is: leave it out of what is replaced")
        new = numbered(cues, self.document.free_id)
        if not new and not gone:
            return self
        if not gone and self._only_appends(place, new):
            revised = self._with_appended(place, new)
        else:
            revised = self._replayed(place, lambda document: placed(document, new, gone))
        if revised.document is self.document:  # its step waits to be redone: ids that it has are given, too
            revised = replace(revised, document=replace(self.document, next_id=self.document.free_id + len(new)))
        return replace(revised, saved=self.saved if self.saved in self._states_before(place) else None)

    def amend(self, job: str, change: Change) -> "History":
        """Change what a translation brought in its own step, and with it all later states.

        `change` must leave to each state what was changed there since. Raise EditError if the step was undone for good.
        """
        place = self._place(job)
        amended = self._replayed(place, change)
        return replace(amended, saved=self.saved if self.saved in self._states_before(place) else None)

    def _compared(self, edit: Edit) -> "History":
        """Apply an edit to the whole document, and find what it changed."""
        after = edit(self.document)
        if after == self.document:
            return self
        change = compacted(splice(after, self.document), after)
        step = Step(edit.label, change, self.state, change.weight, edit.job)
        return self._next(after, (*self.past, step), None)

    def _apply_to_cue(self, edit: Edit, index: int) -> "History":
        """Apply an edit that needs to see no other cue, however many there are."""
        before = self.document.cues[index]
        alone = self._alone(edit, before)
        if alone.cues == (before,):
            return self
        if len(alone.cues) > 1 and self.document.notes:  # notes behind it move, and it doesn't see them
            return self._compared(edit)
        place, typed = edit.typed_in, None
        if place is not None:
            texts = _text(place, before), _text(place, alone.cues[0])
            if self.typing is not None and self.typing.place == place:
                goes_on = continued(self.typing, place, *texts)
                if goes_on is not None:
                    return self._retyped(edit, index, goes_on)
            typed = typing(place, *texts)
        document = _with_run(self.document, index, alone)
        change = compacted(Splice(index, len(alone.cues), (before,)), document)
        step = Step(edit.label, change, self.state, change.weight)
        return self._next(document, (*self.past, step), typed)

    def _retyped(self, edit: Edit, index: int, goes_on: Typing) -> "History":
        """Make the step that is being typed anew from where it began: words that come back get their times back."""
        *past, step = self.past
        (base,) = put_in(self.document, step.splice)
        alone = self._alone(edit, base)
        document = _with_run(self.document, index, alone)
        if alone.cues == (base,):
            return replace(self, document=document, past=tuple(past), state=step.state, typing=None)
        return self._next(document, (*past, step), goes_on)

    def _alone(self, edit: Edit, cue: Cue) -> Document:
        """Return what an edit makes of a cue that stands alone in the document, one or more."""
        return edit(replace(self.document, cues=(cue,), next_id=self.document.free_id))

    def _next(self, document: Document, past: tuple[Step, ...], typed: Typing | None) -> "History":
        state = self.last_state + 1
        kept = kept_steps(past)
        settled = (*self.settled, *(step.job for step in past[: len(past) - len(kept)] if step.job))
        return History(document, kept, (), state, state, self.saved, settled, typed)

    def _place(self, job: str) -> int:
        """Return the index of a transcription's step in past and future together, -1 if it is before all of them."""
        line = (*self.past, *reversed(self.future))
        found = next((index for index, step in enumerate(line) if step.job == job), None)
        if found is None and job not in self.settled:
            raise EditError("The transcription was undone, and what it hears has no place: start it again")
        return -1 if found is None else found

    def _states_before(self, place: int) -> set[int]:
        """Return the numbers of the states up to and with the one before the step at `place`."""
        line = [*self.past, *reversed(self.future)]
        states = [step.state for step in self.past] + [self.state] + [step.state for step in line[len(self.past) :]]
        return set(states[: place + 1])

    def _crossings(self, first: int) -> Iterator[tuple[int, tuple[Cue, ...], tuple[Cue, ...]]]:
        """Yield every step from `first` on by its index, with the cues that it has before it and after it."""
        document = self.document
        for index in range(len(self.past) - 1, first - 1, -1):
            change = self.past[index].splice
            taken = document.cues[change.at : change.at + change.length]
            yield index, put_in(document, change), taken
            document = spliced(document, change)
        document = self.document
        for index, step in enumerate(reversed(self.future), len(self.past)):
            if index >= first:
                taken = document.cues[step.splice.at : step.splice.at + step.splice.length]
                yield index, taken, put_in(document, step.splice)
            document = spliced(document, step.splice)

    def _only_appends(self, place: int, new: tuple[Cue, ...]) -> bool:
        """Say whether cues come behind everything in all states: then every later step stays as it is."""
        starts = [cue.start for cue in (*self.document.cues[-1:], *new)]
        own_and_later = self.past[max(place, 0) :]
        if any(step.splice.translations for step in own_and_later):
            return False
        if self.future or place >= len(self.past) or starts != sorted(starts) or not self.document.cues:
            return False
        frames = [self.document, *(step.splice.frame for step in own_and_later if step.splice.frame is not None)]
        names = {cue.speaker for cue in new if cue.speaker}
        if any(frame.notes or not names <= set(frame.speakers) for frame in frames):
            return False
        length = len(self.document.cues)
        for step in reversed(self.past[place + 1 :]):
            at_end = step.splice.at + step.splice.length == length
            if at_end and not (step.splice.cues and step.splice.cues[-1].start <= new[0].start):
                return False
            length += len(step.splice.cues) - step.splice.length
        return place < 0 or self.past[place].splice.at + self.past[place].splice.length == length

    def _with_appended(self, place: int, new: tuple[Cue, ...]) -> "History":
        document = replace(self.document, cues=self.document.cues + new, next_id=self.document.free_id + len(new))
        if place < 0:
            return replace(self, document=document)
        own = self.past[place]
        grown = replace(own, splice=replace(own.splice, length=own.splice.length + len(new)))
        return replace(self, document=document, past=(*self.past[:place], grown, *self.past[place + 1 :]))

    def _replayed(self, place: int, change: Change) -> "History":
        """Change every state behind the step at `place`, and make the steps between them anew."""
        past, future = list(self.past), list(self.future)
        document = change(self.document) if place < len(past) else self.document
        old, new = self.document, document
        for index in range(len(past) - 1, max(place, 0) - 1, -1):
            old, later = spliced(old, past[index].splice), new
            new = change(old) if index > place else old
            past[index] = leading(past[index], later, new)
        old, new = self.document, document
        for index in range(len(future) - 1, -1, -1):
            old, earlier = spliced(old, future[index].splice), new
            new = change(old) if len(past) + len(future) - 1 - index >= place else old
            future[index] = leading(future[index], earlier, new)
        return replace(self, document=document, past=tuple(past), future=tuple(future))


def _with_run(document: Document, index: int, run: Document) -> Document:
    """Put the cues of a document in the place of the one at `index`."""
    cues = list(document.cues)  # and not slices: of 200,000 cues each is read as seldom as can be
    cues[index : index + 1] = run.cues
    return replace(document, cues=tuple(cues), next_id=run.next_id)


def _crossed(history: History, step: Step) -> tuple[History, Step]:
    """Go over a step to the state that it leads to, and return it with the step that leads back."""
    back = replace(step, splice=inverse(history.document, step.splice), state=history.state)
    document = spliced(history.document, step.splice)
    return replace(history, document=document, state=step.state, typing=None), back


def _text(place: TypedIn, cue: Cue) -> str:
    return cue.text if place.field == "text" else cue.translation


def _changed_ids(earlier: Sequence[Cue], later: Sequence[Cue]) -> set[int]:
    before, after = ({cue.id: cue for cue in cues} for cues in (earlier, later))
    return {cue_id for cue_id in before.keys() | after.keys() if before.get(cue_id) != after.get(cue_id)}
