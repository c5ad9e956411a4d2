"""Our normalised texts against openai-whisper's own normalisers, over many strings."""

import random

import pytest

from engine.evaluation.normalise import normalise

pytestmark = pytest.mark.reference

BRITISH = {"colour", "organise", "theatre", "grey"}
# Signs that are hard to tell from others stand as escapes.
PIECES = """
one two three nine ten eleven nineteen twenty fifty hundred thousand million billion and a half point oh zero
first second twenties fiftieth hundredths double triple minus plus dollars pounds cents euro per percent
$5 £2.50 €7 ¢9 90% 1,000 3.14 12th 1960s 7 100 -3 won't can't let's he's been it'd gone I'ma y'all gonna wanna
mr Mrs. Dr. St. prof lt um uh hmm mhm colour organise theatre grey kinda sorta dunno cause 'cause because
[noise] (laughs) <unk> [open (shut don 't o'clock … — « » „ “ ” ! ? . , ; Ærø Łódź straße naïve coöperate
ñandú åpen Ελλάδα привет こんにちは 東京 ٣ ２ ½ ① हिन्दी ไทย\u200b e\u0301 U.S.A. a.m. 10:30 http://x.y
"""


def strings(seed: int) -> list[str]:
    dice = random.Random(seed)
    return [" ".join(dice.choices(PIECES.split(), k=dice.randrange(1, 12))) for _ in range(500)]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves its spellings open
@pytest.mark.parametrize("seed", range(10))
def test_english_equals_the_reference(seed: int) -> None:
    normalizers = pytest.importorskip("whisper.normalizers")
    theirs = normalizers.EnglishTextNormalizer()
    for text in strings(seed):
        assert normalise(text, "en") == " ".join(theirs(text).split()), text


@pytest.mark.parametrize("seed", range(10))
def test_other_languages_equal_the_reference(seed: int) -> None:
    normalizers = pytest.importorskip("whisper.normalizers")
    basic, letters = normalizers.BasicTextNormalizer(), normalizers.BasicTextNormalizer(split_letters=True)
    for text in strings(seed):
        assert normalise(text, "es") == " ".join(basic(text).split()), text
        assert normalise(text, "ja") == " ".join(letters(text).split()), text


@pytest.mark.parametrize("seed", range(3))
def test_transformers_rules_are_the_same(seed: int) -> None:
    module = pytest.importorskip("transformers.models.whisper.english_normalizer")
    basic, english = module.BasicTextNormalizer(), module.EnglishTextNormalizer({})
    for text in strings(seed):
        if not BRITISH & {*text.split()}:  # its spellings come with a checkpoint
            assert normalise(text, "en") == " ".join(english(text).split()), text
        assert normalise(text, "no") == " ".join(basic(text).split()), text
