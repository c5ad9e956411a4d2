"""How long do 200,000 cues take to be read and written? Ours beside pysrt, pysubs2 and srt, in one process each.

python -m tests.benchmarks.formats              # some minutes
python -m tests.benchmarks.formats --cues 20000
"""

import argparse
import subprocess
import sys

from tests.support.command_line import PROJECT

PREPARE = """
import resource, sys, time
def clock(ms, sign=","):
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}{ms:03}"
def cue(n):
    return f"{n}\\n{clock(n * 1500)} --> {clock(n * 1500 + 1400)}\\nThis is the text of cue {n},\\nand its <i>second</i> line.\\n\\n"
text = "".join(map(cue, range(1, int(sys.argv[1]) + 1)))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""
MEASURE = """
began = time.process_time(); found = read(); reading = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.process_time(); written = write(found); writing = time.process_time() - began
print(f"{reading:.2f} | {writing:.2f} | {(peak - before) // 1024} | {count(found):,} | {written == text}")
"""
PARSERS = {
    "Sotto, SRT": """
from engine.subtitles.srt import compose, parse
read, write, count = lambda: parse(text).document, compose, lambda found: len(found.cues)""",
    "pysrt, SRT": """
import pysrt
read, count = lambda: pysrt.from_string(text), len
write = lambda found: "".join(f"{item}\\n" for item in found)""",
    "pysubs2, SRT": """
import pysubs2
read, count = lambda: pysubs2.SSAFile.from_string(text, format_="srt"), len
write = lambda found: found.to_string("srt")""",
    "srt, SRT": """
import srt
read, write, count = lambda: list(srt.parse(text)), srt.compose, len""",
    "Sotto, WebVTT": """
from engine.subtitles import srt, vtt
text = vtt.compose(srt.parse(text).document)
read, write, count = lambda: vtt.parse(text).document, vtt.compose, lambda found: len(found.cues)""",
    "Sotto, ASS": """
from engine.subtitles import ass, srt
document = srt.parse(text).document
text = ass.compose(document)
read, write, count = lambda: ass.parse(text).document, ass.compose, lambda found: len(found.cues)""",
    "Sotto, TTML": """
from engine.subtitles import ttml, srt
document = srt.parse(text).document
text = ttml.compose(document)
read, write, count = lambda: ttml.parse(text).document, ttml.compose, lambda found: len(found.cues)""",
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cues", type=int, default=200_000)
    cues = parser.parse_args().cues
    print("Seconds of processor time; MiB that reading adds; a file that is the same after reading and writing.\n")
    print("| reader | read, s | written, s | MiB | cues | the same |\n|---|---|---|---|---|---|")
    for name, parse in PARSERS.items():
        command = [sys.executable, "-c", PREPARE + parse + MEASURE, str(cues)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT)
        print(f"| {name} | {ran.stdout.strip()} |", flush=True)


if __name__ == "__main__":
    main()
