"""`make model` from nothing to its card, with so little of everything that it takes a minute and learns nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.whisper.checkpoint import load
from tests.support.command_line import PROJECT, environment

pytestmark = pytest.mark.usefixtures("espeak_ng")
pytest.importorskip("tokenizers", reason="the extra `model` is not installed")

# The numbers at the top of make.py, as small as they can be.
LITTLE = """
import sys
from dataclasses import replace

import bpe
import make
import teach
from engine.training.recipe import Stage

bpe.SENTENCES = 100
make.VALID_HOURS = make.TEST_HOURS = 0.01
make.TESTS = ("test",)
teach.EXAM = teach.MEASURED = 2
recipe = replace(make.ON_A_PROCESSOR.recipe, stages=(Stage(1, 5_000, 1), Stage(1, 30_000, 1)))
little = make.Making(0.01, 50, teach.Size(state=64, heads=2, layers=(1, 1)), recipe)
make.ON_A_PROCESSOR = make.ON_A_CARD = little
if __name__ == "__main__":
    sys.exit(make.main())
"""


def test_the_making_of_a_model_ends_with_its_card(tmp_path: Path) -> None:
    script = tmp_path / "little.py"
    script.write_text(LITTLE)
    path = f"{PROJECT}:{PROJECT / 'packaging' / 'model'}"
    ran = subprocess.run(
        [sys.executable, script, "--work", tmp_path / "work"],
        env=environment(tmp_path) | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    model = load(tmp_path / "work" / "model")
    assert model.alignment_heads
    card = (tmp_path / "work" / "model" / "README.md").read_text()
    assert "| 2 | " in card  # the curve's last step
    assert "## Evaluation\n\n1 recordings measured, 0 left out." in card
    assert "### Times in ms\n" in card
