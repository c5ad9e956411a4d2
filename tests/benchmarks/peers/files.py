"""The files that the engines hear and read, made on the spot: sounds, and a checkpoint in the form of each."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.audio.ffmpeg import find_ffmpeg
from engine.checkpoints.catalogue import Published
from tests.benchmarks.peers import checkpoints, ggml, sound
from tests.benchmarks.peers.contenders import Contender, Form
from tests.benchmarks.peers.rounds import Field, Machine, environment
from tests.support.checkpoints import vocabulary_file
from tests.support.command_line import PROJECT


def make_home(folder: Path) -> Path:
    """Make the folder that runs take for their home, with an ffmpeg in it."""
    (folder / "ffmpeg").symlink_to(find_ffmpeg())
    return folder


def make_field(
    model: Published, tokens: int, minutes: tuple[float, float], contenders: Sequence[Contender], machine: Machine
) -> Field:
    """Make what these contenders need; a form that can't be made is left out, and its runs say so."""
    folder = machine.home / "models"
    folder.mkdir(exist_ok=True)
    vocabulary = _vocabulary(machine)
    written = checkpoints.make(folder / model.name, model, tokens, vocabulary)
    forms: dict[Form, Path] = {"folder": written, "openai": written.parent / f"{model.name}.pt"}
    for numbers in ("int8", "float32"):
        if any(contender.form == numbers for contender in contenders) and (made := _convert(written, numbers, machine)):
            forms[numbers] = made
    if machine.program is not None:
        file = folder / f"{model.name}.bin"
        ggml.write(file, forms["openai"], vocabulary)
        forms["ggml"] = ggml.quantize(file, machine.program)
    sounds = [sound.make(machine.home / f"{length:g}.flac", length) for length in minutes]
    return Field(model.name, forms, sounds[0], sounds[1], minutes)


def _vocabulary(machine: Machine) -> Path:
    """Whisper's own from $SOTTO_TEST_DATA or the peers' openai-whisper; else one of the same size."""
    own = vocabulary_file("multilingual")
    installed = machine.peers.parent.parent.glob("lib/python*/site-packages/whisper/assets/multilingual.tiktoken")
    return own or next(installed, None) or checkpoints.make_vocabulary(machine.home / "made.tiktoken")


def _convert(folder: Path, numbers: str, machine: Machine) -> Path | None:
    target = folder.parent / f"{folder.name}-{numbers}"
    command = [machine.peers, "-m", "tests.benchmarks.peers.convert", folder, target, numbers]
    ran = subprocess.run(command, check=False, stdout=sys.stderr, cwd=PROJECT, env=environment(machine))
    return target if ran.returncode == 0 else None
