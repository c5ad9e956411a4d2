"""One recording measured: what was heard against its reference."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.evaluation.no_speech import judge_pauses, judge_silence
from engine.evaluation.normalise import UNSPACED, normalise
from engine.evaluation.rates import Alignment, Counts, align_characters, align_words
from engine.evaluation.reference import Line, Reference, joined
from engine.evaluation.scores import Listed, Scores
from engine.evaluation.times import pieces, segment_errors, word_errors
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
class Sentence:
    """A line of a reference with what was heard in its place: what people said, shown only if it is asked for."""

    start: int | None
    said: str
    heard: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Heard:
    """All that a model made of a recording: what is said, the same with the times of words, what it is in English.

    The times of `words` need a hearing of their own: they move the ends of segments to those of words. None: not asked.
    """

    said: Hearing
    words: Hearing | None = None
    english: Hearing | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one recording.

    `language` is the reference's, `detected` the model's, by whose rules texts are normalised where nobody said the
    first.
    """

    file: Path
    language: str | None
    condition: str
    detected: str | None
    language_right: bool | None
    scores: Scores
    sentences: tuple[Sentence, ...]


def measure(reference: Reference, heard: Heard, words: frozenset[str]) -> Measured:
    """Compare what was heard with what was said. `words` are those whose spelling is counted apart."""
    detected, lines = heard.said.detected, heard.said.lines
    language = reference.language or detected
    asked = reference.language is not None and detected is not None and normalise(reference.text, language) != ""
    return Measured(
        file=reference.media,
        language=reference.language,
        condition=reference.condition,
        detected=detected,
        language_right=detected == reference.language if asked else None,
        scores=_scores(reference, heard, language, words),
        sentences=sentences(reference.lines, lines, language),
    )


def _scores(reference: Reference, heard: Heard, language: str | None, words: frozenset[str]) -> Scores:
    lines, duration = heard.said.lines, heard.said.duration
    said = _Comparison(reference.text, joined(lines), language)
    times = segment_errors(reference.lines, lines, language)
    return Scores(
        words=said.words.counts,
        characters=said.characters.counts,
        translation=_translation(reference, heard.english),
        no_speech=judge_silence(reference.lines, lines, duration),
        pauses=judge_pauses(reference.lines, lines, duration),
        starts=times.starts,
        ends=times.ends,
        word_starts=word_errors(reference.words, heard.words.words if heard.words else (), language),
        listed=said.listed(words),
        duration=duration,
        took=heard.said.took,
    )


def _translation(reference: Reference, english: Hearing | None) -> Counts:
    if english is None or reference.translation is None:
        return Counts()
    return _Comparison(joined(reference.translation), joined(english.lines), "en").words.counts


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
