"""Languages, profile, media."""

from engine.subtitles.document import Media
from engine.subtitles.edits import set_languages, set_media, set_profile
from tests.support.editing import document, edited


def test_languages_profile_and_media_are_set_once() -> None:
    film = Media("/film.mkv", 5, "abc")
    after = edited(document(), set_languages("de", "en"))
    after = edited(edited(after, set_profile("netflix-en")), set_media(film))
    assert (after.language, after.translation_language, after.profile, after.media) == ("de", "en", "netflix-en", film)
    for again in (set_languages("de", "en"), set_profile("netflix-en"), set_media(film)):
        assert edited(after, again) is after
