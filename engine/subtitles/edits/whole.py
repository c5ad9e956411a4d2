"""What holds for the whole document: languages, profile, media."""

from dataclasses import replace

from engine.subtitles.document import Document, Media
from engine.subtitles.edits.edit import edit


@edit("Set languages")
def set_languages(document: Document, language: str, translation_language: str) -> Document:
    """Say which languages text and translation are in; "" if nobody knows."""
    if (language, translation_language) == (document.language, document.translation_language):
        return document
    return replace(document, language=language, translation_language=translation_language)


@edit("Set profile")
def set_profile(document: Document, profile: str) -> Document:
    """Name the rules that the document follows."""
    return document if profile == document.profile else replace(document, profile=profile)


@edit("Choose media")
def set_media(document: Document, media: Media | None) -> Document:
    """Say which film or sound the document belongs to."""
    return document if media == document.media else replace(document, media=media)
