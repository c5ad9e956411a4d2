"""The main job: on a desktop the window opens on the sample, ready to transcribe it with the embedded model.

With --once, and where there is no screen, the sample becomes subtitles without a hand: as spoken and in English, shown
beside the true ones. Without --once a picture of the window with these subtitles is left, too. Other arguments go
through to `sotto transcribe`, such as another --model; they mean --once on a desktop.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from engine.commands.screen import clock
from engine.evaluation.normalise import normalise
from engine.evaluation.rates import Counts, align_words
from engine.paths import resources
from engine.subtitles.document import Cue
from engine.subtitles.formats import read

SAMPLE = resources() / "sample"
NAME = "interview"
OUT = Path("out")
# Two languages are spoken in the film: each window of half a minute is asked for its own.
HOW = ("--model", "sotto-mini", "--multilingual", "--overwrite")


@dataclass(frozen=True, slots=True)
class Row:
    """What is truly said from `start` on, and what was heard of it; `language` None: not English, or nothing."""

    start: int
    true: str
    heard: str
    language: str | None


def side_by_side(true: Sequence[Cue], heard: Sequence[Cue], english: Sequence[bool]) -> list[Row]:
    """Put each heard cue beside the true one with which it shares most time, or in a row of its own.

    `english` says of every true cue whether it is in English.
    """
    texts: list[list[str]] = [[] for _ in true]
    rows = []
    for cue in heard:
        shared = [min(cue.end, each.end) - max(cue.start, each.start) for each in true]
        if max(shared) > 0:
            texts[shared.index(max(shared))].append(cue.text)
        else:
            rows.append(Row(cue.start, "", cue.text, None))
    for each, told, in_english in zip(true, texts, english, strict=True):
        rows.append(Row(each.start, each.text, " ".join(told), "en" if in_english else None))
    return sorted(rows, key=lambda row: row.start)


def word_errors(rows: Sequence[Row]) -> Counts:
    """Count the errors over all rows at once: a word in the row beside its own is right, too."""
    reference = " ".join(filter(None, (normalise(row.true, row.language) for row in rows)))
    heard = " ".join(filter(None, (normalise(row.heard, row.language) for row in rows)))
    return align_words(reference, heard).counts


def transcribe(*options: str | Path) -> int:
    command = [sys.executable, "-m", "engine", "transcribe", SAMPLE / f"{NAME}.mp4", *HOW, *options]
    return subprocess.run(command, check=False).returncode


def show(title: str, rows: Sequence[Row]) -> None:
    console = Console(highlight=False, markup=False)
    table = Table("Time", title=f"\n{title}", title_justify="left", box=None, expand=True)
    table.add_column("Truly said", ratio=1)
    table.add_column("Heard", ratio=1)
    for row in rows:
        table.add_row(clock(row.start, thousandths=False), row.true, row.heard)
    console.print(table)
    counts = word_errors(rows)
    console.print(f"Word error rate: {counts.errors} of {counts.length} words, {counts.rate or 0:.1%}")


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether a window would be seen."""
    return platform in ("darwin", "win32") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def main(arguments: list[str]) -> int:
    """Open the window where there is a screen and nothing else is asked for, else do the job once."""
    seen = has_screen(os.environ, sys.platform)
    if seen and not arguments:
        return subprocess.run([sys.executable, "-m", "app", SAMPLE / f"{NAME}.mp4"], check=False).returncode
    code = once([argument for argument in arguments if argument != "--once"])
    if code or seen or "--once" in arguments:
        return code
    return photograph((OUT / NAME).with_suffix(".srt"), OUT / "window.png")


def photograph(subtitles: Path, picture: Path) -> int:
    """Leave a picture of the window with the film and its subtitles; the program for it has its own process."""
    command = [sys.executable, "-m", "tests.support.window_picture", SAMPLE / f"{NAME}.mp4", subtitles, picture]
    shown = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    print(picture.resolve() if shown.returncode == 0 else f"The window could not be shown:\n{shown.stderr}")
    return shown.returncode


def once(arguments: list[str]) -> int:
    """Transcribe and translate the sample into OUT, and show it beside what is truly said."""
    spoken, translated = OUT / NAME, OUT / "english" / NAME
    code = transcribe("-f", "srt", "-f", "vtt", "-o", spoken.parent, *arguments)
    code = code or transcribe("--task", "translate", "-f", "srt", "-o", translated.parent, "--quiet", *arguments)
    if code:
        return code
    true, english = (read(SAMPLE / f"{NAME}{suffix}").document.cues for suffix in (".vtt", ".en.vtt"))
    in_english = [said.text == told.text for said, told in zip(true, english, strict=True)]
    heard = read(spoken.with_suffix(".vtt")).document.cues
    show("As spoken", side_by_side(true, heard, in_english))
    heard = read(translated.with_suffix(".srt")).document.cues
    show("In English", side_by_side(english, heard, [True] * len(english)))
    print(*(file.resolve() for file in (*sorted(OUT.glob(f"{NAME}.*")), translated.with_suffix(".srt"))), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
