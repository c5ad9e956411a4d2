"""What was heard in two goes beside what was heard in one: no word is lost or said twice but where it broke off."""

from collections.abc import Iterable
from difflib import SequenceMatcher

SEAM = 2  # words before and behind the place where it broke off that may be others


def strays(before: Iterable[str], both: Iterable[str], whole: Iterable[str]) -> list[int]:
    """Return where words of `both` are not those of `whole`, away from the end of what was heard `before` the break.

    All are texts of cues in their order; places are counted in words.
    """
    one, other, seam = " ".join(both).split(), " ".join(whole).split(), len(" ".join(before).split())
    found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    places = [at for kind, begin, end, _, _ in found if kind != "equal" for at in (begin, end)]
    return [at for at in places if abs(at - seam) > SEAM]
