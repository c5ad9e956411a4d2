"""What a format keeps of a document, as a row of data, and what of a document such a row can't keep."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from engine.subtitles.charset import HALF_PAIR
from engine.subtitles.document import Cue, Document, RawCue, RawFile, SrtCue, VttCue, VttFile
from engine.subtitles.frames import from_frame, to_frame
from engine.subtitles.markup import Tag, hex_colour, lines_of_runs, plain_text, style_of_line, tokens


class Feature(StrEnum):
    """Something that a document can hold and a format may not; the value says what becomes of it."""

    TIME = "times are left out"
    END = "the ends of cues are left out"
    EXACT = "times are rounded"
    NEGATIVE = "times before zero become zero"
    ITALIC = "italic is left out"
    BOLD = "bold is left out"
    UNDERLINE = "underline is left out"
    COLOUR = "colours are left out"
    LINES = "line breaks become spaces"
    BLANK_LINES = "empty lines inside a cue are left out"
    SPACES = "spaces beside spaces and at the ends of lines may be left out"
    EMPTY = "cues without text are left out"
    CHARACTERS = "characters that the format cannot write are replaced"
    SPEAKER = "speakers stand as text before their words"
    TRANSLATION = "translations are left out"
    WORDS = "the times of single words are left out"
    NOTES = "notes are left out"
    LANGUAGE = "the language is left out"
    EXTRA = "what another format says of cues or file (positions, styles, names of cues) is left out"
    PROJECT = "who checked a cue, the media, the profile and the list of speakers stay in the project"
    CROWDED = "cues follow each other too closely for this format and are left out"
    ENCODING = "the encoding became UTF-8, since the old one lacks a character"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be kept, and of how many cues; 0 where it belongs to the file."""

    feature: Feature
    cues: int = 0


@dataclass(frozen=True, slots=True)
class Keeps:
    """The row of a format: what it keeps.

    What is not among `features` is treated as its phrase says. `step` is the finest time in ms, None for a frame. With
    `whole_lines` a style is kept where all of a line has it, with `hex_colours` the name of a colour becomes #rrggbb.
    `replaced` are the characters that the format uses itself, and what stands for them (`replaced_in_names`: in names);
    `strangers` counts cues with others that it can't write. `extras` are the types of Cue.extra and Document.extra that
    are kept; of RawCue and RawFile those whose format is `raw`.
    """

    features: frozenset[Feature]
    step: int | None = 1
    whole_lines: bool = False
    hex_colours: bool = False
    replaced: Mapping[str, str] = field(default_factory=dict)
    replaced_in_names: Mapping[str, str] = field(default_factory=dict)
    strangers: Callable[[Document], int] | None = None
    extras: tuple[type, ...] = ()
    raw: str = ""

    @property
    def every_style(self) -> bool:
        """Whether no tag of our markup can be lost."""
        return self.features.issuperset(_STYLES.values()) and not (self.whole_lines or self.hex_colours)

    def keeps_extra(self, extra: VttCue | SrtCue | RawCue | VttFile | RawFile | None) -> bool:
        if isinstance(extra, RawCue | RawFile):
            return extra.format == self.raw
        return extra is None or isinstance(extra, self.extras)


_STYLES = {"i": Feature.ITALIC, "b": Feature.BOLD, "u": Feature.UNDERLINE, "font": Feature.COLOUR}


def losses(document: Document, keeps: Keeps, rate: Fraction) -> tuple[Loss, ...]:
    """Return what a format can't keep of a document; `rate` is that of formats that count frames (per second)."""
    tests = [(feature, test) for feature, test in _tests(keeps, rate) if feature not in keeps.features]
    counts = Counter({feature: sum(map(is_lost, document.cues)) for feature, is_lost in tests})
    if not keeps.every_style:
        for cue in document.cues:
            if "<" in cue.text:
                counts.update(_lost_styles(cue.text, keeps))
    if keeps.strangers:
        counts[Feature.CHARACTERS] += keeps.strangers(document)
    found = {
        **dict.fromkeys(_lost_of_file(document, keeps), 0),
        **{name: count for name, count in counts.items() if count},
    }
    return tuple(Loss(feature, found[feature]) for feature in Feature if feature in found)


def _tests(keeps: Keeps, rate: Fraction) -> list[tuple[Feature, Callable[[Cue], bool]]]:
    """Return for each feature how a cue is told that loses it."""
    return [
        *_tests_of_times(keeps, rate),
        (Feature.LINES, lambda cue: "\n" in cue.text.strip()),
        (Feature.BLANK_LINES, lambda cue: bool(cue.text) and not all(map(str.strip, cue.text.split("\n")))),
        (Feature.EMPTY, lambda cue: not plain_text(cue.text).strip()),
        (Feature.SPACES, lambda cue: " " in cue.text and _has_spaces(cue.text)),
        (Feature.CHARACTERS, lambda cue: _has_strangers(cue, keeps)),
        (Feature.SPEAKER, lambda cue: bool(cue.speaker)),
        (Feature.TRANSLATION, lambda cue: bool(cue.translation)),
        (Feature.WORDS, lambda cue: bool(cue.words)),
        (Feature.EXTRA, lambda cue: cue.extra is not None and not keeps.keeps_extra(cue.extra)),
        (Feature.PROJECT, lambda cue: cue.origin != "edited" or cue.translation_origin != "edited"),
    ]


def _tests_of_times(keeps: Keeps, rate: Fraction) -> list[tuple[Feature, Callable[[Cue], bool]]]:
    if Feature.TIME not in keeps.features:
        return [(Feature.TIME, lambda _: True)]
    step = keeps.step
    times: list[tuple[Feature, Callable[[Cue], bool]]] = [
        (Feature.NEGATIVE, lambda cue: cue.start < 0 or cue.end < 0),
        (Feature.END, lambda _: True),
    ]
    if step is None:
        return [*times, (Feature.EXACT, lambda cue: _between_frames(cue, rate))]
    if step > 1:
        return [*times, (Feature.EXACT, lambda cue: bool(cue.start % step or cue.end % step))]
    return times


def _has_spaces(text: str) -> bool:
    return "  " in text or any(line != line.strip(" ") for line in text.split("\n"))


def _has_strangers(cue: Cue, keeps: Keeps) -> bool:
    if keeps.strangers is None and not cue.text.isascii() and HALF_PAIR.search(cue.text):
        return True
    in_text = any(map(cue.text.__contains__, keeps.replaced))
    return in_text or any(map(cue.speaker.__contains__, keeps.replaced_in_names))


def _between_frames(cue: Cue, rate: Fraction) -> bool:
    return any(from_frame(to_frame(time, rate), rate) != time for time in (cue.start, cue.end))


def _lost_styles(text: str, keeps: Keeps) -> set[Feature]:
    tags = [token for token in tokens(text) if isinstance(token, Tag)]
    used = {tag.name for tag in tags}
    lost = {_STYLES[name] for name in used} - keeps.features
    if keeps.hex_colours and any(tag.colour and hex_colour(tag.colour) is None for tag in tags):
        lost.add(Feature.COLOUR)
    if used and keeps.whole_lines:
        for line in lines_of_runs(text):
            styles, colour = style_of_line(line)
            for run in line:
                lost |= {_STYLES[name] for name in run.styles - styles}
                lost |= {Feature.COLOUR} if run.colour != colour else set()
    return lost


def _lost_of_file(document: Document, keeps: Keeps) -> set[Feature]:
    said = {cue.speaker for cue in document.cues}
    header = document.extra.header if isinstance(document.extra, VttFile) and VttFile in keeps.extras else ""
    lost = {
        Feature.NOTES: bool(document.notes),
        Feature.LANGUAGE: bool(document.language) and f"Language: {document.language}" not in header,
        Feature.TRANSLATION: bool(document.translation_language),
        Feature.EXTRA: not keeps.keeps_extra(document.extra),
        Feature.PROJECT: bool(document.media or document.profile or set(document.speakers) - said),
    }
    return {feature for feature, is_lost in lost.items() if is_lost} - keeps.features
