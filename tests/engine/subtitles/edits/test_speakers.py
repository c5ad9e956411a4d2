"""Speakers."""

import pytest

from engine.errors import EditError
from engine.subtitles.edits import rename_speaker, set_speaker
from tests.support.editing import document, edited


def test_a_speaker_is_set_and_a_new_name_joins_the_list() -> None:
    after = edited(document(), set_speaker([3, 7], " Cleo \n Smith"))
    assert [cue.speaker for cue in after.cues] == ["Cleo Smith", "Cleo Smith", "Bo"]
    assert after.speakers == ("Ann", "Bo", "Cleo Smith")
    assert after.cues[1].origin == "edited"


def test_nobody_is_no_name_for_the_list() -> None:
    after = edited(document(), set_speaker([7], ""))
    assert (after.cues[1].speaker, after.speakers) == ("", ("Ann", "Bo"))


def test_a_speaker_is_renamed_everywhere_and_the_text_stays_the_machines() -> None:
    after = edited(document(), rename_speaker("Ann", "Anna"))
    assert ([cue.speaker for cue in after.cues], after.speakers) == (["", "Anna", "Bo"], ("Anna", "Bo"))
    assert after.cues[1].origin == "machine"


def test_two_speakers_become_one() -> None:
    after = edited(document(), rename_speaker("Bo", "Ann"))
    assert ([cue.speaker for cue in after.cues], after.speakers) == (["", "Ann", "Ann"], ("Ann",))


def test_a_speaker_needs_a_name_and_must_be_there() -> None:
    with pytest.raises(EditError, match="needs a name"):
        rename_speaker("Ann", " ")(document())
    with pytest.raises(EditError, match="no speaker of that name"):
        rename_speaker("Zoe", "Ann")(document())
