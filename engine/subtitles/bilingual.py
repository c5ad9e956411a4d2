"""Which language a file shows: the original, the translation, or both in one cue."""

from dataclasses import replace
from typing import Literal

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document

Languages = Literal["original", "translation", "both"]


def choose_languages(document: Document, languages: Languages) -> Document:
    """Return the document whose text is that of the languages; "original" leaves it as it is.

    With "both" the original stands above its translation. A cue that nobody has translated keeps its original, so that
    no time is without text. Raise EngineError("options") where nothing is translated.
    """
    if languages == "original":
        return document
    if not any(cue.translation for cue in document.cues):
        raise EngineError("options", "no cue has a translation: translate it first, or write the original")
    cues = tuple(_of_both(cue) if languages == "both" else _of_translation(cue) for cue in document.cues)
    spoken = document.language if languages == "both" else document.translation_language
    return replace(document, cues=cues, language=spoken, translation_language="")


def _of_translation(cue: Cue) -> Cue:
    return _alone(cue, cue.translation) if cue.translation else cue


def _of_both(cue: Cue) -> Cue:
    if not cue.translation:
        return cue
    return _alone(cue, "\n".join(filter(None, (cue.text, cue.translation))))


def _alone(cue: Cue, text: str) -> Cue:
    """Return a cue that has this text and no translation, nor lacks one."""
    return replace(cue, text=text, translation="", words=(), translation_origin="edited")
