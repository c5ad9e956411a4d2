import pytest

from engine.errors import EngineError
from engine.languages import LANGUAGES, language_code


def test_whisper_knows_a_hundred_languages_from_english_to_cantonese() -> None:
    assert len(LANGUAGES) == 100
    assert list(LANGUAGES)[:3] == ["en", "zh", "de"]
    assert list(LANGUAGES)[-1] == "yue"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("German", "de"),
        ("haitian  creole", "ht"),
        ("Burmese", "my"),
        ("castilian", "es"),
        ("mandarin", "zh"),
        ("haw", "haw"),
        (" Cantonese ", "yue"),
    ],
)
def test_a_code_a_name_or_an_alias_finds_the_language(text: str, code: str) -> None:
    assert language_code(text) == code


def test_a_misspelt_name_gets_a_hint() -> None:
    with pytest.raises(EngineError, match="did you mean german") as caught:
        language_code("germn")
    assert caught.value.kind == "options"


def test_what_is_near_nothing_gets_an_example() -> None:
    with pytest.raises(EngineError, match='such as "en"'):
        language_code("qqqqqq")
