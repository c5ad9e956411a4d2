"""What a format's row in the table says that a file keeps of a document: the other side of every round trip."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from engine.subtitles.document import Cue, Document
from engine.subtitles.format_table import FORMATS
from engine.subtitles.frames import from_frame, to_frame
from engine.subtitles.losses import Feature, Keeps
from engine.subtitles.markup import Run, hex_colour, lines_of_runs, plain_text, style_of_line
from engine.subtitles.txt import said_with_name

_STYLES = {"i": Feature.ITALIC, "b": Feature.BOLD, "u": Feature.UNDERLINE}
Style = tuple[frozenset[str], str | None]
Essence = tuple[int | None, int | None, tuple[tuple[str, Style], ...], str, tuple[tuple[str, Style], ...]]


def kept(document: Document, keeps: Keeps, rate: Fraction) -> list[Essence]:
    """Return what the row says that comes back: times, text sign by sign with its style, speaker, translation."""
    cues = list(_shown(document, keeps))
    return [_essence(cue, keeps, rate) for cue in cues]


def found(document: Document, keeps: Keeps) -> list[Essence]:
    """Return the same of what was read, without a word about what the row leaves open."""
    return [
        (
            cue.start,
            cue.end if Feature.END in keeps.features else None,
            _signs(lines_of_runs(cue.text), keeps),
            cue.speaker,
            _signs(lines_of_runs(cue.translation), keeps),
        )
        for cue in document.cues
    ]


def _shown(document: Document, keeps: Keeps) -> Iterator[Cue]:
    for cue in document.cues:
        is_there = plain_text(cue.text).strip() or (cue.translation.strip() and Feature.TRANSLATION in keeps.features)
        if is_there or Feature.EMPTY in keeps.features:
            yield cue


def _essence(cue: Cue, keeps: Keeps, rate: Fraction) -> Essence:
    start, end = (_time(time, keeps, rate) for time in (cue.start, cue.end))
    named = Feature.SPEAKER in keeps.features
    speaker = _replaced(cue.speaker, keeps.replaced_in_names) if named else ""
    text = cue.text if named else said_with_name(cue)
    translation = cue.translation if Feature.TRANSLATION in keeps.features else ""
    return (
        start,
        end if Feature.END in keeps.features else None,
        _signs(_kept_lines(text, keeps), keeps),
        speaker,
        _signs(_kept_lines(translation, keeps), keeps),
    )


def _time(time: int, keeps: Keeps, rate: Fraction) -> int:
    if Feature.NEGATIVE not in keeps.features:
        time = max(time, 0)
    if keeps.step is None:
        return from_frame(to_frame(time, rate), rate)
    return (time + keeps.step // 2) // keeps.step * keeps.step


def _kept_lines(text: str, keeps: Keeps) -> list[list[Run]]:
    lines = lines_of_runs(text)
    if Feature.BLANK_LINES not in keeps.features:
        lines = [line for line in lines if "".join(run.text for run in line).strip()]
    if Feature.LINES not in keeps.features:
        lines = [[piece for index, line in enumerate(lines) for piece in ([Run(" ")] if index else []) + line]]
    return [[_kept_run(run, line, keeps) for run in line] for line in lines]


def _kept_run(run: Run, line: list[Run], keeps: Keeps) -> Run:
    styles, colour = style_of_line(line) if keeps.whole_lines else (run.styles, run.colour)
    styles = frozenset(style for style in styles if _STYLES[style] in keeps.features)
    return Run(_replaced(run.text, keeps.replaced), styles, colour if Feature.COLOUR in keeps.features else None)


def _replaced(text: str, signs: Mapping[str, str]) -> str:
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text


def _signs(lines: list[list[Run]], keeps: Keeps) -> tuple[tuple[str, Style], ...]:
    """Return every sign with its style; blanks have none, and where the row leaves spaces open there is one at most."""
    signs: list[tuple[str, Style]] = []
    for index, line in enumerate(lines):
        if index:
            signs.append(("\n", (frozenset(), None)))
        for run in line:
            style = run.styles, hex_colour(run.colour) if keeps.hex_colours else run.colour
            signs += [(sign, style if sign.strip() else (frozenset(), None)) for sign in run.text]
    if Feature.SPACES in keeps.features:
        return tuple(signs)
    text = "".join(sign for sign, _ in signs)
    dropped = {
        place
        for found in re.finditer(r"^ +| +$| +(?= )|(?<=\n) +", text, re.MULTILINE)
        for place in range(*found.span())
    }
    return tuple(sign for place, sign in enumerate(signs) if place not in dropped)


def readable() -> dict[str, str]:
    """Return a suffix for each format that can be read, by its name."""
    return {known.name: suffix for suffix, known in reversed(FORMATS.items()) if known.read is not None}
