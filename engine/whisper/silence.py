"""Text that was probably never spoken: improbable words with silence around them are skipped, as in the reference."""

from collections.abc import Sequence
from dataclasses import replace

from engine.whisper.mel import FRAMES_PER_SECOND
from engine.whisper.segments import Cut, Draft, Window, WordTiming

_EDGE = 2.0  # seconds: what lies so near the edge of a window counts as next to silence
_PUNCTUATION = "\"'“¿([{-\"'.。,，!！?？:：”)]}、"


def skip_to_first_word(drafts: Sequence[Draft], window: Window, threshold: float) -> int | None:
    """Return the frame of an anomalous first draft that silence of more than `threshold` seconds comes before."""
    first = next((draft for draft in drafts if draft.words), None)
    if first is None or not is_anomalous(first) or first.start - window.start <= threshold:
        return None
    return window.seek + round((first.start - window.start) * FRAMES_PER_SECOND)


def without_invented(found: Cut, window: Window, threshold: float, last_speech: float, frames: int) -> Cut:
    """Leave out the first anomalous draft with silence or anomalies on both sides, and all after it.

    The next window then begins at that draft, or at the end of the sound, `frames`, if that is near. `threshold` and
    `last_speech` are seconds.
    """
    for at, draft in enumerate(found.drafts):
        if not draft.words:
            continue
        following = next((other for other in found.drafts[at + 1 :] if other.words), None)
        if (
            is_anomalous(draft)
            and _silent_before(draft, window, threshold, last_speech)
            and _silent_after(draft, following, window, threshold)
        ):
            seek = round(max(window.start + 1, draft.start) * FRAMES_PER_SECOND)
            near_the_end = frames / FRAMES_PER_SECOND - draft.end < threshold
            return replace(found, drafts=found.drafts[:at], seek=frames if near_the_end else seek)
        last_speech = draft.end
    return found


def _silent_before(draft: Draft, window: Window, threshold: float, last_speech: float) -> bool:
    return draft.start - last_speech > threshold or draft.start < threshold or draft.start - window.start < _EDGE


def _silent_after(draft: Draft, following: Draft | None, window: Window, threshold: float) -> bool:
    next_start = following.words[0].start if following else window.start + window.size / FRAMES_PER_SECOND
    return (
        next_start - draft.end > threshold
        or (following is not None and is_anomalous(following))
        or window.end - draft.end < _EDGE
    )


def is_anomalous(draft: Draft) -> bool:
    """Tell whether most of the first eight words are improbable, or far too short or long."""
    words = [word for word in draft.words if word.text not in _PUNCTUATION][:8]
    score = sum(map(_anomaly, words))
    return bool(draft.words) and (score >= 3 or score + 0.01 >= len(words))


def _anomaly(word: WordTiming) -> float:
    duration = word.end - word.start
    improbable = 1.0 if word.probability < 0.15 else 0.0
    return improbable + max(0.133 - duration, 0) * 15 + max(duration - 2.0, 0)
