"""The English segments of a stretch come to the cues whose words they translate, whole clauses in their order."""

import pytest

from engine.subtitles.document import Cue
from engine.subtitles.pairing import pair
from engine.transcript import Segment


def cues(*told: tuple[int, int, str]) -> tuple[Cue, ...]:
    return tuple(Cue(number, start, end, text) for number, (start, end, text) in enumerate(told, 1))


def heard(*told: tuple[int, int, str]) -> tuple[Segment, ...]:
    return tuple(Segment(start, end, text, (), (), "de", 0, 0.0, -0.2, 1.0, 0.0) for start, end, text in told)


def test_a_segment_a_cue_is_the_usual_thing() -> None:
    told = cues((0, 2000, "Das Schiff war sehr schwer."), (2500, 4000, "Es dauert drei Jahre."))
    said = heard((0, 2100, " The ship was very heavy."), (2400, 3900, " It takes three years."))
    assert pair(told, said, "de") == ("The ship was very heavy.", "It takes three years.")


def test_one_segment_for_two_cues_is_cut_at_the_end_of_a_sentence() -> None:
    told = cues((0, 2000, "Das Schiff war sehr schwer."), (2500, 4000, "Es dauert drei Jahre."))
    said = heard((0, 4000, " The ship was very heavy. It takes three years."))
    assert pair(told, said, "de") == ("The ship was very heavy.", "It takes three years.")


def test_one_segment_for_two_cues_is_cut_at_the_end_of_a_clause() -> None:
    told = cues((0, 1000, "Ehrlich gesagt,"), (1000, 3400, "ich musste das Schiff putzen."))
    said = heard((0, 3400, " Honestly, I had to clean the ship."))
    assert pair(told, said, "de") == ("Honestly,", "I had to clean the ship.")


def test_the_silence_between_two_cues_takes_no_letters() -> None:
    told = cues((0, 1000, "Nein."), (9000, 12_000, "Ich musste das alte Schiff putzen."))
    said = heard((0, 12_000, " No, never. I had to clean the old ship."))
    assert pair(told, said, "de") == ("No, never.", "I had to clean the old ship.")


def test_two_segments_of_one_cue_are_joined() -> None:
    told = cues(
        (0, 4000, "Das Schiff war schwer, und es dauert drei Jahre."),
    )
    said = heard((0, 2000, " The ship was heavy."), (2000, 4000, " It takes three years."))
    assert pair(told, said, "de") == ("The ship was heavy. It takes three years.",)


def test_a_cue_whose_sentence_was_dropped_gets_nothing_and_the_others_their_own() -> None:
    told = cues((0, 2000, "Eins ist hier."), (2000, 4000, "Zwei ist da."), (4000, 6000, "Drei ist dort."))
    said = heard((0, 1900, " One is here."), (4100, 6000, " Three is over there."))
    assert pair(told, said, "de") == ("One is here.", "", "Three is over there.")


def test_a_dropped_sentence_moves_nothing_where_a_segment_lasts_over_it() -> None:
    told = cues((0, 3000, "Eins ist hier."), (3000, 6000, "Zwei ist da."), (6000, 9000, "Drei ist dort."))
    said = heard((0, 9000, " Number one is here. Number three is there."))
    assert pair(told, said, "de") == ("Number one is here.", "", "Number three is there.")


def test_a_sentence_that_cues_cut_is_cut_for_them_where_it_reads_well() -> None:
    told = cues((0, 1500, "Ich glaube, dass die Besucher"), (1500, 3000, "das alte Schiff besuchen werden."))
    said = heard((0, 3000, " I think the visitors will visit the old ship"))
    assert pair(told, said, "de") == ("I think the visitors", "will visit the old ship")


def test_a_sentence_is_not_cut_for_a_cue_that_begins_another_one() -> None:
    told = cues((0, 1500, "Ich musste putzen."), (1500, 3000, "Das Schiff war alt."))
    said = heard((0, 3000, " I had to clean the ship because it was old."))
    assert pair(told, said, "de") == ("I had to clean the ship because it was old.", "")


def test_a_clause_is_cut_for_the_cue_before_it_too() -> None:
    told = cues((0, 1000, "Das alte"), (1000, 3000, "Schiff, das alle kennen,"), (3000, 4000, "liegt im Hafen."))
    said = heard((0, 3000, " The old ship that all know"), (3000, 4000, " is in the harbour."))
    assert pair(told, said, "de") == ("The old ship", "that all know", "is in the harbour.")


def test_a_word_alone_is_not_cut() -> None:
    told = cues((0, 1000, "Guten"), (1000, 2000, "Tag!"))
    assert pair(told, heard((0, 2000, " Hello!")), "de") == ("Hello!", "")


def test_times_that_are_a_little_off_change_nothing() -> None:
    told = cues((0, 2000, "Eins."), (2000, 4000, "Zwei."), (4000, 6000, "Drei."))
    said = heard((300, 2600, " One."), (2600, 4500, " Two."), (4500, 6000, " Three."))
    assert pair(told, said, "de") == ("One.", "Two.", "Three.")


def test_what_was_said_later_never_comes_to_an_earlier_cue() -> None:
    told = cues((0, 2000, "Eins."), (2000, 4000, "Zwei."))
    said = heard((2000, 4000, " Two."), (0, 1900, " One more."))
    assert pair(told, said, "de") == ("", "Two. One more.")


def test_what_is_said_beside_a_cue_is_its_own_and_what_is_far_from_all_is_nobodys() -> None:
    told = cues((5000, 7000, "Eins."), (9000, 11_000, "Zwei."))
    said = heard((0, 1500, " Thank you."), (5000, 7000, " One."), (11_100, 11_900, " Two."), (20_000, 22_000, " Bye."))
    assert pair(told, said, "de") == ("One.", "Two.")


def test_two_who_speak_at_once_get_a_part_each() -> None:
    told = (Cue(1, 0, 2000, "Komm jetzt!", "Sofia"), Cue(2, 500, 2500, "Ich will nicht.", "Erik"))
    said = heard((0, 2500, " Come now! I don't want to."))
    assert pair(told, said, "de") == ("Come now!", "I don't want to.")


@pytest.mark.parametrize("said", [(), heard((0, 1000, "  "))])
def test_where_nothing_was_heard_nobody_gets_anything(said: tuple[Segment, ...]) -> None:
    assert pair(cues((0, 1000, "Eins."), (1000, 2000, "Zwei.")), said, "de") == ("", "")
    assert pair((), said, "de") == ()
