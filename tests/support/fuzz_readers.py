"""Fuzz a reader with mutated files: no input makes it raise anything but its own error, and none takes long.

python -m tests.support.fuzz_readers --reader srt --inputs 200000 --seed 1     # a row for one reader
python -m tests.support.fuzz_readers --reader all --inputs 2000                # a table for all

Every input is bytes, mutated from valid files (tests/support/subtitle_files.py), and goes the whole way of a file:
encoding, lines, cues. Coverage is of the lines inside functions of the reader's own files. Time is processor time,
without the tracing that coverage needs: it is taken on every eighth input, and on all that find a new line.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

from engine.errors import EngineError
from engine.subtitles import (
    ass,
    ass_text,
    charset,
    csv_table,
    lrc,
    microdvd,
    mpl2,
    rows,
    sami,
    srt,
    stl,
    subviewer,
    tmplayer,
    tsv,
    ttml,
    ttml_reading,
    ttml_runs,
    ttml_times,
    vtt,
    vtt_settings,
    vtt_text,
    whisper_json,
)
from engine.subtitles.format_table import FORMATS, ReadOptions
from tests.support.subtitle_files import seeds

LONGEST = 16 * 1024  # bytes of an input
SLOW = 0.050  # seconds
TRACED = 8  # of so many inputs one is traced
READERS: dict[str, tuple[str, tuple[ModuleType, ...]]] = {
    "srt": (".srt", (srt, charset)),
    "vtt": (".vtt", (vtt, vtt_text, vtt_settings)),
    "ass": (".ass", (ass, ass_text)),
    "ttml": (".ttml", (ttml, ttml_reading, ttml_runs, ttml_times)),
    "sami": (".smi", (sami,)),
    "sub": (".sub", (microdvd,)),
    "mpl": (".mpl", (mpl2, rows)),
    "tmp": (".tmp", (tmplayer,)),
    "sv": (".sv", (subviewer,)),
    "sbv": (".sbv", (subviewer,)),
    "lrc": (".lrc", (lrc,)),
    "csv": (".csv", (csv_table,)),
    "tsv": (".tsv", (tsv,)),
    "json": (".json", (whisper_json,)),
    "stl": (".stl", (stl,)),
}
# Functions that only writers run, by their names, or how these begin.
WRITERS = re.compile(
    r"(_?compose|_?write|_safe|_payload$|_missing|encode_like$|style_rules$|escape$|note|_body|_clock|_item$|_lines$"
    r"|_plain_lines$|_line$|_stamp$|_table$|_encode$|_blocks$|_sign$|_code$|_cell$|_classes$|strangers$|parse_ssa$"
    r"|parse_by_the_standard$|_one_line$|_looks|_colour_class$)"
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


@dataclass(slots=True)
class Outcome:
    """What a run has seen."""

    read: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)
    slowest: float = 0
    slowest_size: int = 0
    slow: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reader", choices=[*READERS, "all"], default="all")
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    asked = parser.parse_args()
    names = list(READERS) if asked.reader == "all" else [asked.reader]
    fewest = min(len(seeds(READERS[name][0])) for name in names)
    print(f"seed {asked.seed}, inputs up to {LONGEST:,} bytes, mutated from at least {fewest} valid files\n")
    print("| reader | inputs | read | refused | unhandled | over 50 ms | slowest, ms (bytes) | lines covered |")
    print("|---|---|---|---|---|---|---|---|")
    return max(run(name, asked.inputs, asked.seed) for name in names)


def run(name: str, inputs: int, seed: int) -> int:
    """Fuzz one reader, print its row; return the exit code: 1 for an unhandled exception or a slow input."""
    suffix, modules = READERS[name]
    read = FORMATS[suffix].read
    assert read is not None
    dice = random.Random(f"{seed}/{name}")
    stock = seeds(suffix)
    coverage = Coverage(modules)
    outcome = Outcome()
    for valid in stock:
        coverage.trace(lambda data=valid: attempt(read, data, outcome))
    for number in range(inputs):
        data = mutate(stock, dice)
        if number % TRACED == 0:
            if coverage.trace(lambda data=data: attempt(read, data, outcome)):
                stock.append(data)
                measure(read, data, outcome)
        else:
            measure(read, data, outcome)
    missing = coverage.missing()
    covered = 1 - len(missing) / len(coverage.all)
    print(
        f"| {name} | {inputs:,} | {outcome.read:,} | {outcome.refused:,} | {len(outcome.failures)} | {outcome.slow} "
        f"| {outcome.slowest * 1000:.1f} ({outcome.slowest_size:,}) | {covered:.1%} of {len(coverage.all)} |",
        flush=True,
    )
    for failure in outcome.failures[:10]:
        print(f"    {failure}", file=sys.stderr)
    for file, line in sorted(missing):
        print(f"    not covered: {Path(file).name}:{line}", file=sys.stderr)
    return 1 if outcome.failures or outcome.slow else 0


def measure(read: Callable[[bytes, ReadOptions], Any], data: bytes, outcome: Outcome) -> None:
    """Read one input; what is slow is read twice more, since the machine may have been busy with something else."""
    took = attempt(read, data, outcome)
    if took > SLOW:
        took = min(took, attempt(read, data, Outcome()), attempt(read, data, Outcome()))
        outcome.slow += took > SLOW
    if took > outcome.slowest:
        outcome.slowest, outcome.slowest_size = took, len(data)


def attempt(read: Callable[[bytes, ReadOptions], Any], data: bytes, outcome: Outcome) -> float:
    """Read one input and note how it ended; return the processor time in seconds."""
    began = time.thread_time()
    try:
        read(data, ReadOptions(rate=Fraction(25)))
        outcome.read += 1
    except EngineError:
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 - what is looked for
        outcome.failures.append(f"{type(error).__name__} for {data[:2000]!r}")
    return time.thread_time() - began


def mutate(stock: list[bytes], dice: random.Random) -> bytes:
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
    return bytes(data[:LONGEST])


class Coverage:
    """Which lines inside the functions of some modules have run."""

    def __init__(self, modules: tuple[ModuleType, ...]) -> None:
        self.all: set[tuple[str, int]] = set()
        for module in modules:
            path = str(module.__file__)
            whole = compile(Path(path).read_text(encoding="utf-8"), path, "exec")
            self.all |= {(path, line) for line in _lines(whole, inside=False)}
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


def _lines(code: CodeType, *, inside: bool) -> set[int]:
    """Return the lines of the functions in `code`, without those of writers."""
    found: set[int] = set()
    if inside and not WRITERS.match(code.co_name):
        found |= {line for _, _, line in code.co_lines() if line and line != code.co_firstlineno}
    for constant in code.co_consts:
        if isinstance(constant, CodeType) and not WRITERS.match(constant.co_name):
            is_class = "__qualname__" in constant.co_names and constant.co_name[
                :1
            ].isupper() | constant.co_name.startswith("_")
            found |= _lines(constant, inside=not (is_class and constant.co_flags & 2 == 0))
    return found


if __name__ == "__main__":
    sys.exit(main())
