"""An evaluation as one value, and as JSON.

    {"version": 1, "complete": bool,            false: it was stopped; the figures are of what was heard until then
     "model": str, "options": {...},            as in effect; see engine/whisper/options.py
     "language_told": bool,                     the model was told the languages: none was detected
     "total": GROUP, "languages": [GROUP], "conditions": [GROUP], "languages_and_conditions": [GROUP],
     "files": [FILE], "problems": [{"file": str, "kind": str, "message": str}], "notes": [{"file", "message"}],
     "worst": [{"file", "start_ms", "said", "heard", "errors"}]}             only where its text was asked for

    GROUP  {"language": str | null, "condition": str | null,                 null: all
            "files": int, "wer": RATE, "cer": RATE, "translation_wer": RATE,
            "language_accuracy": {"right": int, "of": int, "share": float | null},
            "no_speech": {"found", "invented", "missed": int, "precision", "recall": float | null},
            "pauses": {"found", "filled": int},                              filled: with text that nobody said
            "segment_start_ms": TIMES, "segment_end_ms": TIMES, "word_start_ms": TIMES,
            "listed_words": {"words": int, "right": int, "cer": RATE},
            "duration_ms": int, "took_ms": int, "real_time_factor": float | null}
    RATE   {"rate": float | null, "reference": int, "substitutions": int, "deletions": int, "insertions": int};
           "wer" of a group has "interval": [low, high] | null, too
    TIMES  {"median": float | null, "p90": float | null, "matched": int, "of": int}
    FILE   {"file", "language", "condition", "detected": str | null, "wer": RATE, "cer": RATE,
            "translation_wer": RATE | null, "duration_ms": int, "took_ms": int}

Rates are shares: 0.05 is 5 %. A rate is null where there is nothing to compare.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from engine.evaluation.candidate import Note, Problem
from engine.evaluation.figures import Figures, Groups, group
from engine.evaluation.measure import Measured, Sentence
from engine.evaluation.rates import Counts
from engine.evaluation.times import TimeErrors
from engine.paths import shown
from engine.whisper.options import Options

VERSION = 1
WORST = 20

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """All that an evaluation found out. `show_text` lets the worst sentences be listed: they are what people said."""

    model: str
    options: Options
    language_told: bool
    measured: tuple[Measured, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    complete: bool
    show_text: bool

    @property
    def groups(self) -> Groups:
        return group(self.measured)

    @property
    def worst(self) -> tuple[tuple[Measured, Sentence], ...]:
        """The sentences with the most wrong words, if their text may be shown."""
        wrong = [(file, line) for file in self.measured for line in file.sentences if line.counts.errors]
        ranked = sorted(wrong, key=lambda pair: -pair[1].counts.errors)
        return tuple(ranked[:WORST]) if self.show_text else ()


def as_json(report: Report) -> str:
    """Write a report as the JSON above."""
    groups = report.groups
    written: Json = {
        "version": VERSION,
        "complete": report.complete,
        "model": report.model,
        "options": asdict(report.options),
        "language_told": report.language_told,
        "total": _group(groups.total),
        "languages": [_group(each) for each in groups.languages],
        "conditions": [_group(each) for each in groups.conditions],
        "languages_and_conditions": [_group(each) for each in groups.both],
        "files": [_file(each) for each in report.measured],
        "problems": [{**_message(each), "kind": each.kind} for each in report.problems],
        "notes": [_message(each) for each in report.notes],
    }
    worst = {"worst": [_sentence(file, line) for file, line in report.worst]} if report.show_text else {}
    return json.dumps({**written, **worst}, ensure_ascii=False, indent=1) + "\n"


def _message(about: Problem | Note) -> Json:
    return {"file": shown(about.file), "message": about.message}


def _group(figures: Figures) -> Json:
    silence, listed = figures.scores.no_speech, figures.scores.listed
    return {
        "language": figures.language,
        "condition": figures.condition,
        "files": figures.files,
        "wer": {**_rate(figures.scores.words), "interval": figures.interval},
        "cer": _rate(figures.scores.characters),
        "translation_wer": _rate(figures.scores.translation),
        "language_accuracy": {
            "right": figures.languages_right,
            "of": figures.languages_asked,
            "share": figures.language_accuracy,
        },
        "no_speech": {**asdict(silence), "precision": silence.precision, "recall": silence.recall},
        "pauses": asdict(figures.scores.pauses),
        "segment_start_ms": _times(figures.scores.starts),
        "segment_end_ms": _times(figures.scores.ends),
        "word_start_ms": _times(figures.scores.word_starts),
        "listed_words": {"words": listed.words, "right": listed.right, "cer": _rate(listed.characters)},
        "duration_ms": figures.scores.duration,
        "took_ms": figures.scores.took,
        "real_time_factor": figures.real_time_factor,
    }


def _rate(counts: Counts) -> Json:
    return {
        "rate": counts.rate,
        "reference": counts.length,
        "substitutions": counts.substitutions,
        "deletions": counts.deletions,
        "insertions": counts.insertions,
    }


def _times(errors: TimeErrors) -> Json:
    return {"median": errors.median, "p90": errors.p90, "matched": len(errors.distances), "of": errors.asked}


def _file(file: Measured) -> Json:
    return {
        "file": shown(file.file),
        "language": file.language,
        "condition": file.condition,
        "detected": file.detected,
        "wer": _rate(file.scores.words),
        "cer": _rate(file.scores.characters),
        "translation_wer": _rate(file.scores.translation) if file.scores.translation.length else None,
        "duration_ms": file.scores.duration,
        "took_ms": file.scores.took,
    }


def _sentence(file: Measured, line: Sentence) -> Json:
    return {
        "file": shown(file.file),
        "start_ms": line.start,
        "said": line.said,
        "heard": line.heard,
        "errors": line.counts.errors,
    }
