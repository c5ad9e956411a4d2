"""What the tests of this room share: the ffmpeg of this machine."""

from pathlib import Path

import pytest

from engine.audio.ffmpeg import find_ffmpeg


@pytest.fixture(scope="session")
def ffmpeg() -> Path:
    return find_ffmpeg()
