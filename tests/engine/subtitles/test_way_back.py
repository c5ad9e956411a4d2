"""The way back from a history to the one before it, told without comparing their documents."""

from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import add_heard, set_text
from engine.subtitles.history import History
from engine.subtitles.way_back import way_back


def heard(start: int, text: str) -> Cue:
    return Cue(0, start, start + 900, text)


def typing() -> History:
    """Two cues were heard, and in the first somebody types."""
    start = History(Document(())).apply(add_heard("job", [heard(1000, "one"), heard(2000, "two")]))
    return start.apply(set_text(1, "On")).apply(set_text(1, "Onc"))


def test_a_letter_more_changes_its_cue_alone() -> None:
    before = typing()
    after = before.apply(set_text(1, "Once"))
    change = way_back(after, before)
    assert (change.at, change.length, change.cues) == (0, 1, before.document.cues[:1])


def test_cues_that_arrive_while_somebody_types_are_told() -> None:
    before = typing()
    after = before.revise("job", [heard(3000, "three"), heard(4000, "four")])
    change = way_back(after, before)
    cues = after.document.cues
    assert (*cues[: change.at], *change.cues, *cues[change.at + change.length :]) == before.document.cues
