"""The command line as a whole: what it shows without a command, how it ends, and what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.__main__ import run
from engine.errors import Cancelled, EngineError
from tests.support.command_line import PROJECT, environment, sotto


def loaded_by(program: str, home: Path) -> set[str]:
    """Return the top packages that a fresh interpreter holds after `program`."""
    program += "\nimport sys; sys.stderr.write('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, env=environment(home), cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(ran.stderr.splitlines()[-1].split())


def test_help_lists_the_commands_and_the_exit_codes(tmp_path: Path) -> None:
    ran = sotto("--help", home=tmp_path)
    assert ran.code == 0
    assert "transcribe  Write down what is said" in ran.out
    assert "models      List the models" in ran.out
    assert "130" in ran.out


def test_without_a_command_and_without_a_screen_help_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert sotto(home=tmp_path) == sotto("--help", home=tmp_path)


def test_version_is_one_line(tmp_path: Path) -> None:
    ran = sotto("--version", home=tmp_path)
    assert (ran.code, ran.out.count("\n"), ran.err) == (0, 1, "")
    assert ran.out.startswith("sotto ")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["transcribe", "--help"], ["models", "--help"]])
def test_no_help_loads_torch(tmp_path: Path, arguments: list[str]) -> None:
    assert "torch" not in loaded_by(f"from engine.__main__ import run; run({arguments!r})", tmp_path)


def test_the_package_offers_load_model_and_loads_torch_only_then(tmp_path: Path) -> None:
    assert "torch" not in loaded_by("import engine, engine.errors, engine.whisper.options", tmp_path)
    assert "torch" in loaded_by("from engine import load_model", tmp_path)


def test_the_package_offers_nothing_else() -> None:
    import engine

    with pytest.raises(AttributeError, match="no attribute 'unload_model'"):
        engine.unload_model  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["transcripe"], "sotto: No such command 'transcripe': see sotto --help\n"),
        (["--wersion"], "sotto: No such option: --wersion (Possible options: --version): see sotto --help\n"),
        (["transcribe"], "sotto: Missing argument 'FILES...': see sotto transcribe --help\n"),
        (["transcribe", "a", "--task", "sing"],
         "sotto: Invalid value for '--task': 'sing' is not one of 'transcribe', 'translate': "
         "see sotto transcribe --help\n"),
    ],
)  # fmt: skip
def test_what_was_typed_wrong_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (EngineError("media", "a.mp4 is no film: choose another."), 1, "sotto: a.mp4 is no film: choose another.\n"),
        (EngineError("options", "two\nlines\x1b[31m"), 2, "sotto: two\\nlines\\x1b[31m\n"),
        (MemoryError(), 1, "sotto: There is not enough memory: close other programs, or choose a smaller model.\n"),
        (Cancelled(), 130, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_each_end_has_its_exit_code(
    raised: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def models() -> None:
        raise raised

    monkeypatch.setattr("engine.commands.models.models", models)
    assert run(["models"]) == code
    assert capsys.readouterr() == ("", said)


def test_a_bug_shows_where_but_nothing_that_was_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def models() -> None:
        try:
            raise KeyError("he told me in confidence")
        except KeyError:
            raise ValueError("what she said") from None

    monkeypatch.setattr("engine.commands.models.models", models)
    assert run(["models"]) == 1
    shown = capsys.readouterr().err
    assert "test_main.py" in shown
    assert "ValueError\n" in shown
    assert "in confidence\n" not in shown
    assert "sotto: This is a mistake in the program" in shown


def test_a_closed_pipe_ends_the_program_quietly(tmp_path: Path) -> None:
    command = f"{sys.executable} -m engine transcribe --help | head -c 1"
    ran = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
