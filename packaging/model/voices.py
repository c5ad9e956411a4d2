"""Who speaks in the corpus: espeak-ng's voices that sound like people, and those that training never hears."""

from random import Random

from espeak import Voice
from lexicon import Language

RATES = (120, 220)  # words a minute
HELD_OUT_RATES = (192, 200)  # within the range, yet never trained
OUTSIDE_RATES = (235, 260)
PITCHES = (20, 80)

ACCENTS: dict[Language, tuple[str, ...]] = {
    "en": ("en", "en-us", "en-us", "en-gb-x-rp", "en-gb-scotland"),
    "no": ("nb",),
    "es": ("es", "es-419"),
    "de": ("de",),
}
VARIANTS = (
    "m1", "m2", "m3", "m4", "m6", "m7", "m8", "f1", "f2", "f3", "f5", "croak", "klatt3", "adam", "Alex", "Alicia",
    "Annie", "aunty", "belinda", "grandma", "grandpa", "Lee", "Michael", "pablo", "rob", "shelby", "steph", "travis",
)  # fmt: skip
HELD_OUT: dict[Language, tuple[str, ...]] = {
    "en": ("en-us+m5",),
    "no": ("nb+f4",),
    "es": ("es+m5",),
    "de": ("de+f4",),
}
NEW: dict[Language, str] = {"en": "en-gb-x-gbcwmd+Gene", "no": "nb+Gene", "es": "es+Gene", "de": "de+Gene"}


def trained_voice(language: Language, stream: Random) -> Voice:
    rate = stream.randint(*RATES)
    while HELD_OUT_RATES[0] <= rate <= HELD_OUT_RATES[1]:
        rate = stream.randint(*RATES)
    name = f"{stream.choice(ACCENTS[language])}+{stream.choice(VARIANTS)}"
    return Voice(language, name, rate, stream.randint(*PITCHES), stream.randint(30, 70))


def held_out_voice(language: Language, stream: Random) -> Voice:
    """Return the voice that training never hears, at any of its rates or at the rate that it never hears."""
    low, high = stream.choice((HELD_OUT_RATES, (140, 200)))
    return Voice(language, stream.choice(HELD_OUT[language]), stream.randint(low, high), stream.randint(*PITCHES))


def hurried_voice(language: Language, stream: Random) -> Voice:
    """Return a trained voice that speaks faster than training ever does."""
    name = f"{stream.choice(ACCENTS[language])}+{stream.choice(VARIANTS)}"
    return Voice(language, name, stream.randint(*OUTSIDE_RATES), stream.randint(*PITCHES))


def new_voice(language: Language, stream: Random) -> Voice:
    """Return somebody whom a finished model may be made used to: neither training nor any test hears this voice."""
    return Voice(language, NEW[language], stream.randint(150, 185))
