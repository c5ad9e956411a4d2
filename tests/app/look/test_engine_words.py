"""What the engine says in the window is listed for translators: labels, refusals, rules, losses, profiles."""

import ast
from pathlib import Path

from app.look import engine_words, language_names
from app.look.engine_words import in_words
from app.look.language_names import language_name
from engine.languages import LANGUAGES
from engine.subtitles.checks import RULES
from engine.subtitles.losses import Feature
from engine.subtitles.profiles import read_profiles
from tests.support.texts import PROJECT


def _first_arguments(*names: str) -> set[str]:
    """Return the texts that functions of these names are called with first, anywhere in the engine's subtitles."""
    files: list[Path] = sorted((PROJECT / "engine" / "subtitles").rglob("*.py"))
    return {
        call.args[0].value
        for file in files
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def test_the_labels_of_all_edits_areset() -> None:
    assert set(engine_words.EDITS) == _first_arguments("edit", "edit_of_cue", "Edit")


def test_every_fixed_refusal_of_an_edit_isset() -> None:
    assert set(engine_words.REFUSALS) == _first_arguments("EditError")


def test_every_rule_is_listed_with_its_reason_and_its_unit() -> None:
    assert set(engine_words.RULES) == {rule.title for rule in RULES}
    assert set(engine_words.REASONS) == {rule.why for rule in RULES}
    assert set(engine_words.UNITS) == {rule.unit for rule in RULES} - {""}


def test_what_formats_lose_isset() -> None:
    assert set(engine_words.LOSSES) == {feature.value for feature in Feature}


def test_the_profiles_that_come_with_sotto_areset() -> None:
    assert set(engine_words.PROFILES) == {profile.title for profile in read_profiles()}


def test_all_languages_that_can_be_heard_areset() -> None:
    assert set(language_names.NAMES) == set(LANGUAGES.values())


def test_without_a_translation_texts_are_said_as_they_are() -> None:
    assert in_words("Merge as dialogue") == "Merge as dialogue"
    assert in_words("") == ""
    assert language_name("no") == "Norwegian"
    assert language_name("xx") == "xx"
