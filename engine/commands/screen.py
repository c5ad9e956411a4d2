"""What a run shows: a bar while it works, the lines that it hears, what it wrote, and what went wrong."""

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Column
from rich.text import Text

from engine.languages import LANGUAGES
from engine.paths import shown
from engine.progress import Progress as Position
from engine.transcript import Segment
from engine.whisper.options import Options

STAGES = {"decode": "Reading", "load": "Loading", "transcribe": "Listening"}


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one file: the line of `--json`. It holds nothing that was said."""

    file: str
    outputs: tuple[str, ...] = ()
    model: str | None = None
    language: str | None = None  # of the first segment, or as detected
    segments: int = 0
    duration_ms: int | None = None
    missing_ms: int = 0  # declared by the file, but not in it
    took_ms: int | None = None
    options: Options | None = None  # as they were in effect
    error: str | None = None

    @property
    def speed(self) -> float | None:
        """Give how many times faster than the sound itself it went."""
        return self.duration_ms / self.took_ms if self.duration_ms and self.took_ms else None


class Screen:
    """The terminal, or the pipe in its place. Results go to stdout, the bar there too if it is a terminal."""

    def __init__(self, *, quiet: bool, as_json: bool, verbose: bool | None) -> None:
        self._results = Console(soft_wrap=True, markup=False, highlight=False)
        terminal = self._results if self._results.is_terminal and not as_json else Console(stderr=True)
        heard = self._results.is_terminal if verbose is None else verbose
        self._prints_segments = heard and not quiet and not as_json
        self._prints_summaries = not quiet and not as_json
        self._prints_json = as_json
        name = Column(max_width=48, no_wrap=True, overflow="ellipsis")
        self._bar = Progress(
            TextColumn("{task.fields[stage]} {task.description}", markup=False, table_column=name),
            BarColumn(bar_width=None),
            _Place(),
            _Speed(),
            TimeRemainingColumn(),
            console=terminal,
            speed_estimate_period=600,  # seconds: one window of a large model may take a minute
            transient=True,
            expand=True,
            disable=quiet or not terminal.is_terminal,
        )

    def loading(self, model: Path) -> AbstractContextManager[object]:
        """Show that a model is being loaded until it is."""
        if self._bar.disable:
            return nullcontext()
        return self._bar.console.status(Text(f"Loading {shown(model)}"))

    @contextmanager
    def bar(self, file: Path) -> Iterator["Bar"]:
        """Show a bar for `file` until the work on it ends."""
        with self._bar:
            task = self._bar.add_task(shown(Path(file.name)), total=None, stage="")
            try:
                yield Bar(self._bar, task)
            finally:
                self._bar.remove_task(task)

    def hear(self, segment: Segment) -> None:
        """Print one segment as the reference does, if that is wanted."""
        if self._prints_segments:
            channel = "" if segment.channel is None else f" ({segment.channel})"
            line = f"[{clock(segment.start)} --> {clock(segment.end)}]{channel} {segment.text.strip()}"
            self._results.print(on_one_line(line))

    def account(self, account: Account) -> None:
        """Tell what became of a file."""
        if self._prints_json:
            self._results.file.write(json.dumps(asdict(account)) + "\n")
            self._results.file.flush()
        elif account.error is None and self._prints_summaries:
            self._results.print(on_one_line(_summary(account)))


class Bar:
    """The bar of one file. Each stage runs from its own start, so that its speed is its own."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar = bar
        self._task = task
        self._stage = ""

    def move(self, position: Position) -> None:
        stage = STAGES[position.stage]
        if stage != self._stage:
            self._bar.reset(self._task, total=position.total, stage=stage)
            self._stage = stage
        self._bar.update(self._task, completed=position.done, total=position.total)


class _Place(ProgressColumn):
    """Where it is in the sound, of how much."""

    def render(self, task: Task) -> Text:
        total = "?" if task.total is None else clock(int(task.total), thousandths=False)
        return Text(f"{clock(int(task.completed), thousandths=False)} / {total}")


class _Speed(ProgressColumn):
    """How many times faster than the sound itself."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed / 1000:.1f}x")


def complain(message: str) -> None:
    """Say in one line on stderr what went wrong, or what a person should know."""
    sys.stderr.write(f"sotto: {on_one_line(message)}\n")


def on_one_line(text: str) -> str:
    """Make visible what would break or command a terminal: line ends, escapes, bytes of a name that are no text."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def clock(time: int, *, thousandths: bool = True) -> str:
    """Write milliseconds as [h:]mm:ss[.mmm]."""
    seconds, rest = divmod(time, 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    written = f"{minute:02}:{second:02}" if hours == 0 else f"{hours:02}:{minute:02}:{second:02}"
    return f"{written}.{rest:03}" if thousandths else written


def _summary(account: Account) -> str:
    segments = "1 segment" if account.segments == 1 else f"{account.segments} segments"
    language = "" if account.language is None else f" in {LANGUAGES.get(account.language, account.language)}"
    length = "" if account.duration_ms is None else f", {clock(account.duration_ms, thousandths=False)} of sound"
    speed = "" if account.speed is None else f" at {account.speed:.1f}x real time"
    return f"{account.file}: {segments}{language}{length}{speed} -> {', '.join(account.outputs)}"
