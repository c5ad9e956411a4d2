"""Fuzz a reader with mutated files: no input makes it raise anything but its own error, and none takes long.

python -m tests.support.fuzz_readers --reader srt --inputs 200000 --seed 1     # a row for one reader
python -m tests.support.fuzz_readers --reader all --inputs 2000                # a table for all

Every input is bytes, mutated from valid files (tests/support/subtitle_files.py), and goes the whole way of a file:
encoding, lines, cues; a project is a file that is opened (fuzz_project.py).
"""

import argparse
import random
import re
import sys
from fractions import Fraction
from types import ModuleType

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
from tests.support.fuzz_project import project_target
from tests.support.fuzzing import HEAD, LONGEST, Target, mutate, run
from tests.support.subtitle_files import seeds

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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reader", choices=[*READERS, "project", "all"], default="all")
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    asked = parser.parse_args()
    names = [*READERS, "project"] if asked.reader == "all" else [asked.reader]
    found = [project_target() if name == "project" else target(name) for name in names]
    fewest = min(len(one.seeds) for one in found)
    longest = max(LONGEST, *(len(seed) for one in found for seed in one.seeds))
    print(f"seed {asked.seed}, inputs up to {longest:,} bytes, mutated from at least {fewest} valid files\n")
    print(HEAD)
    return max(run(one, asked.inputs, asked.seed) for one in found)


def target(name: str) -> Target:
    suffix, modules = READERS[name]
    read = FORMATS[suffix].read
    assert read is not None
    options = ReadOptions(rate=Fraction(25))
    return Target(name, lambda data: read(data, options), seeds(suffix), modules, WRITERS, mutate)


if __name__ == "__main__":
    sys.exit(main())
