"""What tests of actions share: somebody who answers their dialogs."""

from collections.abc import Iterator

import pytest

from tests.support.answers import Answer, answers


@pytest.fixture
def answer() -> Iterator[Answer]:
    """Return a function that lets the next dialog of a kind be answered, and lists what was."""
    yield from answers()
