"""The import contracts hold and catch what they forbid, and torch is loaded by nobody who has no use for it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LINTER = Path(sys.executable).with_name("lint-imports")

# contract, and the lines that break it with the files they go to
VIOLATIONS = [
    ("house", {"engine/errors.py": "import app"}),
    ("no-qt", {"engine/whisper/options.py": "import PySide6.QtCore"}),
    (
        "light-window",
        {"app/__init__.py": "import engine.checkpoints", "engine/checkpoints/__init__.py": "import torch"},
    ),
    ("front-doors", {"app/__init__.py": "import engine.whisper.options"}),
    ("front-doors", {"app/__init__.py": "import engine.server"}),
    ("floors", {"engine/audio/__init__.py": "import engine.whisper"}),
    ("floors", {"engine/errors.py": "import engine.progress"}),
    ("floors", {"engine/training/__init__.py": "import engine.pipeline"}),
    ("floors", {"engine/protocol/lines.py": "import engine.server"}),
    ("floors", {"engine/server.py": "import engine.jobs.pace"}),
    ("floors", {"engine/lodger.py": '"""A file that chose no floor."""'}),
    ("window-floors", {"app/session.py": "import app.recovery"}),
    ("window-floors", {"app/lodger.py": '"""A file that chose no floor."""'}),
    ("window-floors", {"app/widgets/plain_label.py": "import app.look"}),
    ("panels", {"app/panels/cue_table.py": "import app.panels.cue_editor"}),
    ("engine-process", {"app/main_window/window.py": "import app.engine_process"}),
    ("plain-subtitles", {"engine/subtitles/__init__.py": "import numpy"}),
    ("plain-subtitles", {"engine/protocol/lines.py": "import numpy"}),
    ("pysrt", {"engine/subtitles/tsv.py": "import pysrt"}),
    ("regex", {"engine/subtitles/search.py": "import regex"}),
    ("ttconv", {"engine/subtitles/stl.py": "import ttconv"}),
    ("docx", {"engine/subtitles/txt.py": "import docx"}),
    ("sqlite", {"engine/subtitles/srt.py": "import sqlite3"}),
    ("ffmpeg", {"engine/audio/probe.py": "import ffmpeg"}),
    ("torch", {"engine/audio/pcm.py": "import torch"}),
    ("numpy", {"engine/checkpoints/__init__.py": "import numpy"}),
    ("floors", {"engine/pipeline.py": "import engine.evaluation"}),
    ("jiwer", {"engine/evaluation/times.py": "import jiwer"}),
    ("normaliser", {"engine/evaluation/times.py": "import whisper_normalizer"}),
    ("net", {"engine/checkpoints/local.py": "import http.client"}),
    ("net", {"app/session.py": "import socket"}),
    ("no-cycles", {"engine/errors.py": "import engine.progress"}),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the two packages and their contracts, free to be damaged."""
    for package in ("app", "engine"):
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(house: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [argument for contract in contracts for argument in ("--contract", contract)]
    return subprocess.run(
        [LINTER, "--no-cache", "--no-logo", *chosen], cwd=house, capture_output=True, text=True, check=False
    )


def append(file: Path, line: str) -> None:
    with file.open("a") as module:
        module.write(f"\n{line}\n")


def test_the_house_keeps_its_contracts(house: Path) -> None:
    result = lint(house)
    assert result.returncode == 0, result.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


@pytest.mark.parametrize(("contract", "lines"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(house: Path, contract: str, lines: dict[str, str]) -> None:
    for file, line in lines.items():
        append(house / file, line)
    result = lint(house, contract)
    name = next(known["name"] for known in CONTRACTS if known["id"] == contract)
    assert result.returncode == 1, result.stdout
    assert f"{name} BROKEN" in result.stdout


def test_every_contract_has_a_violation_planted() -> None:
    assert {contract for contract, _ in VIOLATIONS} == {contract["id"] for contract in CONTRACTS}


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running `code`."""
    report = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    answer = subprocess.run([sys.executable, "-c", report], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "app",
        "app.main",
        "engine",
        "engine.transcript",
        "engine.protocol",
        "engine.server",
        "engine.worker",
        "engine.audio.decode",
        "engine.audio.peaks",
        "engine.audio.speech",
        "engine.subtitles.formats",
        "engine.subtitles.project.hidden",
        "engine.whisper.options",
        "engine.commands.evaluate",
        "engine.commands.train",
    ],
)
def test_torch_is_not_loaded_by_importing(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert module.partition(".")[0] in loaded
    assert "torch" not in loaded


@pytest.mark.parametrize(
    "module",
    [
        "app.main",
        "engine.worker",
        "engine.commands.transcribe",
        "engine.checkpoints.find",
        "engine.checkpoints.download.leftovers",
        "engine.checkpoints.download.wanted",
        "engine.checkpoints.removal",
    ],
)
def test_what_opens_connections_is_loaded_by_the_command_that_fetches_alone(module: str) -> None:
    assert "truststore" not in loaded_by(f"import {module}")
    assert "truststore" in loaded_by("import engine.commands.get")


@pytest.mark.parametrize("module", ["engine.protocol", "engine.server", "engine.machine"])
def test_the_pipe_is_light(module: str) -> None:
    assert loaded_by(f"import {module}").isdisjoint({"torch", "numpy", "PySide6", "ffmpeg", "sqlite3", "typer"})
