"""Builds the wheel, installs it into a new environment and tries the program from another folder than the project's."""

import filecmp
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMMANDS = (["--version"], ["--help"], ["models"])
FIND_ENGINE = "import engine, pathlib; print(pathlib.Path(engine.__file__).parent)"


def run(*command: str | Path, cwd: Path) -> str:
    print("$", *command, flush=True)
    return subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.PIPE, text=True).stdout


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
    check_files(environment, Path(run(python, "-c", FIND_ENGINE, cwd=elsewhere).strip()))
    for arguments in COMMANDS:
        print(run(environment / "bin/sotto", *arguments, cwd=elsewhere))


def check_files(environment: Path, engine: Path) -> None:
    if not engine.is_relative_to(environment):
        sys.exit(f"the sources were tried, not the wheel: {engine}")
    if not (environment / "share/applications/sotto.desktop").is_file():
        sys.exit("the wheel brings no desktop entry")
    resources = PROJECT / "resources"
    files = [file.relative_to(resources) for file in resources.rglob("*") if file.is_file()]
    names = [str(file) for file in files if file.parts[0] != "screenshots"]
    _, different, missing = filecmp.cmpfiles(resources, engine / "resources", names, shallow=False)
    if different or missing:
        sys.exit(f"resources that the wheel brings damaged or not at all: {different + missing}")


def main() -> None:
    wheel = build()
    with tempfile.TemporaryDirectory(prefix="sotto wheel ") as folder:
        try_out(wheel, Path(folder))
    print(f"{wheel} installs, starts from another folder and brings its resources")


if __name__ == "__main__":
    main()
