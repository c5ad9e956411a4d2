"""What a transcription heard, as its cues come to the document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import place_of, with_cues
from engine.subtitles.edits.edit import Edit
from engine.subtitles.edits.speakers import with_names


def add_heard(job: str, cues: Sequence[Cue]) -> Edit:
    """Add the first cues of a transcription by their times, under new ids; the others go to History.revise."""
    return Edit("Transcribe", partial(_add, cues=cues), job=job)


def numbered(cues: Iterable[Cue], first_id: int) -> tuple[Cue, ...]:
    """Give cues ids from `first_id` on, and mark them as the machine's."""
    return tuple(replace(cue, id=new_id, origin="machine") for new_id, cue in enumerate(cues, first_id))


def placed(document: Document, cues: Sequence[Cue], instead_of: frozenset[int] = frozenset()) -> Document:
    """Put cues that have their ids where they belong by their times, and take out those of `instead_of`."""
    if instead_of:
        document = with_cues(document, [cue for cue in document.cues if cue.id not in instead_of])
    following = list(document.cues)
    for cue in cues:
        following.insert(place_of(following, cue.start), cue)
    return with_names(with_cues(document, following, len(cues)), (cue.speaker for cue in cues))


def _add(document: Document, cues: Sequence[Cue]) -> Document:
    return placed(document, numbered(cues, document.free_id))
