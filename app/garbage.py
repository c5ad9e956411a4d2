"""Python's search for garbage in cycles, which must not look through all that stays: it would stop the window.

A full search goes through every object that there is: at the start forty milliseconds, with the words of a long film
several hundred. What has survived one is taken for lasting and not looked through again, until another document is
opened: then a pause disturbs nobody. References free what isn't in a cycle at once, as ever.
"""

import gc
from collections.abc import Mapping

_FULL = 2  # the generation that goes through all


def spare_survivors() -> None:
    """Begin to search, and leave out from now on what is there and what survives a full search."""
    gc.freeze()
    gc.callbacks.append(_on_search)
    gc.enable()


def search_all() -> None:
    """Look through everything once, also what was left out."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def search_as_usual() -> None:
    """Search as Python does by itself."""
    gc.callbacks.remove(_on_search)
    gc.unfreeze()


def _on_search(phase: str, about: Mapping[str, int]) -> None:
    if phase == "stop" and about["generation"] == _FULL:
        gc.freeze()
