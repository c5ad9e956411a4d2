"""The translations are whole: every text of the sources, finished, with what is filled in, and compiled."""

import pytest
from PySide6.QtCore import QTranslator

from tests.support.texts import TRANSLATIONS, Message, in_sources, messages, placeholders, unreadable

BOTH = pytest.mark.parametrize("language", ["nb", "es"])
ALL = pytest.mark.parametrize("language", ["en", "nb", "es"])


def test_every_text_is_written_so_that_translators_get_it() -> None:
    assert unreadable() == []


@BOTH
def test_every_text_of_the_sources_is_there_and_none_that_is_gone(language: str) -> None:
    there = {(each.context, each.source) for each in messages(language)}
    assert sorted(in_sources() - there) == [], "make translations"
    assert sorted(there - in_sources()) == [], "make translations"


def test_english_has_its_plurals_and_nothing_else() -> None:
    plurals = {(each.context, each.source) for each in messages("nb") if each.plural}
    assert {(each.context, each.source) for each in messages("en")} == plurals


@ALL
def test_every_text_is_finished(language: str) -> None:
    unfinished = [each.source for each in messages(language) if not each.finished or not all(each.translations)]
    assert unfinished == []


@ALL
def test_what_is_filled_in_is_in_the_translation_too(language: str) -> None:
    assert [each for each in messages(language) if not _fills_the_same(each)] == []


@ALL
def test_a_letter_is_underlined_where_the_source_has_one(language: str) -> None:
    different = [
        (each.source, text)
        for each in messages(language)
        for text in each.translations
        if text.count("&") != each.source.count("&") or text.endswith("&") or "& " in text
    ]
    assert different == []


@ALL
def test_space_at_the_ends_and_punctuation_at_the_end_are_kept(language: str) -> None:
    different = [
        (each.source, text)
        for each in messages(language)
        for text in each.translations
        if _edges(text) != _edges(each.source)
    ]
    assert different == []


@ALL
def test_the_compiled_file_says_the_same(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / f"sotto_{language}.qm"))
    for each in messages(language):
        counts = (1, 5) if each.plural else (-1,)
        said = tuple(translator.translate(each.context, each.source, None, count) for count in counts)
        assert said == each.translations, "make translations"


def _fills_the_same(message: Message) -> bool:
    return all(placeholders(text) == placeholders(message.source) for text in message.translations)


def _edges(text: str) -> tuple[bool, bool, str]:
    end = text.replace("...", "…").rstrip()[-1:]
    return text[:1] == " ", text[-1:] == " ", end if end in (":", "…", ".", "?") else ""
