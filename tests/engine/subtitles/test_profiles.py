"""Profiles: the shipped numbers, and own ones in a file."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.profiles import DEFAULT, Limit, find_profile, read_profiles


@pytest.mark.parametrize(
    ("name", "language", "numbers"),
    [
        ("subtitle-edit", "", (43, 2, 1000, 8000, 25, 400, 24)),
        ("netflix-en", "en", (42, 2, 833, 7000, 20, None, 83)),
        ("netflix-en-children", "en", (42, 2, 833, 7000, 17, None, 83)),
        ("netflix-en-sdh", "en", (42, 2, 833, 7000, 20, None, 83)),
        ("netflix-en-sdh-children", "en", (42, 2, 833, 7000, 17, None, 83)),
        ("netflix", "no", (42, 2, 833, 7000, 17, None, 83)),
        ("netflix", "ja", (23, 2, 500, 7000, 4, None, 83)),
        ("netflix", "th", (35, 2, 833, 7000, 17, None, 83)),
        ("netflix", "ko", (16, 2, 833, 7000, 12, None, 83)),
        ("netflix", "zh", (16, 2, 833, 7000, 9, None, 83)),
        ("netflix", "ar", (42, 2, 833, 7000, 20, None, 83)),
        ("netflix", "hi", (42, 2, 833, 7000, 22, None, 83)),
        ("netflix-children", "de", (42, 2, 833, 7000, 13, None, 83)),
        ("amazon", "de", (42, 2, 1000, 7007, 17, None, 83)),
        ("amazon", "ar", (42, 2, 1000, 7007, 20, None, 83)),
        ("bbc", "en", (40, 3, None, None, None, 180, None)),
        ("dcmp", "en", (32, None, 2000, None, None, 225, None)),
        ("fcc", "en", (None, None, None, None, None, None, None)),
        ("subtitle-composer", "", (40, 2, 700, 5000, 33.3, None, 100)),
        ("aegisub", "", (40, None, None, None, 30, None, None)),
        ("tiktok", "", (24, 2, 700, 5000, 25, None, 0)),
    ],
)
def test_the_shipped_numbers(name: str, language: str, numbers: tuple[float | None, ...]) -> None:
    found = find_profile(name).for_language(language)
    limits = (found.characters_per_line, found.lines, found.shortest, found.longest, found.characters_per_second)
    assert tuple(limit.value for limit in (*limits, found.words_per_minute, found.gap)) == numbers


def test_every_shipped_number_names_its_source() -> None:
    profiles = read_profiles()
    every = [*profiles, *(each for profile in profiles for _, each in profile.languages)]
    limits = [limit for each in every for name in each.__slots__ if isinstance(limit := getattr(each, name), Limit)]
    assert all(limit.source for limit in limits if limit != Limit())
    assert find_profile(DEFAULT) == profiles[0]


def test_an_own_profile_takes_over_from_another(tmp_path: Path) -> None:
    own = tmp_path / "profiles.toml"
    own.write_text(
        '[mine]\nbased_on = "netflix"\ncharacters_per_line = 38\n'
        'shortest = { limit = 900, advised = 1200, source = "the client" }\n'
    )
    mine = find_profile("mine", own)
    assert mine.characters_per_line == Limit(38, None, "your own profile mine")
    assert mine.shortest == Limit(900, 1200, "the client")
    assert mine.longest == find_profile("netflix").longest
    assert mine.for_language("ja").characters_per_line.value == 23


def test_line_limits_replace_the_numbers_of_every_language() -> None:
    found = find_profile("netflix").with_line_limits(30, None, 5)
    assert found.characters_per_line.value == 30
    assert found.for_language("ja").characters_per_line.value == 30
    assert (found.lines.value, found.words_per_line.value) == (2, 5)


def test_a_file_that_is_not_there_holds_no_profiles(tmp_path: Path) -> None:
    assert read_profiles(tmp_path / "none.toml") == read_profiles()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[mine", "is not valid TOML"),
        ("lines = 2", "outside of a profile"),
        ("[netflix]\nlines = 2", "this name is taken"),
        ("[none]\nlines = 2", "this name is taken"),
        ("[mine]\nline = 2", "'line' is no limit: did you mean lines"),
        ("[mine]\nlines = true", "lines is no number"),
        ("[mine]\nlines = 'two'", "lines is no number"),
        ("[mine]\nlines = nan", "lines is no number"),
        ("[mine]\nlines = 0", "lines is 0: use a number above zero"),
        ("[mine]\nlines = { most = 2 }", "lines holds 'most'"),
        ("[mine]\ncounting = 'some'", "counting is neither"),
        ("[mine]\ntitle = 3", "title is no text"),
        ("[mine]\nbased_on = 'yours'", "based_on names no profile"),
        ("[a]\nbased_on = 'b'\n[b]\nbased_on = 'a'", "it is based on itself"),
        ("[mine]\nlanguage = 3", "language is no table"),
        ("[mine.language.klingon]\nlines = 2", "'klingon' is no language's code"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, complaint: str) -> None:
    own = tmp_path / "profiles.toml"
    own.write_text(text)
    with pytest.raises(EngineError) as refusal:
        read_profiles(own)
    assert refusal.value.kind == "options"
    assert str(refusal.value).startswith(str(own))
    assert complaint in str(refusal.value)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(EngineError, match="there is no profile 'netflix-ed': did you mean netflix-en"):
        find_profile("netflix-ed")
    with pytest.raises(EngineError, match="use one of subtitle-edit, netflix"):
        find_profile("zzz")
