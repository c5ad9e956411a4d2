"""Safe fixes: what they mend, what they leave, and that they make nothing worse."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.checks import check
from engine.subtitles.document import Cue, Document, VttCue
from engine.subtitles.fixes import Change, apply, propose
from engine.subtitles.profiles import find_profile
from engine.transcript import Word

_SUBTITLE_EDIT = find_profile("subtitle-edit")
_NETFLIX = find_profile("netflix-en")


def _changes(document: Document) -> list[tuple[int, int, int, str, tuple[str, ...]]]:
    found = propose(document, _NETFLIX)
    return [(each.after.id, each.after.start, each.after.end, each.after.text, each.rules) for each in found]


def test_a_long_line_is_broken_and_its_markup_stays() -> None:
    text = "<i>The quick brown fox jumps</i> over the lazy dog, and sleeps."
    broken = "<i>The quick brown fox jumps</i>\nover the lazy dog, and sleeps."
    assert _changes(Document((Cue(1, 0, 4000, text),), "en")) == [(1, 0, 4000, broken, ("characters-per-line",))]


def test_three_lines_become_two() -> None:
    found = _changes(Document((Cue(1, 0, 4000, "The quick brown fox\njumps over the lazy dog,\nand sleeps."),), "en"))
    assert found == [(1, 0, 4000, "The quick brown fox jumps\nover the lazy dog, and sleeps.", ("lines",))]


def test_a_needless_break_goes() -> None:
    (change,) = propose(Document((Cue(1, 0, 4000, "Come\nhere."),), "en"), _SUBTITLE_EDIT)
    assert (change.after.text, change.rules) == ("Come here.", ("one-line",))


def test_lines_without_spaces_are_joined_without_one() -> None:
    document = Document((Cue(1, 0, 4000, "东京是\n日本的\n首都。"),), "zh")
    assert [each.after.text for each in propose(document, find_profile("netflix"))] == ["东京是日本的首都。"]


def test_dialogue_and_a_payload_of_webvtt_keep_their_lines() -> None:
    dialogue = Cue(1, 0, 4000, "- Who is there?\n- It is me and nobody else, as you can see.")
    own = Cue(2, 5000, 9000, "The quick brown fox jumps over the lazy dog, too.", extra=VttCue(payload="<c>The</c>..."))
    assert _changes(Document((dialogue, own), "en")) == []


def test_a_short_cue_stands_longer_where_there_is_room() -> None:
    document = Document((Cue(1, 0, 500, "Yes."), Cue(2, 5000, 5500, "No."), Cue(3, 5800, 7000, "Well.")), "en")
    assert _changes(document) == [(1, 0, 833, "Yes.", ("shortest",))]


def test_a_fast_cue_stands_until_it_can_be_read() -> None:
    document = Document((Cue(1, 0, 1000, "The quick brown fox jumps over it."),), "en")
    assert _changes(document) == [(1, 0, 1700, "The quick brown fox jumps over it.", ("characters-per-second",))]


def test_an_overlap_and_a_narrow_gap_are_mended_in_the_first_cue() -> None:
    document = Document((Cue(1, 0, 2100, "Yes."), Cue(2, 2000, 4000, "No."), Cue(3, 4010, 6000, "Well.")), "en")
    assert _changes(document) == [(1, 0, 1917, "Yes.", ("overlap",)), (2, 2000, 3927, "No.", ("gap",))]


def test_a_cue_that_could_not_be_read_any_more_keeps_its_end() -> None:
    document = Document((Cue(1, 0, 1100, "Twenty characters ok"), Cue(2, 1000, 4000, "No.")), "en")
    assert _changes(document) == []


def test_a_short_gap_is_closed() -> None:
    document = Document((Cue(1, 0, 1000, "Yes."), Cue(2, 1300, 4000, "No.")), "en")
    assert _changes(document) == [(1, 0, 1217, "Yes.", ("closed-gaps",))]


def test_what_lingers_ends_after_its_words() -> None:
    cue = Cue(1, 0, 4000, "Yes, I do.", words=(Word(" Yes, I do.", 0, 1000, 0.9),))
    assert _changes(Document((cue,), "en")) == [(1, 0, 1500, "Yes, I do.", ("lingering",))]


def test_only_a_machine_s_start_is_moved_to_its_words() -> None:
    cue = Cue(1, 0, 3000, "Yes, I do.", words=(Word(" Yes, I do.", 1000, 3000, 0.9),), origin="machine")
    assert _changes(Document((cue,), "en")) == [(1, 1000, 3000, "Yes, I do.", ("early",))]
    assert _changes(Document((replace(cue, origin="edited"),), "en")) == []


def test_applied_changes_are_the_document_that_was_shown() -> None:
    document = Document((Cue(1, 0, 500, "Yes."), Cue(2, 5000, 7000, "No.")), "en")
    changes = propose(document, _NETFLIX)
    assert apply(document, changes) == replace(document, cues=(Cue(1, 0, 833, "Yes."), document.cues[1]))


def test_a_cue_that_was_changed_meanwhile_is_left_alone() -> None:
    before, after = Cue(1, 0, 500, "Yes."), Cue(1, 0, 833, "Yes.")
    typed = Document((Cue(1, 0, 500, "Yes!"),))
    assert apply(typed, (Change(before, after, ("shortest",)),)) == typed


_TEXTS = st.sampled_from(
    ["Yes.", "The quick brown fox jumps over the lazy dog, and sleeps.", "Come\nhere.", "a\nb\nc", ""]
)
_CUES = st.tuples(st.integers(-200, 900), st.integers(-100, 9000), _TEXTS, st.integers(0, 900))


def _document(drawn: list[tuple[int, int, str, int]]) -> Document:
    cues, time = [], 0
    for number, (pause, duration, text, late) in enumerate(drawn, 1):
        start = time + pause
        words = (Word(f" {text}", start + late, start + late + 700, 0.5),) if late % 2 and text else ()
        cues.append(Cue(number, start, start + duration, text, words=words, origin="machine" if late % 3 else "edited"))
        time = start + duration
    return Document(tuple(cues), "en")


@pytest.mark.parametrize("name", ["subtitle-edit", "netflix-en", "bbc"])
@settings(deadline=None, max_examples=30)
@given(drawn=st.lists(_CUES, max_size=12))
def test_fixes_make_no_new_problem_and_change_no_word(name: str, drawn: list[tuple[int, int, str, int]]) -> None:
    document, profile = _document(drawn), find_profile(name)
    fixed = apply(document, propose(document, profile))
    before = {(each.rule, each.cue) for each in check(document, profile) if each.level == "problem"}
    after = {(each.rule, each.cue) for each in check(fixed, profile) if each.level == "problem"}
    assert after <= before
    assert [cue.text.split() for cue in fixed.cues] == [cue.text.split() for cue in document.cues]
    assert [cue.words for cue in fixed.cues] == [cue.words for cue in document.cues]
