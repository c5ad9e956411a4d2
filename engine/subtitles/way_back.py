"""The way from one history back to the one before it, without comparing documents where it is known."""

from dataclasses import replace

from engine.subtitles.history import History
from engine.subtitles.splice import Splice, put_in, splice


def way_back(after: History, before: History) -> Splice:
    """Return the splice that leads from one history's document to that of the one before it, with its cues.

    Where one step lies between them, or typing went on, it is known.
    """
    for steps in (after.past, after.future):
        if steps and steps[-1].state == before.state != after.state:
            change = steps[-1].splice
            return replace(change, cues=put_in(after.document, change), translations=())
    if _typing_went_on(after, before):
        at = after.past[-1].splice.at
        return Splice(at, 1, (before.document.cues[at],))
    return splice(after.document, before.document)


def _typing_went_on(after: History, before: History) -> bool:
    """Say whether one more letter is all the difference. Cues that were heard or translated meanwhile change a step
    that lies further back, and the typing stays the last one."""
    if not (after.typing and before.typing and len(after.past) == len(before.past)):
        return False
    same = all(one is other for one, other in zip(after.past[:-1], before.past[:-1], strict=True))
    return same and after.past[-1].state == before.past[-1].state
