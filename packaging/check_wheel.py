"""Builds the wheel, installs it into a new environment and tries the program from a folder that is not the project's."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PAYLOAD = ("bin/sotto", "share/applications/sotto.desktop")
COMMANDS = (["--version"], ["--help"], ["models"])


def run(*command: str | Path, cwd: Path) -> None:
    print("$", *command, flush=True)
    subprocess.run(command, cwd=cwd, check=True)


def build() -> Path:
    dist = PROJECT / "dist"
    for old in dist.glob("sotto-*.whl"):
        old.unlink()
    run(sys.executable, "-m", "build", "--wheel", "--outdir", dist, PROJECT, cwd=PROJECT)
    (wheel,) = dist.glob("sotto-*.whl")
    return wheel


def try_out(wheel: Path, folder: Path) -> None:
    environment, elsewhere = folder / "environment", folder / "elsewhere"
    elsewhere.mkdir()
    venv.create(environment, with_pip=False)
    python = environment / "bin/python"
    run(sys.executable, "-m", "pip", "--quiet", "--python", python, "install", wheel, cwd=elsewhere)
    for file in PAYLOAD:
        assert (environment / file).is_file(), f"the wheel did not bring {file}"
    run(python, PROJECT / "packaging/check_resources.py", *resources(), cwd=elsewhere)
    for arguments in COMMANDS:
        run(environment / "bin/sotto", *arguments, cwd=elsewhere)


def main() -> None:
    wheel = build()
    with tempfile.TemporaryDirectory(prefix="sotto wheel ") as folder:
        try_out(wheel, Path(folder))
    print(f"{wheel} installs, starts from another folder and finds its resources")


main()
