"""How long checks, fixes and layout take, and whether that grows with the document alone.

python -m tests.benchmarks.checks
"""

import time
from collections.abc import Callable

from engine.subtitles.checks import check
from engine.subtitles.document import Cue, Document
from engine.subtitles.fixes import propose
from engine.subtitles.layout import lay_out
from engine.subtitles.profiles import find_profile
from engine.transcript import Segment
from tests.support.transcripts import timed_segment

SIZES = (20_000, 200_000)  # cues
WORDS = (10_000, 100_000)
TALE = "the quick brown fox jumps over the lazy dog, and then it sleeps. Nobody knows why"


def main() -> None:
    print("| what | size | seconds of processor | microseconds each |\n|---|---|---|---|")
    for name in ("subtitle-edit", "netflix-en", "aegisub"):
        profile = find_profile(name)
        for size in SIZES:
            document = _document(size)
            _row(f"checks by {name}, cues", size, lambda document=document, profile=profile: check(document, profile))
    profile = find_profile("subtitle-edit")
    for size in SIZES:
        document = _document(size, gap=0)
        _row("fixes proposed for every cue, cues", size, lambda document=document: propose(document, profile))
    for size in WORDS:
        segments = _speech(size)
        _row("layout, words", size, lambda segments=segments: lay_out(segments, profile, "en"))


def _document(size: int, gap: int = 600) -> Document:
    text = "The quick brown fox jumps over\nthe lazy dog number {}."
    return Document(tuple(Cue(i, i * 3000, i * 3000 + 3000 - gap, text.format(i)) for i in range(size)), "en")


def _speech(size: int) -> tuple[Segment, ...]:
    spoken = TALE.split()
    words = [(f" {spoken[i % len(spoken)]}", i * 350, i * 350 + 330) for i in range(size)]
    return tuple(timed_segment(*words[begin : begin + 12]) for begin in range(0, size, 12))


def _row(what: str, size: int, work: Callable[[], object]) -> None:
    begin = time.process_time()
    work()
    took = time.process_time() - begin
    print(f"| {what} | {size:,} | {took:.2f} | {took / size * 1e6:.1f} |", flush=True)


if __name__ == "__main__":
    main()
