"""Many changes as one edit: the fixes that the checks propose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import with_cues
from engine.subtitles.edits.edit import edit
from engine.subtitles.marked import plain, squeeze


@dataclass(frozen=True, slots=True)
class Fix:
    """A cue as it was when the fix was made, and what ought to stand in its place: nothing, one cue or several.

    The first keeps the id and the others get new ones, whatever ids they have here.
    """

    before: Cue
    after: tuple[Cue, ...]


@edit("Fix")
def apply_fixes(document: Document, fixes: Sequence[Fix]) -> Document:
    """Apply fixes all together, or none: raise EditError if a cue was changed since its fix was made.

    A cue stays the machine's unless its words change.
    """
    by_id = {fix.before.id: fix for fix in fixes}
    if len(by_id) < len(fixes):
        raise EditError("Two fixes are for the same cue: apply one, then check again")
    present = {cue.id: cue for cue in document.cues if cue.id in by_id}
    if any(present.get(fix.before.id) != fix.before for fix in fixes):
        raise EditError("A cue was changed since it was checked: check again")
    fixed: list[Cue] = []
    new_id = document.free_id
    for cue in document.cues:
        after = _fixed(cue, by_id[cue.id].after, new_id) if cue.id in by_id else (cue,)
        new_id += max(0, len(after) - 1)
        fixed += after
    return document if tuple(fixed) == document.cues else with_cues(document, fixed, new_id - document.free_id)


def _fixed(before: Cue, after: Sequence[Cue], new_id: int) -> tuple[Cue, ...]:
    same = squeeze("".join(plain(cue.text) for cue in after)) == squeeze(plain(before.text))
    origin = before.origin if same else "edited"
    ids = (before.id, *range(new_id, new_id + len(after)))
    return tuple(replace(cue, id=cue_id, origin=origin) for cue, cue_id in zip(after, ids, strict=False))
