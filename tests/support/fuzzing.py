"""Fuzzing: mutated files are given to a reader, what it raises and how long it takes is noted, and what of it ran.

Coverage is of the lines inside functions of the reader's own files. Time is processor time, without the tracing that
coverage needs: it is taken on every eighth input, and on all that find a new line.
"""

import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

from engine.errors import EngineError

LONGEST = 16 * 1024  # bytes of an input
SLOW = 0.050  # seconds
TRACED = 8  # of so many inputs one is traced
HEAD = (
    "| reader | inputs | read | refused | unhandled | over 50 ms | slowest, ms (bytes) | lines covered |\n"
    "|---|---|---|---|---|---|---|---|"
)
PIECES = (
    *(
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\r",
        b"\r\r\n",
        b"\n",
        b"\n\n",
        b"\t",
        b" ",
        b"-",
        b"-->",
        b"->",
        b":",
        b",",
        b".",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"&",
        b";",
        b"{",
        b"}",
        b"[",
        b"]",
        b"|",
        b"\\",
        b'"',
        b"'",
        b"=",
        b"%",
        b"0",
        b"9" * 12,
    ),
    *(b"<i>", b"</i>", b"<p>", b"</p>", b"<br/>", b"<!--", b"-->", b"]]>", b"&#x0;", b"&#99999999;", b"\\N", b"\x1a"),
    *("é".encode(), "\u2028".encode(), "\ufeff".encode("utf-16-le"), b"\x80", b"\xc3", b"\xed\xa0\x80", b"-1", b"1e9"),
)


Mutate = Callable[[list[bytes], random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """A reader: how it is called, its valid files, the files that it is written in, and which functions in them only
    writers run, by their names, or how these begin."""

    name: str
    read: Callable[[bytes], object]
    seeds: list[bytes]
    modules: tuple[ModuleType, ...]
    writers: re.Pattern[str]
    mutate: Mutate


@dataclass(slots=True)
class Outcome:
    """What a run has seen."""

    read: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)
    slowest: float = 0
    slowest_size: int = 0
    slow: int = 0


def run(target: Target, inputs: int, seed: int) -> int:
    """Fuzz one reader, print its row; return the exit code: 1 for an unhandled exception or a slow input."""
    dice = random.Random(f"{seed}/{target.name}")
    stock = list(target.seeds)
    coverage = Coverage(target.modules, target.writers)
    outcome = Outcome()
    for valid in stock:
        coverage.trace(lambda data=valid: attempt(target.read, data, outcome))
    for number in range(inputs):
        data = target.mutate(stock, dice)
        if number % TRACED == 0:
            if coverage.trace(lambda data=data: attempt(target.read, data, outcome)):
                stock.append(data)
                measure(target.read, data, outcome)
        else:
            measure(target.read, data, outcome)
    missing = coverage.missing()
    covered = 1 - len(missing) / len(coverage.all)
    print(
        f"| {target.name} | {inputs:,} | {outcome.read:,} | {outcome.refused:,} | {len(outcome.failures)} "
        f"| {outcome.slow} | {outcome.slowest * 1000:.1f} ({outcome.slowest_size:,}) "
        f"| {covered:.1%} of {len(coverage.all)} |",
        flush=True,
    )
    for failure in outcome.failures[:10]:
        print(f"    {failure}", file=sys.stderr)
    for file, line in sorted(missing):
        print(f"    not covered: {Path(file).name}:{line}", file=sys.stderr)
    return 1 if outcome.failures or outcome.slow else 0


def measure(read: Callable[[bytes], object], data: bytes, outcome: Outcome) -> None:
    """Read one input; what is slow is read twice more, since the machine may have been busy with something else."""
    took = attempt(read, data, outcome)
    if took > SLOW:
        took = min(took, attempt(read, data, Outcome()), attempt(read, data, Outcome()))
        outcome.slow += took > SLOW
    if took > outcome.slowest:
        outcome.slowest, outcome.slowest_size = took, len(data)


def attempt(read: Callable[[bytes], object], data: bytes, outcome: Outcome) -> float:
    """Read one input and note how it ended; return the processor time in seconds."""
    began = time.thread_time()
    try:
        read(data)
        outcome.read += 1
    except EngineError:
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 - what is looked for
        outcome.failures.append(f"{type(error).__name__} for {data[:2000]!r}")
    return time.thread_time() - began


def mutate(stock: list[bytes], dice: random.Random, longest: int = LONGEST) -> bytes:
    """Change a valid file in one to eight places: bytes, pieces, lines, parts of other files, repetitions."""
    data = bytearray(dice.choice(stock))
    for _ in range(dice.randint(1, 8)):
        place = dice.randrange(len(data) + 1)
        stop = min(len(data), place + dice.choice((1, 1, 2, 5, 20, 100)))
        match dice.randrange(8):
            case 0:
                data[place:stop] = dice.randbytes(stop - place)
            case 1:
                data[place:place] = dice.choice(PIECES)
            case 2:
                del data[place:stop]
            case 3:
                data[place:place] = data[place:stop] * dice.choice((1, 2, 10, 100))
            case 4:
                other = dice.choice(stock)
                begin = dice.randrange(len(other) + 1)
                data[place:stop] = other[begin : begin + dice.choice((5, 50, 500))]
            case 5:
                lines = bytes(data).split(b"\n")
                dice.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            case 6:
                data[place:stop] = dice.choice(PIECES) * dice.choice((1, 3, 1000))
            case _:
                data = data * dice.choice((1, 2, 5)) if dice.random() < 0.5 else data[:place]
    return bytes(data[:longest])


class Coverage:
    """Which lines inside the functions of some modules have run."""

    def __init__(self, modules: tuple[ModuleType, ...], writers: re.Pattern[str]) -> None:
        self.all: set[tuple[str, int]] = set()
        for module in modules:
            path = str(module.__file__)
            whole = compile(Path(path).read_text(encoding="utf-8"), path, "exec")
            self.all |= {(path, line) for line in _lines(whole, writers, inside=False)}
        self._files = {path for path, _ in self.all}
        self._seen: set[tuple[str, int]] = set()

    def trace(self, work: Callable[[], object]) -> bool:
        """Run something; say whether it came to a line that nothing came to before."""
        before = len(self._seen)
        sys.settrace(self._enter)
        try:
            work()
        finally:
            sys.settrace(None)
        return len(self._seen) > before

    def missing(self) -> set[tuple[str, int]]:
        return self.all - self._seen

    def _enter(self, frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        return self._line if frame.f_code.co_filename in self._files else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        if event == "line":
            self._seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def _lines(code: CodeType, writers: re.Pattern[str], *, inside: bool) -> set[int]:
    """Return the lines of the functions in `code`, without those of writers."""
    found: set[int] = set()
    if inside and not writers.match(code.co_name):
        found |= {line for _, _, line in code.co_lines() if line and line != code.co_firstlineno}
    for constant in code.co_consts:
        if isinstance(constant, CodeType) and not writers.match(constant.co_name):
            is_class = "__qualname__" in constant.co_names and constant.co_name[
                :1
            ].isupper() | constant.co_name.startswith("_")
            found |= _lines(constant, writers, inside=not (is_class and constant.co_flags & 2 == 0))
    return found
