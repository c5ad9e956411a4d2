"""A screen reader works the window in a process of its own: names, Transcribe, the status, the first cue."""

import subprocess
import sys

import pytest

from tests.support import screen_reader
from tests.support.synthetic import needs_embedded

_LACKING = screen_reader.missing()
pytestmark = [
    needs_embedded,
    pytest.mark.skipif(bool(_LACKING), reason=f"no accessibility bus without {', '.join(_LACKING)}"),
]


def test_it_finds_names_everywhere_presses_transcribe_and_reads_status_and_cue() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.screen_reader"],
        cwd=screen_reader.PROJECT,
        capture_output=True,
        text=True,
        timeout=1_200,
        check=False,
    )
    told = ran.stdout.splitlines()
    assert ran.returncode == 0, ran.stdout + ran.stderr[-3_000:]
    assert "Without a name: 0" in told
    for begin in ("Status: ", "Status at the end: 'Cues written down: ", "Announced: ", "Cue 1: "):
        assert [line for line in told if line.startswith(begin)], begin
