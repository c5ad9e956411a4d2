"""Recordings as they are measured, with the figures that a test is about and plain ones for the rest."""

from pathlib import Path

from engine.evaluation.measure import Measured, Sentence
from engine.evaluation.no_speech import NoSpeech, Pauses
from engine.evaluation.rates import Counts
from engine.evaluation.scores import Scores
from engine.evaluation.times import TimeErrors

NINE_OF_TEN = Counts(hits=9, substitutions=1)


def measured(
    language: str | None = "en",
    condition: str = "clean",
    *,
    file: Path = Path("a.wav"),
    words: Counts = NINE_OF_TEN,
    right: bool | None = True,
    sentences: tuple[Sentence, ...] = (),
    duration: int = 10_000,
    took: int = 500,
) -> Measured:
    scores = Scores(
        words=words,
        characters=Counts(hits=49, insertions=1),
        translation=Counts(hits=3, deletions=1),
        no_speech=NoSpeech(found=1),
        pauses=Pauses(found=2),
        starts=TimeErrors((10, 30), 2),
        ends=TimeErrors((20,), 2),
        duration=duration,
        took=took,
    )
    return Measured(file, language, condition, "en", right, scores, sentences)
