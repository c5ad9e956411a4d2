"""Inserting, deleting, duplicating, sorting, vouching."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document, Note, VttCue
from engine.subtitles.edits import (
    Edit,
    delete,
    duplicate,
    insert_after,
    insert_at,
    insert_before,
    sort,
    verify,
)
from tests.support.editing import document, dog, edited


def rows(document: Document) -> list[tuple[int, int, int]]:
    return [(cue.id, cue.start, cue.end) for cue in document.cues]


def test_a_cue_is_inserted_after_another_as_long_as_there_is_room() -> None:
    assert rows(edited(document(), insert_after(7, 24)))[2] == (9, 2524, 2976)
    assert rows(edited(document(), insert_after(8, 24)))[3] == (9, 4024, 6024)


def test_a_cue_is_inserted_before_another() -> None:
    assert rows(edited(document(), insert_before(8, 24)))[2] == (9, 2524, 2976)
    assert rows(edited(document(), insert_before(3)))[0] == (9, 0, 100)


def test_where_there_is_no_room_a_new_cue_is_short_and_overlaps() -> None:
    close = Document((Cue(1, 0, 500, "a"), Cue(2, 510, 900, "b")))
    assert rows(edited(close, insert_after(1)))[1] == (3, 500, 600)
    assert rows(edited(close, insert_before(2)))[1] == (3, 410, 510)


def test_a_cue_is_inserted_by_its_time() -> None:
    assert rows(edited(document(), insert_at(2600)))[2] == (9, 2600, 3000)
    dragged = edited(document(), insert_at(2600, 2800, "Hm."))
    assert (rows(dragged)[2], dragged.cues[2].text, dragged.cues[2].origin) == ((9, 2600, 2800), "Hm.", "edited")
    assert rows(edited(Document(), insert_at(0))) == [(1, 0, 2000)]


def test_deleted_ids_do_not_come_back() -> None:
    without = edited(document(), delete([8, 3]))
    assert rows(without) == [(7, 1000, 2500)]
    assert rows(edited(without, insert_at(3000)))[1] == (9, 3000, 5000)


def test_duplicates_stand_behind_their_originals() -> None:
    cue = replace(dog(), extra=VttCue("intro"))
    doubled = edited(Document((document().cues[0], cue)), duplicate([3, 7]))
    assert rows(doubled) == [(3, 0, 900), (8, 0, 900), (7, 1000, 2500), (9, 1000, 2500)]
    assert (doubled.cues[3].text, doubled.cues[3].words, doubled.cues[3].extra) == (cue.text, cue.words, None)


def test_sorting_orders_by_time_and_notes_go_along() -> None:
    late = Document((Cue(1, 500, 600, "b"), Cue(2, 0, 100, "a"), Cue(3, 0, 50, "c")), notes=(Note("of b", 0),))
    ordered = edited(late, sort())
    assert [cue.text for cue in ordered.cues] == ["c", "a", "b"]
    assert ordered.notes == (Note("of b", 2),)
    assert edited(ordered, sort()) == ordered


def test_notes_stay_before_the_next_cue_that_is_left() -> None:
    noted = replace(document(), notes=(Note("a", 0), Note("b", 1), Note("end", 3)))
    assert [note.before for note in edited(noted, delete([3])).notes] == [0, 0, 2]
    assert [note.before for note in edited(noted, insert_after(3)).notes] == [0, 2, 4]
    assert [note.before for note in edited(noted, insert_after(8)).notes] == [0, 1, 4]


def test_verified_cues_are_marked() -> None:
    assert [cue.origin for cue in edited(document(), verify([7])).cues] == ["edited", "verified", "verified"]


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        (delete([99]), "no longer"),
        (delete([]), "No cue is selected"),
        (insert_after(99), "no longer"),
        (insert_at(-1), "can't begin there"),
        (insert_at(10, 10), "end after its start"),
    ],
)
def test_what_can_not_be_done_is_told(edit: Edit, complaint: str) -> None:
    with pytest.raises(EditError, match=complaint):
        edit(document())
