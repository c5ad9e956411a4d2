"""What an evaluation shows: how far it is and the time left, what was left out, and the table of figures."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Column, Table
from rich.text import Text

from engine.commands.screen import complain, on_one_line
from engine.evaluation.report import Report, as_json
from engine.evaluation.tables import overview
from engine.paths import shown


class EvaluateScreen:
    """The terminal, or the pipe in its place. Results go to stdout, the rest to stderr."""

    def __init__(self, *, quiet: bool, as_json: bool) -> None:
        self._results = Console(markup=False, highlight=False)
        self._terminal = Console(stderr=True)
        self._prints_bar = self._terminal.is_terminal and not quiet
        self._prints_table = not quiet and not as_json
        self._prints_json = as_json

    def loading(self, model: Path) -> AbstractContextManager[object]:
        """Show that a model is being loaded until it is."""
        return self._terminal.status(Text(f"Loading {shown(model)}")) if self._prints_bar else nullcontext()

    @contextmanager
    def bar(self, files: list[Path]) -> Iterator["Bar"]:
        """Show a bar over all `files`. Their sizes say how much work each is: nobody has to open them for it."""
        sizes = {file: max(_size(file), 1) for file in files}
        name = Column(max_width=40, no_wrap=True, overflow="ellipsis")
        with Progress(
            TextColumn("Listening {task.description}", markup=False, table_column=name),
            BarColumn(bar_width=None),
            TextColumn("{task.percentage:.0f} %", markup=False),
            TimeRemainingColumn(),
            console=self._terminal,
            speed_estimate_period=600,  # seconds: one window of a large model may take a minute
            transient=True,
            expand=True,
            disable=not self._prints_bar,
        ) as progress:
            yield Bar(progress, progress.add_task("", total=sum(sizes.values())), sizes)

    def complain(self, message: str) -> None:
        complain(message)

    def stopped(self, measured: int, references: int, page: Path) -> None:
        """Say what is left of a run that was stopped."""
        where = f": their figures are in {shown(page)}" if measured else ""
        complain(f"Stopped after {measured} of {references} recordings{where}.")

    def show(self, report: Report) -> None:
        """Print the figures."""
        if report.problems:
            complain(f"{len(report.problems)} of what should be measured was left out: the report says why.")
        if self._prints_json:
            self._results.file.write(as_json(report))
        if self._prints_table:
            self._results.print(_table(report))

    def wrote(self, outputs: tuple[Path, ...]) -> None:
        """Say where the report is."""
        if self._prints_table:
            self._results.print(on_one_line(f"-> {', '.join(map(shown, outputs))}"), soft_wrap=True)


class Bar:
    """The bar of a run: what is done of all its files together."""

    def __init__(self, progress: Progress, task: TaskID, sizes: dict[Path, int]) -> None:
        self._progress = progress
        self._task = task
        self._left = sizes
        self._done = 0
        self._now: Path | None = None

    def move(self, file: Path, share: float) -> None:
        """Say that `share` of `file` is done, and so all files before it."""
        if file != self._now:
            self._done += self._left.get(self._now, 0) if self._now else 0
            self._now = file
        position = self._done + share * self._left.get(file, 0)
        self._progress.update(self._task, completed=position, description=shown(Path(file.name)))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # it will say for itself that it can't be read


def _table(report: Report) -> Table:
    content = overview(report)
    table = Table(box=None, pad_edge=False)
    table.add_column(content.titles[0], overflow="fold")
    for title in content.titles[1:]:
        table.add_column(title, justify="right", no_wrap=True)
    for row in content.rows:
        table.add_row(*map(on_one_line, row))
    return table
