"""Cues that say a sentence together are heard together, in stretches of half a minute at most."""

import pytest

from engine.subtitles.document import Cue
from engine.subtitles.sentences import Stretch, goes_on, sentences, stretches
from engine.subtitles.short_words import short_words


def cues(*told: tuple[int, int, str]) -> tuple[Cue, ...]:
    """Return cues with the ids 1, 2, 3 ...; times in seconds."""
    return tuple(Cue(number, start * 1000, end * 1000, text) for number, (start, end, text) in enumerate(told, 1))


def ids(found: list[Stretch]) -> list[tuple[tuple[int, ...], int, int]]:
    return [(tuple(cue.id for cue in each.cues), each.start, each.end) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Ich musste", "das Schiff putzen.", True),
        ("Ehrlich gesagt,", "ich musste putzen.", True),
        ("Ich musste putzen.", "Das Schiff war alt.", False),
        ("Wirklich?", "Ja.", False),
        ("Und dann ...", "kam er.", True),
        ("Das ist Dr.", "Schmidt.", True),
        ("<i>Ich musste</i>", "<i>das Schiff putzen.</i>", True),
        ("<i>Ich musste putzen.</i>", "<i>Das Schiff war alt.</i>", False),
        ("彼は来た。", "私は行く。", False),
        ("彼は来たが", "私は行く。", True),
    ],
)
def test_a_sentence_goes_on_until_its_end(before: str, after: str, expected: bool) -> None:
    one, other = Cue(1, 0, 1000, before), Cue(2, 1200, 2000, after)
    assert goes_on(one, other, short_words("de")) is expected


def test_nobody_goes_on_with_what_another_said_or_after_a_long_pause() -> None:
    words = short_words("de")
    assert not goes_on(Cue(1, 0, 1000, "Ich", "Sofia"), Cue(2, 1000, 2000, "auch", "Erik"), words)
    assert goes_on(Cue(1, 0, 1000, "Ich"), Cue(2, 4000, 5000, "auch"), words)
    assert not goes_on(Cue(1, 0, 1000, "Ich"), Cue(2, 4001, 5000, "auch"), words)


def test_sentences_come_by_time_without_what_says_nothing() -> None:
    told = (
        Cue(1, 4000, 5000, "Ja."),
        Cue(2, 0, 1000, "Hast du"),
        Cue(3, 1000, 2000, "das gesehen?"),
        Cue(4, 2000, 3000, "<i> </i>"),
        Cue(5, 3000, 3000, "Nie"),
        Cue(6, -2000, -1000, "Nie"),
    )
    assert [[cue.id for cue in sentence] for sentence in sentences(told, "de")] == [[2, 3], [1]]


def test_sentences_are_heard_together_up_to_half_a_minute() -> None:
    told = cues((1, 9, "Eins."), (10, 19, "Zwei,"), (19, 29, "und drei."), (30, 34, "Vier."), (40, 50, "Fünf."))
    assert ids(stretches(told, {1, 2, 3, 4, 5}, "de")) == [((1, 2, 3), 500, 29_500), ((4, 5), 29_500, 50_500)]


def test_a_stretch_ends_with_a_sentence_and_not_where_there_is_still_room() -> None:
    told = cues((0, 14, "Eins."), (14, 28, "Zwei"), (28, 34, "und drei."))
    assert ids(stretches(told, {1, 2, 3}, "de")) == [((1,), 0, 14_000), ((2, 3), 14_000, 34_500)]


def test_a_cue_that_is_wanted_is_heard_with_its_whole_sentence() -> None:
    told = cues((0, 3, "Eins."), (4, 6, "Ich musste"), (6, 8, "das Schiff putzen."), (9, 12, "Vier."))
    assert ids(stretches(told, {3}, "de")) == [((2, 3), 3_500, 8_500)]


def test_what_stands_between_two_that_are_wanted_is_heard_with_them() -> None:
    told = cues((0, 3, "Eins."), (4, 6, "Zwei."), (7, 9, "Drei."), (60, 63, "Vier."))
    assert ids(stretches(told, {1, 3, 4}, "de")) == [((1, 2, 3), 0, 9_500), ((4,), 59_500, 63_500)]


def test_a_sentence_longer_than_half_a_minute_is_cut_where_that_hurts_least() -> None:
    told = cues((0, 10, "Ich ging"), (10, 20, "in die Stadt,"), (20, 29, "die ganz"), (29, 40, "neu war."))
    assert ids(stretches(told, {1, 2, 3, 4}, "de")) == [((1, 2), 0, 20_000), ((3, 4), 20_000, 40_500)]


def test_a_cue_alone_is_never_cut() -> None:
    assert ids(stretches(cues((0, 45, "Ein"), (45, 50, "Lied.")), {1, 2}, "de")) == [
        ((1,), 0, 45_000),
        ((2,), 45_000, 50_500),
    ]


def test_nothing_behind_the_film_is_heard() -> None:
    told = cues((0, 3, "Eins."), (4, 7, "Zwei."), (60, 63, "Drei."))
    assert ids(stretches(told, {1, 2, 3}, "de", until=6_500)) == [((1, 2), 0, 7_000)]
    assert stretches((), {1}, "de") == []
