"""Lets the tests import the scripts that make the model, which find each other by plain names."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging" / "model"))

collect_ignore = []
try:
    import scipy  # noqa: F401
except ImportError:
    collect_ignore += ["test_espeak.py", "test_corpus.py", "test_recording.py", "test_sound.py", "test_voices.py"]


@pytest.fixture
def espeak_ng() -> None:
    """Skip the test where libespeak-ng is missing."""
    from ctypes.util import find_library

    if find_library("espeak-ng") is None:
        pytest.skip("libespeak-ng is missing: apt install espeak-ng")
