"""The timeline has the cues of the document as it is, whoever asks, and whenever."""

from app.session import Session
from app.timeline import Timeline
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import delete, set_end, split_at_text
from engine.subtitles.history import History

CUES = (Cue(1, 0, 1000, "One"), Cue(2, 2000, 3000, "Two words"))


def test_it_follows_edits_undo_and_another_document() -> None:
    session = Session()
    timeline = Timeline(session)
    session.open(History(Document(CUES)))
    assert timeline.times.at(2500) == (CUES[1],)
    session.apply(split_at_text(2, 4))
    assert [cue.text for cue in timeline.times.at(2900)] == ["words"]
    session.apply(set_end(1, 1500))
    assert [cue.id for cue in timeline.times.at(1200)] == [1]
    session.undo()
    session.undo()
    session.apply(delete([1]))
    assert (timeline.times.at(500), timeline.times.at(2500)) == ((), (CUES[1],))
    assert timeline.times.document is session.document


def test_who_is_told_of_a_change_before_it_sees_the_new_cues_too() -> None:
    session = Session(History(Document(CUES)))
    seen: list[tuple[int, ...]] = []
    session.changed.connect(lambda *_: seen.append(tuple(cue.end for cue in timeline.times.at(100))))
    timeline = Timeline(session)
    session.apply(set_end(1, 1500))
    session.undo()
    assert seen == [(1500,), (1000,)]
    assert timeline.times.document is session.document
