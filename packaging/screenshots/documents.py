"""The documents that the pictures show: the sample with its translation, with problems, and in Arabic."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engine.subtitles.document import Cue
from engine.subtitles.formats import read

_ARABIC = (
    "اسمي صوفيا وهذا إريك.",
    "بصراحة، اشترى جدي سفينة قديمة.",
    "كانت السفينة صغيرة جدا.",
    "كان علينا أن ننظف السفينة القديمة.",
    "وجدنا صندوقا وخريطة من عام 1912.",
    "أخبرني المزيد عن اكتشافك المثير!",
    "أخفى القبطان الخريطة سرا.",
    "ما أعظم اكتشافك!",
    "أظن أن الزوار سيرون سفينتنا (Havørn) قريبا.",
)


def subtitles(cues: Sequence[Cue]) -> str:
    """Return cues as WebVTT."""
    return "WEBVTT\n\n" + "\n\n".join(
        f"{_time(cue.start)} --> {_time(cue.end)}\n<v {cue.speaker}>{cue.text}" for cue in cues
    )


def spoken(sample: Path) -> tuple[Cue, ...]:
    """Return what is truly said in the sample, each cue with its English translation."""
    true, english = (read(sample / f"interview{suffix}").document.cues for suffix in (".vtt", ".en.vtt"))
    return tuple(replace(cue, translation=told.text) for cue, told in zip(true, english, strict=True))


def with_problems(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return cues of which some are too fast, too long, too close or overlap."""
    changed = list(cues)
    changed[1] = replace(
        changed[1], text="Honestly, as my mother always told it, my grandfather bought an old ship from a captain."
    )
    changed[3] = replace(changed[3], start=changed[2].end + 10)
    changed[5] = replace(changed[5], end=changed[6].start + 400)
    changed[7] = replace(changed[7], end=changed[7].start + 400)
    changed[8] = replace(changed[8], end=changed[8].start + 9_500)
    return tuple(changed)


def in_arabic(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return the first cues in Arabic, what they were in English as their translation."""
    names = {"Sofia": "صوفيا", "Erik": "إريك"}
    return tuple(
        replace(cue, text=text, translation=cue.text, speaker=names[cue.speaker])
        for cue, text in zip(cues, _ARABIC, strict=False)
    )


def _time(time: int) -> str:
    minutes, thousandths = divmod(time, 60_000)
    return f"{minutes:02d}:{thousandths // 1000:02d}.{thousandths % 1000:03d}"
