"""Lets the tests import the scripts that make model and sample, which find each other by plain names."""

import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path[:0] = [str(PACKAGING / "model"), str(PACKAGING / "sample")]


@pytest.fixture
def espeak_ng() -> None:
    """Skip the test where libespeak-ng is missing."""
    from ctypes.util import find_library

    if find_library("espeak-ng") is None:
        pytest.skip("libespeak-ng is missing: apt install espeak-ng")
