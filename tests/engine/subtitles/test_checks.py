"""Every rule by a document that breaks it and one at the exact limit."""

from dataclasses import replace

import pytest

from engine.subtitles.checks import RULES, Problem, check, rule
from engine.subtitles.document import Cue, Document, Origin
from engine.subtitles.profiles import Limit, Profile, read_profiles
from engine.transcript import Word


def _cue(
    start: int, end: int, text: str = "Text", said: tuple[int, int] | None = None, origin: Origin = "edited"
) -> Cue:
    words = () if said is None else (Word(f" {text}", *said, 0.5),)
    return Cue(0, start, end, text, words=words, origin=origin)


def _found(profile: Profile, *cues: Cue, language: str = "") -> list[tuple[str, int, float, float]]:
    document = Document(tuple(replace(cue, id=number) for number, cue in enumerate(cues, 1)), language)
    return [(each.rule, each.cue, each.measured, each.limit) for each in check(document, profile)]


BARE = Profile("bare", "Bare")
NETFLIX = replace(
    BARE,
    gap=Limit(83),
    closed_gaps_from=Limit(125),
    closed_gaps_below=Limit(500),
    longest=Limit(7000),
    shortest=Limit(833),
)
# rule, profile, cues that break it, (cue, measured, limit), cues at the limit
CASES = [
    ("empty", BARE, [_cue(0, 1000, " <i> </i>")], (1, 0, 0), [_cue(0, 1000, ".")]),
    ("reversed", BARE, [_cue(1000, 1000)], (1, 0, 0), [_cue(1000, 1001)]),
    ("reversed", BARE, [_cue(1000, 900)], (1, -100, 0), [_cue(1000, 1001)]),
    ("negative", BARE, [_cue(-1, 1000)], (1, -1, 0), [_cue(0, 1000)]),
    ("order", BARE, [_cue(5000, 6000), _cue(1000, 2000)], (2, 4000, 0), [_cue(5000, 6000), _cue(6000, 7000)]),
    ("overlap", BARE, [_cue(0, 1001), _cue(1000, 2000)], (2, 1, 0), [_cue(0, 1000), _cue(1000, 2000)]),
    (
        "overlap",
        BARE,
        [_cue(0, 9000), _cue(9000, 9500), _cue(8000, 9000)],
        (3, 1000, 0),
        [_cue(0, 9000), _cue(9000, 9500), _cue(9500, 9600)],
    ),
    ("out-of-sync", BARE, [_cue(0, 999, said=(1000, 1500))], (1, 1, 0), [_cue(0, 1000, said=(1000, 1500))]),
    ("out-of-sync", BARE, [_cue(1501, 2000, said=(1000, 1500))], (1, 1, 0), [_cue(1500, 2000, said=(1000, 1500))]),
    (
        "characters-per-line",
        replace(BARE, characters_per_line=Limit(5)),
        [_cue(0, 1000, "1234\n<b>123 56</b>")],
        (1, 6, 5),
        [_cue(0, 1000, "12345\n<b>1 3 5</b>\ne\u0301e\u0301e\u0301e\u0301e\u0301")],
    ),
    (
        "characters-per-cue",
        replace(BARE, characters_per_cue=Limit(8)),
        [_cue(0, 1000, "1234\n12345")],
        (1, 9, 8),
        [_cue(0, 1000, "1234\n1234")],
    ),
    ("lines", replace(BARE, lines=Limit(2)), [_cue(0, 1000, "a\nb\nc")], (1, 3, 2), [_cue(0, 1000, "a\nb")]),
    (
        "words-per-line",
        replace(BARE, words_per_line=Limit(2)),
        [_cue(0, 1, "a\nb c d")],
        (1, 3, 2),
        [_cue(0, 1, "a\nb c")],
    ),
    ("shortest", replace(BARE, shortest=Limit(833)), [_cue(0, 832)], (1, 832, 833), [_cue(0, 833)]),
    ("longest", replace(BARE, longest=Limit(7000)), [_cue(0, 7001)], (1, 7001, 7000), [_cue(0, 7000)]),
    (
        "characters-per-second",
        replace(BARE, characters_per_second=Limit(10)),
        [_cue(0, 1000, "12, 45\n12345")],
        (1, 11, 10),
        [_cue(0, 1000, "12, 45\n1234")],
    ),
    (
        "characters-per-second",
        replace(BARE, counting="letters", characters_per_second=Limit(10)),
        [_cue(0, 1000, "12, 45\n«1234567»")],
        (1, 11, 10),
        [_cue(0, 1000, "12, 45\n«123456»")],
    ),
    (
        "milliseconds-per-character",
        replace(BARE, milliseconds_per_character=Limit(200)),
        [_cue(0, 1010, "12345")],
        (1, 202, 200),
        [_cue(0, 1000, "12345"), _cue(2000, 4000, "1", said=(2000, 4000))],
    ),
    (
        "words-per-minute",
        replace(BARE, words_per_minute=Limit(180)),
        [_cue(0, 1000, "a b\nc d")],
        (1, 240, 180),
        [_cue(0, 1000, "a b\nc")],
    ),
    (
        "gap",
        replace(BARE, gap=Limit(24)),
        [_cue(0, 976), _cue(999, 2000)],
        (2, 23, 24),
        [_cue(0, 976), _cue(1000, 2000)],
    ),
    ("closed-gaps", NETFLIX, [_cue(0, 1000), _cue(1125, 3000)], (1, 125, 500), [_cue(0, 1000), _cue(1124, 3000)]),
    ("closed-gaps", NETFLIX, [_cue(0, 1000), _cue(1499, 3000)], (1, 499, 500), [_cue(0, 1000), _cue(1500, 3000)]),
    (
        "closed-gaps",
        NETFLIX,
        [_cue(0, 6783), _cue(7083, 9000)],
        (1, 300, 500),
        [_cue(0, 6784), _cue(7084, 9000)],  # closed, the cue would stand longer than 7 s
    ),
    (
        "one-line",
        replace(BARE, one_line_below=Limit(8)),
        [_cue(0, 1000, "<i>ab\ncdef</i>")],
        (1, 7, 8),
        [_cue(0, 1000, "abc\ndefg"), _cue(2000, 3000, "- a\n- b")],
    ),
    (
        "early",
        replace(BARE, early=Limit(125)),
        [_cue(874, 2000, said=(1000, 2000))],
        (1, 126, 125),
        [_cue(875, 2000, said=(1000, 2000))],
    ),
    (
        "late",
        replace(BARE, late=Limit(125)),
        [_cue(1126, 2000, said=(1000, 2000))],
        (1, 126, 125),
        [_cue(1125, 2000, said=(1000, 2000))],
    ),
    (
        "lingering",
        replace(BARE, lingering=Limit(500), shortest=Limit(833)),
        [_cue(0, 1501, said=(0, 1000))],
        (1, 501, 500),
        [_cue(0, 1500, said=(0, 1000)), _cue(2000, 2833, said=(2000, 2100))],
    ),
    (
        "untranslated",
        BARE,
        [replace(_cue(0, 1000), translation_origin="machine")],
        (1, 0, 0),
        [
            _cue(0, 1000),
            replace(_cue(1000, 2000), translation="Yes.", translation_origin="machine"),
            replace(_cue(2000, 3000, " "), translation_origin="machine"),
        ],
    ),
    (
        "listened-to",
        replace(BARE, listened_to=Limit(1)),
        [_cue(0, 1000, origin="machine")],
        (1, 0, 1),
        [_cue(0, 1000, origin="verified"), _cue(1000, 2000, origin="edited")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "profile", "bad", "measured", "good"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_is_broken_beyond_its_limit_and_not_at_it(
    name: str, profile: Profile, bad: list[Cue], measured: tuple[int, float, float], good: list[Cue]
) -> None:
    assert (name, *measured) in _found(profile, *bad)
    assert [each for each in _found(profile, *good) if each[0] == name] == []


def test_every_rule_has_a_case_and_a_sentence_that_says_why() -> None:
    assert {case[0] for case in CASES} == {each.name for each in RULES}
    assert all(each.why.endswith(".") and len(each.why) > 15 for each in RULES)


def test_every_number_of_the_shipped_profiles_is_used_by_a_rule_or_by_layout() -> None:
    by_layout = {"lead_in", "lead_out", "new_cue", "closed_gaps_from"}
    numbers = {name for name in Profile.__slots__ if isinstance(getattr(BARE, name), Limit)}
    assert numbers == {each.limit for each in RULES if each.limit} | by_layout


def test_a_problem_carries_all_that_a_person_needs() -> None:
    (problem,) = check(Document((Cue(7, 0, 832, "Text"),)), replace(BARE, shortest=Limit(833)))
    assert problem == Problem("shortest", 7, 832, 833, rule("shortest").why, "problem")


def test_beyond_what_is_advised_only_is_an_advice_and_told_once() -> None:
    profile = replace(BARE, characters_per_second=Limit(20, 10))
    cues = (Cue(1, 0, 1000, "1" * 10), Cue(2, 1000, 2000, "1" * 11), Cue(3, 2000, 3000, "1" * 21))
    found = [(each.cue, each.limit, each.level) for each in check(Document(cues), profile)]
    assert found == [(2, 10, "advice"), (3, 20, "problem")]


def test_a_language_has_its_own_numbers() -> None:
    profile = next(each for each in read_profiles() if each.name == "netflix")
    cue = _cue(0, 600, "あ")
    assert _found(profile, cue, language="ja") == []
    assert _found(profile, cue, language="no") == [("shortest", 1, 600, 833)]


def test_a_document_in_disorder_is_checked_by_time() -> None:
    cues = (_cue(5000, 6000), _cue(1000, 2000), _cue(2010, 3000))
    assert _found(replace(BARE, gap=Limit(24)), *cues) == [("order", 2, 4000, 0), ("gap", 3, 10, 24)]


def test_an_empty_document_has_no_problems() -> None:
    for profile in read_profiles():
        assert check(Document(), profile) == ()
