"""The files that may make a reference, and what they make: a reference, or the reason why not."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError, FailureKind
from engine.evaluation.reference import Reference, Text, read_text, read_words
from engine.languages import language_code
from engine.paths import shown


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file is left out, in a sentence that names it."""

    file: Path
    kind: FailureKind
    message: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know of a file that is used."""

    file: Path
    message: str


Found = Reference | Problem | Note


@dataclass(frozen=True, slots=True)
class Candidate:
    """Files that belong together. `language` is what their names or their list say, None if nothing."""

    media: Path
    text: Path
    translation: Path | None
    events: Path | None
    condition: str
    language: str | None

    def read(self, otherwise: str | None) -> Iterator[Found]:
        """Yield the reference, after notes, or the problem. `otherwise` is the language where nothing tells it."""
        try:
            text = read_text(self.text)
            translation = read_text(self.translation) if self.translation else None
            words = read_words(self.events) if self.events else text.words
            language = self._language(text) or otherwise
        except EngineError as error:
            yield Problem(self.media, error.kind, f"{shown(self.media)} is left out: {error}")
            return
        for file, read in ((self.text, text), (self.translation, translation)):
            if file is not None and read is not None and read.mended:
                yield Note(file, f"{shown(file)} had to be mended in {read.mended} places: its times may be wrong.")
        lines = None if translation is None else translation.lines
        yield Reference(self.media, text.lines, language, self.condition, lines, words)

    def _language(self, text: Text) -> str | None:
        try:
            if self.language:
                return language_code(self.language)
        except EngineError as error:
            raise EngineError("subtitles", str(error)) from None
        with suppress(EngineError):  # a tag that Whisper doesn't know is no mistake in the file
            return language_code(text.language.partition("-")[0]) if text.language else None
        return None


def condition_of(media: Path, place: Path) -> str:
    """Return the name of the folder directly in `place` that holds `media`, else the name of `place`."""
    home, folder = place.resolve(), media.parent.resolve()
    if not folder.is_relative_to(home):
        return shown(Path(folder.name))
    inside = folder.relative_to(home).parts
    return shown(Path(inside[0] if inside else home.name))
