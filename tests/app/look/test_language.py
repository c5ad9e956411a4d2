"""The language of the window: the chosen one, else the first of the system's that Sotto has, else English."""

import pytest

from app.look.language import LANGUAGES, find_language, translations


@pytest.mark.parametrize(
    ("chosen", "system", "found"),
    [
        ("es", ["nb-NO"], "es"),
        ("", ["nb-NO", "nb", "en"], "nb"),
        ("", ["nn-NO"], "nb"),
        ("", ["no_NO"], "nb"),
        ("", ["es-MX"], "es"),
        ("", ["fi-FI", "en-GB", "es"], "en"),
        ("", ["fi-FI"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("xx", ["es"], "es"),
    ],
)
def test_the_chosen_language_goes_before_the_systems(chosen: str, system: list[str], found: str) -> None:
    assert find_language(chosen, system) == found


def test_every_language_has_its_compiled_texts() -> None:
    assert sorted(file.stem for file in translations().glob("*.qm")) == sorted(f"sotto_{code}" for code, _ in LANGUAGES)
