"""One recording measured by hand."""

from dataclasses import replace
from pathlib import Path

from engine.evaluation.measure import Heard, Hearing, Sentence, measure
from engine.evaluation.no_speech import NoSpeech
from engine.evaluation.rates import Counts
from engine.evaluation.reference import Line, Reference
from engine.evaluation.scores import Listed
from engine.evaluation.times import TimeErrors
from engine.transcript import Word
from tests.support.transcripts import segment

SAID = Reference(
    media=Path("a.wav"),
    lines=(Line("Good evening, Sotto.", 1_000, 2_500), Line("It's ten.", 3_000, 4_000)),
    language="en",
    condition="noise",
    translation=(Line("Good evening"),),
    words=(Line("Good", 1_000, 1_300),),
)
HEARD = Hearing(
    segments=(
        segment(1_020, 2_400, " Good evening so to.", (Word(" Good", 1_050, 1_200, 0.9),)),
        segment(3_000, 4_000, " It is 10."),
    ),
    detected="en",
    duration=10_000,
    missing=0,
    took=500,
)
NONE: frozenset[str] = frozenset()


def test_all_figures_of_a_recording() -> None:
    english = replace(HEARD, segments=(segment(0, 900, " Good morning"),))
    measured = measure(SAID, Heard(HEARD, HEARD, english), frozenset({"sotto"}))
    scores = measured.scores
    assert scores.words == Counts(hits=5, substitutions=1, insertions=1)
    assert scores.characters == Counts(hits=26, substitutions=1)  # "good evening sotto it is 10": t became a space
    assert scores.translation == Counts(hits=1, substitutions=1)
    assert (measured.detected, measured.language_right) == ("en", True)
    assert scores.no_speech == NoSpeech()
    assert scores.starts == TimeErrors((20, 0), 2)
    assert scores.ends == TimeErrors((), 2)
    assert scores.word_starts == TimeErrors((50,), 1)
    assert scores.listed == Listed(Counts(hits=4, substitutions=1), right=0, words=1)
    assert (scores.duration, scores.took) == (10_000, 500)


def test_segments_keep_the_times_that_they_had_before_words_were_timed() -> None:
    moved = replace(HEARD, segments=(replace(HEARD.segments[0], start=1_050), HEARD.segments[1]))
    scores = measure(SAID, Heard(HEARD, words=moved), NONE).scores
    assert (scores.starts, scores.word_starts) == (TimeErrors((20, 0), 2), TimeErrors((50,), 1))


def test_a_listed_word_is_right_or_wrong_by_its_own_letters() -> None:
    said = replace(SAID, lines=(Line("See Sotto and otto"),), words=(), translation=None)
    heard = replace(HEARD, segments=(segment(0, 900, "See sotto and auto"),))
    listed = measure(said, Heard(heard), frozenset({"Sotto", "Otto", "absent"})).scores.listed
    assert listed == Listed(Counts(hits=7, substitutions=2), right=1, words=2)


def test_a_line_is_shown_with_what_was_heard_in_its_place() -> None:
    assert measure(SAID, Heard(HEARD), NONE).sentences == (
        Sentence(1_000, "good evening sotto", "good evening so to", Counts(hits=2, substitutions=1, insertions=1)),
        Sentence(3_000, "it s ten", "it is 10", Counts(hits=1, substitutions=2)),
    )


def test_a_language_counts_where_it_is_known_and_something_is_said() -> None:
    assert measure(replace(SAID, language="de"), Heard(HEARD), NONE).language_right is False
    assert measure(replace(SAID, language=None), Heard(HEARD), NONE).language_right is None
    assert measure(SAID, Heard(replace(HEARD, detected=None)), NONE).language_right is None
    assert measure(replace(SAID, lines=()), Heard(HEARD), NONE).language_right is None


def test_a_text_of_unknown_language_is_compared_by_the_rules_of_the_detected_one() -> None:
    assert measure(replace(SAID, language=None), Heard(HEARD), NONE).scores.words.hits == 5
    assert measure(replace(SAID, language="de"), Heard(HEARD), NONE).scores.words.hits < 5


def test_characters_of_unspaced_languages_count_without_our_spaces() -> None:
    said = replace(SAID, language="ja", lines=(Line("東京です"),), words=(), translation=None)
    heard = replace(HEARD, segments=(segment(0, 900, "東京でし"),), detected="ja")
    scores = measure(said, Heard(heard), frozenset({"東"})).scores
    assert scores.words == scores.characters == Counts(hits=3, substitutions=1)
    assert scores.listed == Listed(Counts(hits=1), right=1, words=1)
