"""What Sotto says to libraries about threads before they are loaded, and that whoever said something else is heard."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import PROJECT

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted by what Linux tells")

COUNT = """
import engine, numpy, os
numpy.ones((600, 600), numpy.float32) @ numpy.ones((600, 600), numpy.float32)
print(len(os.listdir("/proc/self/task")), os.environ["OPENBLAS_NUM_THREADS"])
"""


def told(**environment: str) -> list[str]:
    others = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    command = [sys.executable, "-c", COUNT]
    ran = subprocess.run(command, cwd=PROJECT, env=others | environment, capture_output=True, text=True, check=True)
    return ran.stdout.split()


def test_numpy_multiplies_on_the_thread_that_asks() -> None:
    assert told() == ["1", "1"]


def test_who_chose_another_number_of_threads_gets_it() -> None:
    assert told(OPENBLAS_NUM_THREADS="3")[1] == "3"
