"""What the fast mode costs in words and times: python -m tests.benchmarks.quality FOLDER... [--model PATH]

FOLDER holds recordings with their true subtitles, as `sotto evaluate` takes them; packaging/model/corpus.py makes some.
Every recording is heard by the model in single precision and in its fast mode, greedily, without previous text, which
would carry a difference from window to window. Ends with 1 where the fast mode goes beyond a limit.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine import load_model
from engine.errors import EngineError
from engine.evaluation.find import find_references
from engine.evaluation.normalise import normalise
from engine.evaluation.rates import Counts, align_words
from engine.evaluation.reference import Line, Reference, joined
from engine.evaluation.times import TimeErrors, segment_errors, word_errors
from engine.paths import embedded_models
from engine.pipeline import LoadedModel
from engine.transcript import Segment
from engine.whisper.options import Options

MOST_POINTS = 0.2  # of word error rate that the fast mode may cost
MOST_MS = 20  # that nine of ten times may differ; one step of a timestamp
GREEDY = Options(temperature=(0.0,), beam_size=None, condition_on_previous_text=False)
TIMED = Options(temperature=(0.0,), beam_size=None, condition_on_previous_text=False, word_timestamps=True)


@dataclass(slots=True)
class Sums:
    """What all recordings come to."""

    reference: Counts = field(default_factory=Counts)
    fast: Counts = field(default_factory=Counts)
    between: Counts = field(default_factory=Counts)  # the fast mode's words against those of the reference mode
    starts: TimeErrors = field(default_factory=TimeErrors)
    ends: TimeErrors = field(default_factory=TimeErrors)
    words: TimeErrors = field(default_factory=TimeErrors)
    recordings: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def points(self) -> float:
        """How many percent points more of the words the fast mode gets wrong; less than 0: fewer."""
        return 100 * ((self.fast.rate or 0.0) - (self.reference.rate or 0.0))


def references(folders: Sequence[Path]) -> Iterator[Reference]:
    for found in find_references(list(folders), None):
        if isinstance(found, Reference):
            yield found


def lines_of(segments: Sequence[Segment]) -> tuple[Line, ...]:
    return tuple(Line(segment.text, segment.start, segment.end) for segment in segments)


def words_of(segments: Sequence[Segment]) -> tuple[Line, ...]:
    words = (word for segment in segments for word in segment.words if word.start is not None)
    return tuple(Line(word.text, word.start, word.end) for word in words)


def compare(reference: Reference, exact: LoadedModel, fast: LoadedModel, sums: Sums) -> None:
    """Hear one recording four times and add up what differs."""
    language = reference.language
    right, other = (lines_of(list(model.transcribe(reference.media, GREEDY))) for model in (exact, fast))
    timed, other_timed = (words_of(list(model.transcribe(reference.media, TIMED))) for model in (exact, fast))
    true, told, told_fast = (normalise(text, language) for text in (reference.text, joined(right), joined(other)))
    sums.reference += align_words(true, told).counts
    sums.fast += align_words(true, told_fast).counts
    sums.between += align_words(told, told_fast).counts
    segments = segment_errors(right, other, language)
    sums.starts += segments.starts
    sums.ends += segments.ends
    sums.words += word_errors(timed, other_timed, language)
    sums.recordings += 1


def report(sums: Sums) -> bool:
    """Print the table; return whether all limits are kept."""
    print(f"\n{sums.recordings} recordings, {sums.reference.length:,} words; {len(sums.failed)} left out")
    print("| | reference | fast | difference | limit |\n|---|---|---|---|---|")
    exact, fast = (100 * (counts.rate or 0.0) for counts in (sums.reference, sums.fast))
    print(f"| words wrong | {exact:.2f} % | {fast:.2f} % | {sums.points:+.2f} points | {MOST_POINTS} |")
    share = 100 * (sums.between.rate or 0.0)
    print(f"| words that the modes hear differently | | | {sums.between.errors:,}, {share:.2f} % | |")
    times = {"starts of segments": sums.starts, "ends of segments": sums.ends, "starts of words": sums.words}
    for name, errors in times.items():
        told = f"median {errors.median or 0:.0f}, 9 of 10 within {errors.p90 or 0:.0f} ms"
        print(f"| {name}, {len(errors.distances):,} of {errors.asked:,} matched | | | {told} | {MOST_MS} ms |")
    late = any((errors.p90 or 0) > MOST_MS for errors in times.values())
    return sums.recordings > 0 and sums.points <= MOST_POINTS and not late


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality", description="What does speed cost?")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="recordings with their true subtitles")
    parser.add_argument("--model", type=Path, default=embedded_models() / "sotto-mini", help="a folder or .pt file")
    asked = parser.parse_args(arguments)
    exact, fast = load_model(asked.model, fp16=False), load_model(asked.model)
    sums = Sums()
    for reference in references(asked.folders):
        try:
            compare(reference, exact, fast, sums)
        except EngineError as error:
            sums.failed.append(str(error))
    for problem in sums.failed:
        print(problem, file=sys.stderr)
    kept = report(sums)
    print("\nAll limits are kept." if kept else "\nBeyond a limit.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
