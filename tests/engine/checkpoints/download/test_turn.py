"""One turn at a time, which ends with its process at the latest."""

import subprocess
import sys
from pathlib import Path

from engine.checkpoints.download.turn import take
from tests.support.command_line import PROJECT

HOLDER = """
import sys, time
from pathlib import Path
from engine.checkpoints.download.turn import take
assert take(Path(sys.argv[1])) is not None
print("held", flush=True)
time.sleep(600)
"""


def test_a_turn_is_had_by_one_and_then_by_the_next(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "lock"
    end = take(file)
    assert end is not None
    assert take(file) is None
    end()
    assert list(file.parent.iterdir()) == []
    second = take(file)
    assert second is not None
    second()


def test_the_turn_of_a_process_that_died_is_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert take(tmp_path / "lock") is None
        holder.kill()
    end = take(tmp_path / "lock")
    assert end is not None
    end()
