"""Prints where clicks are in every kind of media and where we hear them: python -m tests.support.timebase."""

import subprocess
import sys
import tempfile
from pathlib import Path

import imageio_ffmpeg

from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.probe import probe
from engine.progress import Cancel
from tests.support.media import KINDS, Clip, find_clicks
from tests.support.work import finish


def heard(clip: Clip, ffmpeg: Path, folder: Path) -> tuple[float, ...]:
    _, decoded = finish(decode(probe(clip.path, ffmpeg), ffmpeg, folder, cancel=Cancel()))
    return find_clicks(decoded.pcms[0].read(0, len(decoded.pcms[0])))


def main() -> None:
    programs = [find_ffmpeg(), Path(imageio_ffmpeg.get_ffmpeg_exe())]
    print("| kind | container | ffmpeg | true clicks (ms) | found (ms) | worst error (ms) |\n|---|---|---|---|---|---|")
    worst = 0.0
    for kind, suffix, make in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            clip = make(Path(folder) / f"clip.{suffix}")
            for program in programs:
                found = heard(clip, program, Path(folder))
                error = worst_error(clip.clicks, found)
                worst = max(worst, error)
                times = [" ".join(f"{time:.0f}" for time in row) for row in (clip.clicks, found)]
                print(
                    f"| {kind} | {suffix} | {_version(program)} | {times[0]} | {times[1]} | {error:.1f} |", flush=True
                )
    sys.exit(worst > 50)


def worst_error(true: tuple[float, ...], found: tuple[float, ...]) -> float:
    if len(true) != len(found):
        return float("inf")
    return max(abs(a - b) for a, b in zip(true, found, strict=True))


def _version(program: Path) -> str:
    told = subprocess.run([program, "-version"], check=True, capture_output=True, text=True).stdout
    return told.split()[2].split("-")[0]


if __name__ == "__main__":
    main()
