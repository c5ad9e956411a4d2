"""From what was heard to cues by a profile."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.checks import check
from engine.subtitles.counting import characters
from engine.subtitles.document import Cue, Document
from engine.subtitles.layout import lay_out, lay_out_words
from engine.subtitles.profiles import Profile, find_profile, read_profiles
from engine.subtitles.units import LONG_PAUSE
from engine.transcript import Segment, Word
from tests.support.transcripts import segment, timed_segment

_UNHURRIED = settings(deadline=None, max_examples=25)
_SUBTITLE_EDIT = find_profile("subtitle-edit")
_NETFLIX = find_profile("netflix-en")
_LONG = (
    " Whisper's long segments never reach the reader as a sixty word cue, because they are cut at the ends of "
    "sentences and clauses. That is what Dr. Smith told us in the middle of the night, when nobody else was "
    "listening to him."
)
_TEXTS = "the quick, fox. over and dogs! Grüße a it's I to in when Paris we know? nothing; perhaps said Dr. <i> & 42"
_WORDS = st.sampled_from(_TEXTS.split())
# A word of 500 ms or more for at most 8 letters can be read in its time; a quick one may be beyond any cut.
_SLOW = st.tuples(_WORDS, st.sampled_from([500, 550, 700]), st.sampled_from([0, 0, 0, 60, 400, 2500]))
_ANY = st.tuples(_WORDS, st.sampled_from([0, 20, 250, 9000]), st.sampled_from([0, 0, 0, 300, 2500]))


def _speech(words: list[tuple[str, int, int]], *, begin: int = 500) -> tuple[Segment, ...]:
    """Make a segment of every seven words of (text, duration, pause)."""
    timed, time = [], begin
    for text, duration, pause in words:
        timed.append((f" {text}", time, time + duration))
        time += duration + pause
    return tuple(timed_segment(*timed[start : start + 7]) for start in range(0, len(timed), 7))


def test_a_long_segment_without_word_times_is_cut_where_the_sense_ends_and_shares_its_time_by_letters() -> None:
    cues = lay_out([segment(0, 14_000, _LONG)], _SUBTITLE_EDIT, "en")
    assert [(cue.start, cue.end, cue.text) for cue in cues] == [
        (0, 4207, "Whisper's long segments never reach\nthe reader as a sixty word cue,"),
        (4231, 7878, "because they are cut at the ends\nof sentences and clauses."),
        (7902, 11_549, "That is what Dr. Smith told\nus in the middle of the night,"),
        (11_573, 14_107, "when nobody else was listening to him."),
    ]


def test_cues_are_the_machines_and_keep_their_words() -> None:
    heard = timed_segment((" Yes,", 1000, 1200), (" of", 1300, 1400), (" course.", 1400, 1900), (" No.", 4000, 4200))
    assert lay_out([heard], _SUBTITLE_EDIT, "en") == (
        Cue(1, 1000, 2000, "Yes, of course.", words=heard.words[:3], origin="machine"),
        Cue(2, 4000, 5000, "No.", words=heard.words[3:], origin="machine"),
    )


def test_words_without_times_stay_without_and_their_cue_has_some() -> None:
    words = (Word(" Hello", None, None, 0.5), Word(" there.", None, None, 0.75))
    (cue,) = lay_out([segment(0, 1500, " Hello there.", words)], _SUBTITLE_EDIT, "en")
    assert (cue.start, cue.end, cue.text, cue.words) == (0, 1500, "Hello there.", words)


def test_a_sentence_goes_on_across_segments() -> None:
    segments = (segment(0, 1000, " We have been"), segment(1000, 2000, " to Paris."), segment(2000, 3500, " Twice."))
    assert [cue.text for cue in lay_out(segments, _SUBTITLE_EDIT, "en")] == ["We have been to Paris. Twice."]


def test_segments_that_begin_without_a_space_are_kept_apart() -> None:
    segments = (segment(0, 1000, "One"), segment(1000, 2000, "two."))
    assert [cue.text for cue in lay_out(segments, _SUBTITLE_EDIT, "en")] == ["One two."]


def test_scripts_without_spaces_are_cut_by_character() -> None:
    text = "东京是日本的首都，也是世界上人口最多的城市之一。每年都有很多游客到这里来参观和购物。"
    cues = lay_out([segment(0, 12_000, text)], find_profile("netflix"), "zh")
    assert [cue.text for cue in cues] == [
        "东京是日本的首都，\n也是世界上人口最多的城市之一。",
        "每年都有很多游客到\n这里来参观和购物。",
    ]


def test_one_long_word_of_a_script_without_spaces_is_cut_with_its_times() -> None:
    word = Word("东京是日本的首都也是世界上人口最多的城市之一每年都有很多游客到这里来参观和购物", 0, 12_000, 0.5)
    cues = lay_out([segment(0, 12_000, word.text, (word,))], find_profile("netflix"), "zh")
    assert "".join(cue.text for cue in cues).replace("\n", "") == word.text
    assert "".join(part.text for cue in cues for part in cue.words) == word.text
    assert all(len(line) <= 16 for cue in cues for line in cue.text.split("\n"))


def test_right_to_left_text_is_untouched_but_for_its_breaks() -> None:
    text = "هذا نص طويل باللغة العربية، وهو يختبر كيف نقسم الأسطر."
    (cue,) = lay_out([segment(0, 6000, text)], find_profile("netflix"), "ar")
    assert cue.text == "هذا نص طويل باللغة العربية،\nوهو يختبر كيف نقسم الأسطر."


def test_a_long_pause_ends_a_cue() -> None:
    heard = timed_segment((" I", 0, 500), (" know", 900, 1300), (" it.", 1300 + LONG_PAUSE, 3300))
    assert [cue.text for cue in lay_out([heard], _SUBTITLE_EDIT, "en")] == ["I know", "it."]


def test_each_channel_is_a_speaker_and_no_words_are_cut_off_for_another() -> None:
    left = replace(timed_segment((" Yes", 0, 400), (" indeed", 400, 3000)), channel=0)
    right = replace(timed_segment((" no", 2000, 2400)), channel=1)
    cues = lay_out((left, right), _SUBTITLE_EDIT, "en")
    assert [(cue.id, cue.start, cue.end, cue.text, cue.speaker) for cue in cues] == [
        (1, 0, 3000, "Yes indeed", "Speaker 1"),
        (2, 2000, 3000, "no", "Speaker 2"),
    ]


def test_a_cue_gives_way_to_another_channel_once_its_words_are_said() -> None:
    left = replace(timed_segment((" Yes", 0, 400)), channel=0)
    right = replace(timed_segment((" no", 700, 2400)), channel=1)
    assert [cue.end for cue in lay_out((left, right), _SUBTITLE_EDIT, "en")] == [676, 2400]


def test_no_cue_outlasts_the_film() -> None:
    heard = timed_segment((" Stop", 9000, 9300))
    assert [cue.end for cue in lay_out([heard], _SUBTITLE_EDIT, "en", until=9600)] == [9600]


def test_short_gaps_are_closed_where_the_profile_wants_it() -> None:
    # The gap of 300 ms becomes two frames.
    text = (" The quick brown fox jumps over the lazy dog today,", 0, 3700)
    heard = timed_segment(text, (" and all the others of them look at it for a while.", 4000, 7500))
    assert [(cue.start, cue.end) for cue in lay_out([heard], _NETFLIX, "en")] == [(0, 3917), (4000, 7500)]


def test_words_typed_by_a_person_share_the_time_between_their_neighbours() -> None:
    words = (Word(" It", 0, 500, 0.9), Word(" really", None, None, 1.0), Word(" works.", 1500, 2000, 0.9))
    (cue,) = lay_out_words(words, 0, 2000, _SUBTITLE_EDIT, "en", "Ada")
    assert (cue.text, cue.speaker, cue.words) == ("It really works.", "Ada", words)


def test_what_looks_like_markup_is_text() -> None:
    (cue,) = lay_out([segment(0, 2000, " Write <i> here")], _SUBTITLE_EDIT, "en")
    assert cue.text == "Write <\u2060i> here"


def test_silence_has_no_cues() -> None:
    assert lay_out((), _SUBTITLE_EDIT, "en") == ()
    assert lay_out([segment(0, 1000, "  \n ")], _SUBTITLE_EDIT, "en") == ()


@pytest.mark.parametrize(
    "profile", [each for each in read_profiles() if each.name != "fcc"], ids=lambda each: each.name
)
@_UNHURRIED
@given(words=st.lists(_SLOW, min_size=1, max_size=40))
def test_speech_that_can_be_read_passes_the_checks(profile: Profile, words: list[tuple[str, int, int]]) -> None:
    cues = lay_out(_speech(words), profile, "en")
    problems = check(Document(cues, "en"), profile)
    assert [(each.rule, cues[each.cue - 1]) for each in problems if each.level == "problem"] == []


@pytest.mark.parametrize("name", ["subtitle-edit", "netflix-en", "tiktok", "aegisub"])
@_UNHURRIED
@given(words=st.lists(_ANY, min_size=1, max_size=40))
def test_no_word_is_lost_or_moved_and_no_two_cues_overlap(name: str, words: list[tuple[str, int, int]]) -> None:
    segments, profile = _speech(words), find_profile(name)
    cues = lay_out(segments, profile, "en")
    assert [word for cue in cues for word in cue.words] == [word for each in segments for word in each.words]
    told = " ".join(" ".join(cue.text.split()) for cue in cues).replace("\u2060", "")
    assert told == "".join(each.text for each in segments).strip()
    assert all(before.end + (profile.gap.value or 0) <= after.start for before, after in pairwise(cues))
    assert all(cue.start < cue.end for cue in cues)
    assert cues == lay_out(segments, profile, "en")


@_UNHURRIED
@given(words=st.lists(_ANY, min_size=1, max_size=40))
def test_every_line_and_every_cue_keeps_its_limit(words: list[tuple[str, int, int]]) -> None:
    for cue in lay_out(_speech(words), _NETFLIX, "en"):
        lines = cue.text.split("\n")
        assert len(lines) <= 2
        assert all(characters(line) <= 42 for line in lines)
        assert cue.end - cue.start <= 7000


@_UNHURRIED
@given(words=st.lists(_ANY, min_size=1, max_size=40))
def test_a_cue_is_too_short_only_if_it_cannot_be_joined_to_a_neighbour(words: list[tuple[str, int, int]]) -> None:
    cues = lay_out(_speech(words), _NETFLIX, "en")
    for before, after in pairwise(cues):
        if min(before.end - before.start, after.end - after.start) < 833:
            assert not _could_be_one(before, after)


def _could_be_one(before: Cue, after: Cue) -> bool:
    """Say whether two cues would keep Netflix's limits as one."""
    said, begins = before.words[-1].end or 0, after.words[0].start or 0
    joined = before.words + after.words
    ends = max(word.end or 0 for word in joined)
    is_short = len("".join(word.text for word in joined)) <= 42
    return is_short and begins - said < LONG_PAUSE and ends - before.start <= 7000
