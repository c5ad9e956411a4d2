"""From what was heard to cues that can be read: cut and broken by a profile, with the times of their words.

The reference's own layout, a cue a segment, is in reference_layout.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from engine.subtitles.counting import plain_characters, reading_time
from engine.subtitles.cutting import cut
from engine.subtitles.document import Cue
from engine.subtitles.line_breaks import Shape, break_pieces, shape_of
from engine.subtitles.markup import literal
from engine.subtitles.pieces import Piece
from engine.subtitles.profiles import Profile
from engine.subtitles.short_words import short_words
from engine.subtitles.times import closes_gap, latest_end
from engine.subtitles.units import Unit, stretches, units
from engine.transcript import Segment, Word


def lay_out(segments: Sequence[Segment], profile: Profile, language: str, until: int | None = None) -> tuple[Cue, ...]:
    """Return cues within the profile's limits wherever the words allow it, each with the words that were heard in it.

    `until` is where the film ends: no cue stands longer, unless words do. Words without times get estimated ones: they
    share their segment's time by letters. Each channel is laid out by itself, as a speaker; where two speak at once
    their cues overlap as their voices do.
    """
    profile = profile.for_language(language)
    channels = sorted({segment.channel for segment in segments}, key=lambda channel: -1 if channel is None else channel)
    cues: list[Cue] = []
    for channel in channels:
        heard = [segment for segment in segments if segment.channel == channel]
        cues += _speech(heard, profile, language, "" if channel is None else f"Speaker {channel + 1}", until)
    if len(channels) > 1:
        cues = _made_way(sorted(cues, key=lambda cue: cue.start), profile)
    return tuple(replace(cue, id=number) for number, cue in enumerate(cues, 1))


def lay_out_words(
    words: Sequence[Word], start: int, end: int, profile: Profile, language: str, speaker: str = ""
) -> tuple[Cue, ...]:
    """Lay out the words of one speaker between two times anew; those without times share what is free by letters."""
    text = "".join(word.text for word in words)
    segment = Segment(start, end, text, tuple(words), (), language, 0, 0.0, 0.0, 0.0, 0.0)
    cues = _speech([segment], profile.for_language(language), language, speaker, None)
    return tuple(replace(cue, id=number) for number, cue in enumerate(cues, 1))


def _speech(segments: Iterable[Segment], profile: Profile, language: str, speaker: str, until: int | None) -> list[Cue]:
    last = None if until is None else until + int(profile.gap.value or 0)
    shape = shape_of(profile, speaker)
    found = list(stretches(units(segments, shape.width - shape.label)))
    if not found:
        return []
    follows = [*(stretch[0].start for stretch in found[1:]), last]
    words = short_words(language)
    groups: list[Sequence[Unit]] = []
    for stretch, following in zip(found, follows, strict=True):
        begins = cut(stretch, following, profile, shape, words)
        groups += [stretch[begin:stop] for begin, stop in pairwise([*begins, len(stretch)])]
    times = _times(groups, last, profile, shape)
    return [
        Cue(0, start, end, text, speaker, words=tuple(word for unit in group for word in unit.words), origin="machine")
        for group, (start, end) in zip(groups, times, strict=True)
        for text in [literal(break_pieces(_pieces(group), shape, words))]
    ]


def _pieces(group: Sequence[Unit]) -> list[Piece]:
    return [piece for unit in group for piece in unit.pieces]


def _times(
    groups: Sequence[Sequence[Unit]], last: int | None, profile: Profile, shape: Shape
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each cue: from its first word to its last, and longer where reading it takes longer."""
    starts = _starts(groups, profile)
    for group, start, following in zip(groups, starts, [*starts[1:], last], strict=True):
        yield start, _end(group, start, following, profile, shape)


def _starts(groups: Sequence[Sequence[Unit]], profile: Profile) -> list[int]:
    """Start with the first word, or earlier by a lead-in if there is silence; no two cues at the same time."""
    lead, gap = int(profile.lead_in.strictest or 0), int(profile.gap.value or 0)
    starts: list[int] = []
    spoken: int | None = None
    for group in groups:
        start = max(0, group[0].start - lead)
        if spoken is not None:
            start = max(min(group[0].start, max(start, spoken + gap)), starts[-1] + gap + 1)
        starts.append(start)
        spoken = group[-1].end
    return starts


def _end(group: Sequence[Unit], start: int, following: int | None, profile: Profile, shape: Shape) -> int:
    spoken = group[-1].end
    text = "".join(piece.glue + piece.text for piece in _pieces(group)).strip()
    length, count = plain_characters(text, profile.counting) + shape.label, len(text.split())
    latest = latest_end(start, spoken, following, profile)
    wanted = max(profile.shortest.value or 0, reading_time(length, count, profile, advised=True))
    end = max(spoken + int(profile.lead_out.strictest or 0), start + int(-(-wanted // 1)))
    end = max(start + 1, min(end, latest))
    if following is not None and closes_gap(following - end, profile):
        return max(end, latest) if latest == following - int(profile.gap.value or 0) else end
    return end


def _made_way(cues: Sequence[Cue], profile: Profile) -> list[Cue]:
    """End cues before another channel's begin, as long as nothing is cut off that is still being said."""
    follows = [*cues[1:], None]
    return [cue if after is None else _before(cue, after, profile) for cue, after in zip(cues, follows, strict=True)]


def _before(cue: Cue, after: Cue, profile: Profile) -> Cue:
    spoken = next((word.end for word in reversed(cue.words) if word.end is not None), cue.end)
    until = max(spoken, after.start - int(profile.gap.value or 0), cue.start + 1)
    return replace(cue, end=min(cue.end, until))
