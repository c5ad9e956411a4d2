"""What survived a search for garbage is left out of the next ones, until everything is looked through."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.garbage import search_all, search_as_usual, spare_survivors


class _Ring:
    """Holds itself: no reference that goes frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def sparing() -> Iterator[None]:
    spare_survivors()
    yield
    search_as_usual()


@pytest.mark.usefixtures("sparing")
def test_garbage_that_is_young_is_found() -> None:
    ring = _Ring()
    there = weakref.ref(ring)
    del ring
    gc.collect()
    assert there() is None


@pytest.mark.usefixtures("sparing")
def test_what_survived_a_full_search_is_left_out_of_the_next() -> None:
    ring = _Ring()
    there = weakref.ref(ring)
    gc.collect()
    del ring
    gc.collect()
    assert there() is not None
    search_all()
    assert there() is None


@pytest.mark.usefixtures("sparing")
def test_a_full_search_goes_only_through_what_is_new() -> None:
    kept = [_Ring() for _ in range(1000)]
    gc.collect()
    assert gc.get_freeze_count() >= len(kept)
    assert len(gc.get_objects()) < len(kept)


def test_nothing_is_left_out_once_it_searches_as_usual() -> None:
    spare_survivors()
    search_as_usual()
    assert gc.get_freeze_count() == 0
