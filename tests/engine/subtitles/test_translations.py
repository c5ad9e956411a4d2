"""Cues without a translation are told apart from those whose translation is a model's or a person's."""

from engine.subtitles.document import Cue
from engine.subtitles.translations import is_untranslated, keeps_translation, lacks_translation

NOBODYS = Cue(1, 0, 1000, "Eins.")
MODELS = Cue(2, 0, 1000, "Eins.", translation="One.", translation_origin="machine")
IN_VAIN = Cue(3, 0, 1000, "Eins.", translation_origin="machine")
PERSONS = Cue(4, 0, 1000, "Eins.", translation="One.")
VERIFIED = Cue(5, 0, 1000, "Eins.", translation="One.", translation_origin="verified")
SILENT = Cue(6, 0, 1000, " ", translation_origin="machine")
CUES = (NOBODYS, MODELS, IN_VAIN, PERSONS, VERIFIED, SILENT)


def test_a_cue_with_text_and_without_a_translation_lacks_one() -> None:
    assert [cue.id for cue in CUES if lacks_translation(cue)] == [1, 3]


def test_only_one_for_which_a_model_had_nothing_is_told_to_be_untranslated() -> None:
    assert [cue.id for cue in CUES if is_untranslated(cue)] == [3]


def test_what_a_person_wrote_or_vouches_for_is_kept() -> None:
    assert [cue.id for cue in CUES if keeps_translation(cue)] == [4, 5]
