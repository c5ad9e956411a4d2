"""Edits for what was drawn on the waveform: one step, whatever else the dragged cue pushed."""

from collections.abc import Sequence

from app.widgets.waveform import Retimed
from engine.subtitles.document import Document
from engine.subtitles.edits import Edit, move, set_end, set_start, set_times


def retimed(document: Document, times: Sequence[Retimed], *, moved: bool) -> Edit | None:
    """Return the edit that gives cues their new times, the dragged one first; None if nothing is new.

    A cue that was `moved` takes the times of its words along.
    """
    before = {cue.id: cue for cue in document.cues if cue.id in {each.cue for each in times}}
    own = before.get(times[0].cue)
    if own is None:
        return None
    edits = [set_times(each.cue, each.start, each.end) for each in times[1:]]
    if moved and times[0].start != own.start:
        edits.append(move(own.id, times[0].start))
    elif times[0].start != own.start and times[0].end == own.end:
        edits.append(set_start(own.id, times[0].start))
    elif times[0].end != own.end and times[0].start == own.start:
        edits.append(set_end(own.id, times[0].end))
    elif not edits:
        return None
    return _together(edits)


def _together(edits: list[Edit]) -> Edit:
    """Make one edit of several, under the name of the last."""
    if len(edits) == 1:
        return edits[0]

    def change(document: Document) -> Document:
        for edit in edits:
            document = edit(document)
        return document

    return Edit(edits[-1].label, change)
