"""The sample, heard by the embedded model with its words' times and laid out by two profiles: both files, and what
`sotto check` says of each.

python -m tests.support.two_layouts        # leaves out/layouts/PROFILE/interview.srt and .vtt

Exit code 1 if a problem is of the layout's making: all are, but those of a text that nobody could read in the time that
the speakers leave for it, from its first word to the next one.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from engine.paths import resources
from engine.subtitles.checks import Problem, check
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import read
from engine.subtitles.profiles import Profile, find_profile

FILM = resources() / "sample" / "interview.mp4"
OUT = Path("out") / "layouts"
PROFILES = ("netflix-en", "tiktok")
LANGUAGE = "en"
_SPEED = ("characters-per-second", "words-per-minute", "shortest")
HOW = ("--model", "sotto-mini", "--multilingual", "--word_timestamps", "True", "--overwrite", "--quiet")


def transcribe(profile: str, folder: Path, *options: str) -> Path:
    """Let `sotto transcribe` lay the film out by a profile; return the SubRip file."""
    written = ("--profile", profile, "-f", "srt", "-f", "vtt", "-f", "json", "-o", str(folder))
    command = [sys.executable, "-m", "engine", "transcribe", str(FILM), *HOW, *written, *options]
    subprocess.run(command, check=True)
    return folder / f"{FILM.stem}.srt"


def with_words(cues: Sequence[Cue], transcript: Path) -> Document:
    """Give cues the words that were heard in them: they follow each other in the transcript as they do in the cues."""
    heard = [word for cue in read(transcript).document.cues for word in cue.words]
    found = []
    for cue in cues:
        count = len(cue.text.split())
        found.append(replace(cue, words=tuple(heard[:count]), origin="machine"))
        del heard[:count]
    return Document(tuple(found), LANGUAGE)


def of_the_layout(document: Document, problems: Sequence[Problem], profile: Profile) -> list[Problem]:
    """Return the problems that another layout of the same words could have avoided."""
    spoken_too_fast: set[int] = set()
    gap = int(profile.gap.value or 0)
    for cue, following in pairwise(document.cues):
        stretched = replace(cue, end=max(cue.start + 1, following.start - gap))
        still = check(Document((stretched,), LANGUAGE), profile)
        spoken_too_fast |= {each.cue for each in still if each.rule in _SPEED and each.level == "problem"}
    return [each for each in problems if not (each.rule in _SPEED and each.cue in spoken_too_fast)]


def main(options: list[str]) -> int:
    code = 0
    for name in PROFILES:
        profile = find_profile(name)
        file = transcribe(name, OUT / name, *options)
        print(f"== {name}: {file}\n\n{file.read_text(encoding='utf-8')}", flush=True)
        command = [sys.executable, "-m", "engine", "check", str(file), "--profile", name, "--language", LANGUAGE]
        subprocess.run(command, check=False)
        document = with_words(read(file).document.cues, file.with_suffix(".json"))
        problems = [each for each in check(document, profile) if each.level == "problem" and each.rule != "listened-to"]
        ours = of_the_layout(document, problems, profile)
        words = sum(len(cue.words) for cue in document.cues)
        print(
            f"{len(document.cues)} cues with {words} timed words: {len(problems)} problems, {len(ours)} the layout's\n"
        )
        code = code or int(bool(ours))
        print(*(json.dumps([each.rule, each.cue, each.measured, each.limit]) for each in ours), sep="\n", end="")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
