"""Who says it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import by_hand, find_all, with_each
from engine.subtitles.edits.edit import edit


@edit("Set speaker")
def set_speaker(document: Document, cues: Collection[int], name: str) -> Document:
    """Give cues a speaker, "" for nobody; a new name joins the document's speakers."""
    return with_speakers(document, find_all(document, cues), one_line(name))


@edit("Rename speaker")
def rename_speaker(document: Document, old: str, new: str) -> Document:
    """Rename a speaker in all cues and in the list; a name that is there already becomes one with it.

    The cues stay the machine's: what is said didn't change.
    """
    name = one_line(new)
    if not name:
        raise EditError("A speaker needs a name: type one, or set the speaker of the cues to nobody")
    having = [index for index, cue in enumerate(document.cues) if cue.speaker == old]
    if not having and old not in document.speakers:
        raise EditError("There is no speaker of that name any more: choose another one")
    speakers = tuple(dict.fromkeys(name if speaker == old else speaker for speaker in document.speakers))
    renamed = with_each(document, having, lambda cue: replace(cue, speaker=name))
    return renamed if speakers == document.speakers else replace(renamed, speakers=speakers)


def with_speakers(document: Document, indexes: list[int], name: str) -> Document:
    """Give the cues at `indexes` a speaker, and the document the name."""

    def spoken(cue: Cue) -> Cue:
        return by_hand(cue, replace(cue, speaker=name))

    changed = with_each(document, indexes, spoken)
    return with_names(changed, [name])


def with_names(document: Document, names: Iterable[str]) -> Document:
    """Add names to the document's speakers, unless they are there or empty."""
    speakers = tuple(dict.fromkeys([*document.speakers, *filter(None, names)]))
    return document if speakers == document.speakers else replace(document, speakers=speakers)


def one_line(name: str) -> str:
    return " ".join(name.split())
