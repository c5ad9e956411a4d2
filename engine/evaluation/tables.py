"""An evaluation as tables: the same cells for the terminal and for Markdown, and the page that holds them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.evaluation.figures import Figures
from engine.evaluation.rates import Counts
from engine.evaluation.report import Report
from engine.evaluation.times import TimeErrors
from engine.languages import LANGUAGES
from engine.paths import shown

NOTHING = "-"
_MEANING = """\
WER and CER: wrong (S), left out (D) and invented (I) words, or characters, for each of the reference, after Whisper's
normalisation (Radford et al. 2022, appendix C); in brackets the interval of 95 % over the recordings (bootstrap).
Times: median / 90th percentile of the distance in ms, over the segments and words whose words were heard right, of
how many; the segments' are the timestamps that the model writes, the words' are of a hearing of their own.
No speech: precision / recall over windows of 30 s, or recordings where the reference has no times.
Pauses with text: of those of 3 s or longer in which nothing is said, over music and noise, too. Speed: seconds of sound
in a second of work, without the loading of the model.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of text under their titles."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def overview(report: Report) -> Table:
    """Return the main figures of each group, narrow enough for a terminal."""
    titles = ("", "Files", "WER %", "CER %", "Transl.", "Lang. %", "Start ms", "Word ms", "Speed")
    return Table(titles, tuple(_overview_row(figures) for figures in groups(report)))


def groups(report: Report) -> tuple[Figures, ...]:
    """Return all, then the parts; a part that is all again is left out."""
    found = report.groups
    parts = [*(found.languages, found.conditions)]
    return (found.total, *(figures for part in parts if len(part) > 1 for figures in part), *found.both)


def as_markdown(report: Report) -> str:
    """Write a report as a page. Without `show_text` it holds nothing that was said."""
    return "\n".join(_page(report))


def _page(report: Report) -> Iterator[str]:
    found = groups(report)
    yield f"# {_plain(report.model)}: how well it hears\n"
    if not report.complete:
        yield "**Stopped before the end: these are the figures of what was heard until then.**\n"
    yield _summary(report)
    yield "## Errors\n"
    yield _markdown(Table(("", "Files", "Words", "WER %", "S", "D", "I", "CER %"), tuple(map(_error_row, found))))
    yield "## Languages, silence, speed\n"
    titles = ("", "WER of the translation %", "Language %", "No speech %", "Pauses with text", "Sound", "Speed")
    yield _markdown(Table(titles, tuple(map(_other_row, found))))
    yield "## Times in ms\n"
    yield _markdown(Table(("", "Segment start", "Segment end", "Word start"), tuple(map(_time_row, found))))
    if any(figures.scores.listed.words for figures in found):
        yield "## Words of the list\n"
        yield _markdown(Table(("", "Words", "Right", "CER %"), tuple(map(_listed_row, found))))
    yield _MEANING
    yield from _complaints(report)
    if report.worst:
        yield "## Worst sentences\n"
        yield _markdown(Table(("File", "At", "Errors", "Said", "Heard"), tuple(_worst_rows(report))))


def _summary(report: Report) -> str:
    options = report.options
    told = "told" if report.language_told else "detected"
    beams = f"{options.beam_size} beams" if (options.beam_size or 1) > 1 else "greedy"
    temperatures = ", ".join(f"{each:g}" for each in options.temperature)
    if (options.batch_size or 1) > 1:
        previous = f"{options.batch_size} windows at once"
    else:
        previous = f"{'with' if options.condition_on_previous_text else 'without'} previous text"
    return (
        f"{len(report.measured)} recordings measured, {len(report.problems)} left out. Language {told}; {beams}; "
        f"temperatures {temperatures}; {previous}.\n"
    )


def _complaints(report: Report) -> Iterator[str]:
    for title, messages in (
        ("Left out", [problem.message for problem in report.problems]),
        ("Notes", [note.message for note in report.notes]),
    ):
        if messages:
            yield f"## {title} ({len(messages)})\n"
            yield "".join(f"- {_plain(message)}\n" for message in messages)


def _overview_row(figures: Figures) -> tuple[str, ...]:
    return (
        _name(figures),
        f"{figures.files}",
        _percent(figures.scores.words.rate),
        _percent(figures.scores.characters.rate),
        _percent(figures.scores.translation.rate),
        _percent(figures.language_accuracy),
        _times(figures.scores.starts),
        _times(figures.scores.word_starts),
        _speed(figures),
    )


def _error_row(figures: Figures) -> tuple[str, ...]:
    words = figures.scores.words
    bounds = figures.interval
    between = f" ({_percent(bounds[0])} to {_percent(bounds[1])})" if bounds else ""
    return (
        _name(figures),
        f"{figures.files}",
        f"{words.length}",
        f"{_percent(words.rate)}{between}",
        f"{words.substitutions}",
        f"{words.deletions}",
        f"{words.insertions}",
        _percent(figures.scores.characters.rate),
    )


def _other_row(figures: Figures) -> tuple[str, ...]:
    silence, pauses = figures.scores.no_speech, figures.scores.pauses
    asked = f" of {figures.languages_asked}" if figures.languages_asked else ""
    spotted = f"{_percent(silence.precision)} / {_percent(silence.recall)} of {silence.silent}"
    return (
        _name(figures),
        _with_counts(figures.scores.translation),
        f"{_percent(figures.language_accuracy)}{asked}",
        spotted if silence.silent or silence.missed else NOTHING,
        f"{pauses.filled} of {pauses.found}" if pauses.found else NOTHING,
        f"{figures.scores.duration / 1000:.1f} s",
        _speed(figures),
    )


def _time_row(figures: Figures) -> tuple[str, ...]:
    kinds = (figures.scores.starts, figures.scores.ends, figures.scores.word_starts)
    return (_name(figures), *(f"{_times(kind)} ({len(kind.distances)} of {kind.asked})" for kind in kinds))


def _listed_row(figures: Figures) -> tuple[str, ...]:
    listed = figures.scores.listed
    return _name(figures), f"{listed.words}", f"{listed.right}", _percent(listed.characters.rate)


def _worst_rows(report: Report) -> Iterator[tuple[str, ...]]:
    for file, line in report.worst:
        at = NOTHING if line.start is None else f"{line.start / 1000:.2f} s"
        yield shown(file.file), at, f"{line.counts.errors}", line.said, line.heard


def _name(figures: Figures) -> str:
    language = figures.language and LANGUAGES.get(figures.language, "language unknown")
    return ", ".join(part for part in (language, figures.condition) if part) or "All"


def _with_counts(counts: Counts) -> str:
    return f"{_percent(counts.rate)} of {counts.length}" if counts.length else NOTHING


def _percent(share: float | None) -> str:
    return NOTHING if share is None else f"{share * 100:.1f}"


def _times(errors: TimeErrors) -> str:
    return NOTHING if errors.median is None or errors.p90 is None else f"{errors.median:.0f} / {errors.p90:.0f}"


def _speed(figures: Figures) -> str:
    return f"{1 / figures.real_time_factor:.1f}x" if figures.real_time_factor else NOTHING


def _markdown(table: Table) -> str:
    rows: Sequence[tuple[str, ...]] = (table.titles, ("---",) * len(table.titles), *table.rows)
    return "".join(f"| {' | '.join(map(_plain, row))} |\n" for row in rows)


def _plain(text: str) -> str:
    """Guard what Markdown would take for its own."""
    return "".join(f"\\{sign}" if sign in "\\|*_`<" else sign for sign in text)
