"""Ends a run of the comparisons by saying what was compared; fails it where a rule was never come past.

Every comparison puts a note into its report, so that the counts are right with several processes, too.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

# The reference's time warping would wait busily on all cores, next to our process and its siblings.
os.environ.setdefault("NUMBA_NUM_THREADS", "1")

_ORACLES = ("whisper", "transformers")
collect_ignore_glob = ["test_*.py"] if any(find_spec(name) is None for name in _ORACLES) else []

Note = Callable[[str, Mapping[str, int]], None]


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Note:
    """Note that a combination was compared for a checkpoint, and how often which rule was come past."""

    def write(checkpoint: str, counts: Mapping[str, int]) -> None:
        request.node.user_properties.append(("compared", (checkpoint, dict(counts))))

    return write


class _Tally:
    """What the passed comparisons noted."""

    def __init__(self) -> None:
        self.combinations: Counter[str] = Counter()
        self.branches: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" or not report.passed:
            return
        for name, value in report.user_properties:
            if name == "compared":
                checkpoint, counts = value  # type: ignore[misc]
                self.combinations[checkpoint] += 1
                self.branches.update(counts)

    @property
    def untried(self) -> list[str]:
        return [name for name, times in self.branches.items() if times == 0]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.combinations.total() >= 300 and self.untried:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.combinations:
            return
        terminalreporter.section("compared with openai-whisper")
        made = ", ".join(f"{name} {times}" for name, times in self.combinations.items())
        terminalreporter.write_line(
            f"{self.combinations.total()} option combinations, {len(self.combinations)} checkpoints: {made}"
        )
        for name, times in self.branches.items():
            terminalreporter.write_line(f"{times:8} {name}")
        if self.untried:
            terminalreporter.write_line(f"never happened: {', '.join(self.untried)}", red=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The reference leaves its vocabulary's file open."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.filterwarnings("ignore::ResourceWarning"))
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Tally())
