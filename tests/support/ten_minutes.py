"""Transcribes ten minutes of film on the command line and reads the cues with parsers that are not ours.

python -m tests.support.ten_minutes     # prints how many cues each parser finds and where they lie
"""

import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pysrt  # type: ignore[import-untyped]
import webvtt

from tests.support.checkpoints import RECIPES, with_seed, write_folder
from tests.support.clips import ffmpeg
from tests.support.command_line import sotto

SECONDS = 600
TALKATIVE = with_seed(RECIPES["byte"], 1)
# Random weights never pass for a good transcript: without these every window would be tried again and thrown away.
TAKE_WHAT_COMES = (
    "--temperature_increment_on_fallback",
    "None",
    "--no_speech_threshold",
    "None",
    "--beam_size",
    "None",
    "--batch_size",  # noise is no speech
    "None",
)


@dataclass(frozen=True, slots=True)
class Cues:
    """What one parser finds: starts and ends in ms."""

    parser: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def monotone(self) -> bool:
        return all(a <= b for a, b in pairwise(self.starts)) and all(
            start <= end for start, end in zip(self.starts, self.ends, strict=True)
        )

    @property
    def inside(self) -> bool:
        return all(0 <= time <= SECONDS * 1000 for time in (*self.starts, *self.ends))


SHORT = ("--word_timestamps", "True", "--max_words_per_line", "4")  # cues that can be read


def write_film(path: Path) -> Path:
    """Write a film whose sound changes all the time: a rising and falling tone, noise, pauses."""
    tone = "0.4*sin(2*PI*(300+200*sin(t/7))*t)*gt(sin(t/3),-0.3)"
    noise = "0.1*(random(0)-0.5)*gt(sin(t/11),0)"
    sound = f"aevalsrc='{tone}+{noise}':s=16000:d={SECONDS}"
    picture = f"color=c=gray:size=64x64:rate=5:duration={SECONDS}"
    ffmpeg("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-c:v", "mpeg4", "-c:a", "aac", path)
    return path


def transcribe(folder: Path) -> tuple[Cues, Cues]:
    """Return what pysrt and webvtt-py find in the files that a small random checkpoint gave."""
    film = write_film(folder / "film.mp4")
    model = write_folder(folder / "byte", TALKATIVE)
    asked = (
        "--model",
        model,
        "--profile",
        "none",
        "-f",
        "srt",
        "-f",
        "vtt",
        *TAKE_WHAT_COMES,
        *SHORT,
    )  # cues as segments
    ran = sotto("transcribe", film, *asked, home=folder)
    if ran.code:
        raise RuntimeError(ran.err)
    subrip = pysrt.open(str(folder / "film.srt"), encoding="utf-8")
    captions = webvtt.read(str(folder / "film.vtt"))
    return (
        Cues("pysrt", tuple(cue.start.ordinal for cue in subrip), tuple(cue.end.ordinal for cue in subrip)),
        Cues("webvtt-py", tuple(_ms(cue.start) for cue in captions), tuple(_ms(cue.end) for cue in captions)),
    )


def _ms(time: str) -> int:
    hours, minutes, seconds = time.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = transcribe(Path(folder))
    for cues in found:
        print(
            f"{cues.parser}: {len(cues.starts)} cues of the random checkpoint 'byte', seed 1, in {SECONDS} s, "
            f"from {cues.starts[0]} to {cues.ends[-1]} ms, monotone: {cues.monotone}, inside the film: {cues.inside}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
