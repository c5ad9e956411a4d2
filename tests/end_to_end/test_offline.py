"""Nothing that Sotto does by itself calls anybody, as strace sees it; the watch sees a call that is made."""

import sys

import pytest

from tests.support.foreign_text import missing
from tests.support.offline_session import SESSIONS, calls_of

WHY_NOT = missing()
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)


def test_the_watch_sees_a_call() -> None:
    assert calls_of(dict(SESSIONS)["control: a call on purpose"]) == 1


def test_the_list_of_models_calls_nobody() -> None:
    assert calls_of((sys.executable, "-m", "engine", "models")) == 0
