"""Words that don't exist, spelled by each language's rules: practice in writing down what is heard."""

from random import Random

from lexicon import Language

# Beginnings, middles and ends of syllables whose sound tells how they are written, or nearly so.
_ONSETS = {
    "en": "b br d dr f fl fr g gr h k kl l m n p pl pr r s sl sm sn sp st t tr v w z sh th bl cl cr",
    "no": "b br d dr f fl fr g gr h j k kl kr l m n p pl pr r s sl sm sn sp st t tr v bl",
    "es": "b br d dr f fl fr g gr ch l m n p pl pr r s t tr v j ll ñ bl cl cr",
    "de": "b br d dr f fl fr g gr h j k kl kr l m n p pl pr r sch schl schm t tr w z bl",
}
_VOWELS = {
    "en": "a e i o u ee oo ai ar or er",
    "no": "a e i o u y æ ø å ei au",
    "es": "a e i o u a e o ie ue",
    "de": "a e i o u ä ö ü ei au ie",
}
_CODAS = {
    "en": "b ck d f g ll m n nd ng nt p r s st t x",
    "no": "kk d g ll m nn nd ng nt pp r s st tt",
    "es": "n s r l d",
    "de": "ck f g l ll m n nd ng nt pp r s st t tz",
}
_ENDINGS = {"en": "y er ing ed le", "no": "e en er et ig", "es": "a o e as os", "de": "e en er el ung"}


def pseudo_word(language: Language, stream: Random) -> str:
    """Make a word of one to three syllables; a third of them are names with a capital letter."""
    onsets, vowels = _ONSETS[language].split(), _VOWELS[language].split()
    codas, endings = _CODAS[language].split(), _ENDINGS[language].split()
    open_syllables = (stream.choice(onsets) + stream.choice(vowels) for _ in range(stream.choice((0, 0, 1, 1, 2))))
    last = stream.choice(onsets) + stream.choice(vowels) + stream.choice(codas)
    ending = stream.choice(endings) if stream.random() < 0.4 else ""
    word = "".join((*open_syllables, last, ending))
    return word.capitalize() if stream.random() < 0.33 else word
