"""The figures of many recordings together: of all, of each language, of each condition."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.evaluation.measure import Measured
from engine.evaluation.rates import interval
from engine.evaluation.scores import Scores

UNKNOWN = "unknown"  # the references don't say their language


@dataclass(frozen=True, slots=True)
class Figures:
    """What a group of recordings comes to. Rates are of all its words together, not means of the recordings' rates.

    `interval` holds the bounds of the word error rate at 95 %, None for fewer than two recordings. `languages_right`
    of `languages_asked` were detected.
    """

    language: str | None  # None: all
    condition: str | None  # None: all
    files: int
    interval: tuple[float, float] | None
    languages_right: int
    languages_asked: int
    scores: Scores

    @property
    def language_accuracy(self) -> float | None:
        return self.languages_right / self.languages_asked if self.languages_asked else None

    @property
    def real_time_factor(self) -> float | None:
        """Time of work for each unit of sound: below 1 is faster than the sound. Loading the model is not in it."""
        return self.scores.took / self.scores.duration if self.scores.duration else None


@dataclass(frozen=True, slots=True)
class Groups:
    """The figures of all, by language, by condition, and by both where there are several of each."""

    total: Figures
    languages: tuple[Figures, ...]
    conditions: tuple[Figures, ...]
    both: tuple[Figures, ...]


def group(measured: Sequence[Measured]) -> Groups:
    languages = sorted({file.language or UNKNOWN for file in measured})
    conditions = sorted({file.condition for file in measured})
    several = len(languages) > 1 and len(conditions) > 1
    both = [_figures(measured, language, condition) for language in languages for condition in conditions if several]
    return Groups(
        total=_figures(measured, None, None),
        languages=tuple(_figures(measured, language, None) for language in languages),
        conditions=tuple(_figures(measured, None, condition) for condition in conditions),
        both=tuple(figures for figures in both if figures.files),
    )


def _figures(measured: Sequence[Measured], language: str | None, condition: str | None) -> Figures:
    files = [
        file
        for file in measured
        if language in (None, file.language or UNKNOWN) and condition in (None, file.condition)
    ]
    return Figures(
        language=language,
        condition=condition,
        files=len(files),
        interval=interval([file.scores.words for file in files]),
        languages_right=sum(file.language_right is True for file in files),
        languages_asked=sum(file.language_right is not None for file in files),
        scores=sum((file.scores for file in files), Scores()),
    )
