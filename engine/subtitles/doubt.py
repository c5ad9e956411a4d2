"""Which words of a cue its model was not sure of, and where in the text they stand."""

from engine.subtitles.document import Cue
from engine.transcript import Word

DOUBTFUL = 0.5  # the probability below which a word is worth a second hearing


def has_doubtful(cue: Cue) -> bool:
    """Say whether a cue has a word that the model was not sure of."""
    return any(is_doubtful(cue, word) for word in cue.words)


def is_doubtful(cue: Cue, word: Word) -> bool:
    """Say whether the model was not sure of a word of a cue that nobody has changed or verified since."""
    return cue.origin == "machine" and word.probability < DOUBTFUL


def places(cue: Cue) -> list[tuple[Word, int, int]]:
    """Return where in the text each word stands; words that are no longer there as heard are left out."""
    found, place = [], 0
    for word in cue.words:
        bare = word.text.strip()
        at = cue.text.find(bare, place) if bare else -1
        if at >= 0:
            place = at + len(bare)
            found.append((word, at, place))
    return found
