"""Cutting a stretch of cues anew, by rules that are not known here, so that nothing that was typed is lost."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from engine.subtitles.document import Cue, Document, Origin
from engine.subtitles.edits.cues import find_neighbours, who_translated, with_cues, without_identity
from engine.subtitles.edits.cutting import joined, share_translation
from engine.subtitles.edits.edit import edit
from engine.subtitles.marked import cut, place_behind, plain, read, respaced, squeeze
from engine.subtitles.words import timed_words
from engine.transcript import Word

LayOut = Callable[[Sequence[Word]], Sequence[Cue]]
"""Cut words into cues. Each cue has a start, an end, a text with line breaks and the words that it holds; all words
come again in their order. Their texts begin with a space where the text has one; all of them have times."""


@edit("Cut anew")
def recut(document: Document, cues: Collection[int], lay_out: LayOut) -> Document:
    """Cut cues that follow each other anew; those of two speakers are never joined, those without text stay.

    Every word comes with its time and its markup, a translation is shared out in proportion. A cue keeps the id, the
    origin and what its format says of the old one that its text begins in. Raise ValueError if `lay_out` loses text.
    """
    places = find_neighbours(document, cues)
    new_id = document.free_id
    anew: list[Cue] = []
    for spoken, group in groupby(document.cues[places.start : places.stop], key=_kind):
        old = list(group)
        if spoken is None:
            anew += old
            continue
        for cue in cut_anew(old, lay_out):
            is_copy = any(cue.id == other.id for other in anew)
            anew.append(without_identity(cue, new_id) if is_copy else cue)
            new_id += is_copy
    if tuple(anew) == document.cues[places.start : places.stop]:
        return document
    return with_cues(
        document, (*document.cues[: places.start], *anew, *document.cues[places.stop :]), new_id - document.free_id
    )


def _kind(cue: Cue) -> str | None:
    return cue.speaker if plain(cue.text).strip() else None


def cut_anew(old: list[Cue], lay_out: LayOut) -> Iterator[Cue]:
    """Yield the cues that the texts of `old` become; `begins` and `ends` count letters over all of them."""
    words = [word for cue in old for word in timed_words(cue)]
    laid = [cue for cue in lay_out(words) if cue.text.strip()]
    letters = squeeze("".join(word.text for word in words))
    if squeeze("".join(cue.text for cue in laid)) != letters:
        raise ValueError("the layout lost or changed text")
    old_ends = list(accumulate(len(squeeze(plain(cue.text))) for cue in old))
    new_ends = list(accumulate(len(squeeze(cue.text)) for cue in laid))
    texts = _marked_texts(" ".join(cue.text for cue in old), new_ends)
    translations = _translations(old, old_ends, new_ends)
    begin = 0
    for cue, end, text, translation in zip(laid, new_ends, texts, translations, strict=True):
        sources = [source for source, stop in zip(old, old_ends, strict=True) if begin < stop]
        first = sources[0]
        share = sources[: 1 + sum(stop < end for stop in old_ends if begin < stop)]
        yield replace(
            first,
            start=cue.start,
            end=cue.end,
            text=respaced(text, cue.text),
            words=tuple(cue.words),
            translation=translation,
            origin=_origin(share),
            translation_origin=who_translated(share),
        )
        begin = end


def _marked_texts(text: str, ends: list[int]) -> Iterator[str]:
    """Cut a text with markup behind so many of its letters each."""
    done = 0
    for end in ends[:-1]:
        marked = read(text)
        left, text = cut(marked, place_behind(marked.plain, end - done))
        yield left
        done = end
    yield text


def _translations(old: list[Cue], old_ends: list[int], new_ends: list[int]) -> list[str]:
    """Share each old cue's translation out to the new ones that its text went to."""
    shares: list[list[str]] = [[] for _ in new_ends]
    begin = 0
    for cue, end in zip(old, old_ends, strict=True):
        rest, done = cue.translation, begin
        for index, new_end in enumerate(new_ends):
            if rest and new_end > done:
                stop = min(new_end, end)
                part, rest = (rest, "") if stop == end else share_translation(rest, (stop - done) / (end - done))
                shares[index].append(part)
                done = stop
        begin = end
    return [joined(parts) for parts in shares]


def _origin(sources: list[Cue]) -> Origin:
    origins = {source.origin for source in sources}
    if origins == {"verified"}:
        return "verified"
    return "edited" if "edited" in origins else "machine"
