"""One recording measured: what was heard against its reference."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.evaluation.no_speech import NoSpeech, Pauses, judge_pauses, judge_silence
from engine.evaluation.normalise import UNSPACED, normalise
from engine.evaluation.rates import Alignment, Counts, align_characters, align_words
from engine.evaluation.reference import Line, Reference, joined
from engine.evaluation.times import TimeErrors, pieces, segment_errors, word_errors
from engine.transcript import Segment


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a model made of a recording: `detected` is None where it was told the language or knows only one.

    `duration` is the sound's and `took` the work's, from the file to the last segment, in ms; `missing` ms of sound
    are declared by the file but not in it.
    """

    segments: tuple[Segment, ...]
    detected: str | None
    duration: int
    missing: int
    took: int

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(segment.text, segment.start, segment.end) for segment in self.segments)

    @property
    def words(self) -> tuple[Line, ...]:
        words = (word for segment in self.segments for word in segment.words if word.start is not None)
        return tuple(Line(word.text, word.start, word.end) for word in words)


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of the words of a list: their characters, and how many words were spelled as they should be."""

    characters: Counts = field(default_factory=Counts)
    right: int = 0
    words: int = 0

    def __add__(self, other: "Listed") -> "Listed":
        return Listed(self.characters + other.characters, self.right + other.right, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of a reference with what was heard in its place: what people said, shown only if it is asked for."""

    start: int | None
    said: str
    heard: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one recording. `translation` is None where none was asked for.

    `language` is the reference's, `detected` the model's, by whose rules texts are normalised where nobody said the
    first.
    """

    file: Path
    language: str | None
    condition: str
    words: Counts
    characters: Counts
    translation: Counts | None
    detected: str | None
    language_right: bool | None
    no_speech: NoSpeech
    pauses: Pauses
    starts: TimeErrors
    ends: TimeErrors
    word_starts: TimeErrors
    listed: Listed
    duration: int
    took: int
    sentences: tuple[Sentence, ...]


def measure(reference: Reference, heard: Hearing, translated: Hearing | None, words: frozenset[str]) -> Measured:
    """Compare what was heard with what was said. `words` are those whose spelling is counted apart."""
    language = reference.language or heard.detected
    said = _Comparison(reference.text, joined(heard.lines), language)
    times = segment_errors(reference.lines, heard.lines, language)
    asked = reference.language is not None and heard.detected is not None and said.true != ""
    return Measured(
        file=reference.media,
        language=reference.language,
        condition=reference.condition,
        words=said.words.counts,
        characters=said.characters.counts,
        translation=_translation(reference, translated),
        detected=heard.detected,
        language_right=heard.detected == reference.language if asked else None,
        no_speech=judge_silence(reference.lines, heard.lines, heard.duration),
        pauses=judge_pauses(reference.lines, heard.lines, heard.duration),
        starts=times.starts,
        ends=times.ends,
        word_starts=word_errors(reference.words, heard.words, language),
        listed=said.listed(words),
        duration=heard.duration,
        took=heard.took,
        sentences=sentences(reference.lines, heard.lines, language),
    )


def _translation(reference: Reference, translated: Hearing | None) -> Counts | None:
    if translated is None or reference.translation is None:
        return None
    return _Comparison(joined(reference.translation), joined(translated.lines), "en").words.counts


class _Comparison:
    """Two texts in one language, as they are compared."""

    def __init__(self, said: str, heard: str, language: str | None) -> None:
        self._language = language
        self.true = normalise(said, language)
        self._told = normalise(heard, language)

    @property
    def words(self) -> Alignment:
        return align_words(self.true, self._told)

    @cached_property
    def characters(self) -> Alignment:
        if self._language in UNSPACED:  # the spaces there are ours
            return align_characters(self.true.replace(" ", ""), self._told.replace(" ", ""))
        return align_characters(self.true, self._told)

    def listed(self, words: frozenset[str]) -> Listed:
        """Count the characters of the words of a list, with what was put in between them."""
        wanted = {normalise(word, self._language) for word in words}
        listed, start = Listed(), 0
        for word in self.true.split() if wanted else ():
            if word in wanted:
                counts = self.characters.within(start, start + len(word))
                listed += Listed(counts, int(counts.errors == 0), 1)
            start += len(word) + (self._language not in UNSPACED)
        return listed


def sentences(reference: Sequence[Line], heard: Sequence[Line], language: str | None) -> tuple[Sentence, ...]:
    """Return each line of a reference with the words that were heard in its place, as they are aligned."""
    true, told = pieces(reference, language), pieces(heard, language)
    alignment = align_words(true.text, told.text)
    found, start = [], 0
    for number, line in enumerate(reference):
        end = start + true.lines.count(number)
        if end > start:
            first, last = alignment.heard(start), alignment.heard(end)
            said, answer = " ".join(true.texts[start:end]), " ".join(told.texts[first:last])
            found.append(Sentence(line.start, said, answer, alignment.within(start, end)))
        start = end
    return tuple(found)
