"""Which cues lack a translation, and whose that is which they have."""

from engine.subtitles.document import Cue
from engine.subtitles.sentences import says_something


def lacks_translation(cue: Cue) -> bool:
    """Say whether a cue says something that nobody has translated."""
    return says_something(cue) and not cue.translation.strip()


def is_untranslated(cue: Cue) -> bool:
    """Say whether a model was asked to translate a cue, and had nothing for it."""
    return cue.translation_origin == "machine" and lacks_translation(cue)


def keeps_translation(cue: Cue) -> bool:
    """Say whether a cue has a translation that a person wrote or vouches for, so that no model's may replace it."""
    return bool(cue.translation.strip()) and cue.translation_origin != "machine"
