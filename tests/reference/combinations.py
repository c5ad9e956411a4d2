"""The table of option combinations: which checkpoint hears which sound with which settings, drawn from a fixed seed.

Rows are chosen so that every pair of values of two parameters meets as soon as possible. Values that contradict each
other are put back to their defaults by `_settled`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, cycle, islice
from random import Random
from typing import Any, Literal

import numpy as np

SoundName = Literal[
    "speech", "german", "noise", "silence", "music", "blip", "president", "many_languages", "long"
]  # fmt: skip
Form = Literal["pt", "folder"]
Settings = Mapping[str, Any]


def as_command_line(temperature: float, increment: float) -> tuple[float, ...]:
    """What the reference's command line makes of --temperature and --temperature_increment_on_fallback."""
    return tuple(float(t) for t in np.arange(temperature, 1.0 + 1e-6, increment))


# The reference's names and defaults (transcribe and DecodingOptions); the first value is the default. A value that
# stands twice is drawn twice as often.
PARAMETERS: Mapping[str, Sequence[Any]] = {
    "verbose": (None, True, False),
    "temperature": (
        (0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
        (0.0,),
        (0.0,),
        (0.0, 0.4, 0.8),
        (0.7,),
        as_command_line(0.2, 0.4),
        as_command_line(0.0, 0.5),
    ),
    "compression_ratio_threshold": (2.4, None, 1.1, 0.7),
    "logprob_threshold": (-1.0, None, None, -1.6, -2.4, -3.5),
    "no_speech_threshold": (0.6, None, 0.95, 0.2),
    "condition_on_previous_text": (True, False),
    "initial_prompt": (None, "Sotto, Whisper & friends:", "東京の駅で"),
    "carry_initial_prompt": (False, True),
    "word_timestamps": (False, True, True),
    "prepend_punctuations": ("\"'“¿([{-", "", "-([¡$"),
    "append_punctuations": ("\"'.。,，!！?？:：”)]}、", "", ".,%s"),
    "clip_timestamps": ("0", "0", "", "0.5,4.1", (0.5, 2.0, 1.5, 4.6, 3.0), "3.33,4"),
    "hallucination_silence_threshold": (None, 0.1, 1.0, 3.0),
    "task": ("transcribe", "translate"),
    "language": (None, "de", "ja", "th"),
    "sample_len": (None, 7, 20, 20, 40),
    "best_of": (None, 1, 2, 5),
    "beam_size": (None, 1, 2, 5),
    "patience": (None, 0.6, 1.0, 2.0),
    "length_penalty": (None, 0.0, 0.6, 1.0),
    "prompt": (None, "overwritten by the window before"),
    "prefix": (None, "So", "Und dann,"),
    "suppress_tokens": ("-1", "", None, "1,2,13,50,290", (-1, 11, 262), "13"),
    "suppress_blank": (True, False),
    "without_timestamps": (False, False, True),
    "max_initial_timestamp": (1.0, None, 0.0, 0.1, 10.0),
    "fp16": (True, False),
}  # fmt: skip

_NO_FIELDS = frozenset({"verbose", "prompt", "fp16"})  # the reference's own; Options has none of them

# rows for each checkpoint: the small ones are many times quicker
ROWS: Mapping[str, int] = {
    "multilingual": 58,
    "multilingual/1": 40,
    "english": 48,
    "english/1": 24,
    "v3": 48,
    "v3/1": 30,
    "turbo": 40,
    "distilled": 40,
    "byte": 24,
    "tiny": 8,
    "tiny.en": 8,
    "base": 6,
}
TRANSLATING = frozenset({"multilingual", "multilingual/1", "v3", "v3/1", "byte", "tiny", "base"})
SHORT: frozenset[SoundName] = frozenset({"german", "blip", "silence"})
REAL_SIZE = frozenset({"tiny", "tiny.en", "base"})


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison; `settings` holds only what is not at its default."""

    checkpoint: str
    form: Form
    sound: SoundName
    settings: tuple[tuple[str, Any], ...]

    @property
    def for_reference(self) -> dict[str, Any]:
        return dict(self.settings)

    @property
    def for_us(self) -> dict[str, Any]:
        return {name: value for name, value in self.settings if name not in _NO_FIELDS}


def table(seed: int = 20) -> list[Row]:
    """Draw all rows."""
    random, met = Random(seed), set[tuple[Any, ...]]()
    rows = []
    for checkpoint, count in ROWS.items():
        sounds = _sounds(checkpoint)
        for number, heard in enumerate(islice(cycle(sounds), count)):
            drawn = [_settled(_draw(random), checkpoint, heard) for _ in range(12)]
            best = max(drawn, key=lambda settings: len(_pairs(settings) - met))
            met |= _pairs(best)
            changed = tuple((name, value) for name, value in best.items() if value != PARAMETERS[name][0])
            rows.append(Row(checkpoint, _form(number, best), heard, changed))
    return rows


def _form(number: int, settings: Settings) -> Form:
    """Without suppressed tokens their names come into the text, and folders call one of them <|nocaptions|>."""
    return "folder" if number % 3 == 2 and settings["suppress_tokens"] else "pt"


def _sounds(checkpoint: str) -> Sequence[SoundName]:
    if checkpoint in REAL_SIZE:
        return ("president", "speech", "music")
    return ("long", "speech", "president", "music", "noise", "many_languages", "german", "long", "blip", "silence")


def _draw(random: Random) -> dict[str, Any]:
    return {name: random.choice(values) for name, values in PARAMETERS.items()}


def _settled(settings: dict[str, Any], checkpoint: str, heard: SoundName) -> dict[str, Any]:
    def reset(*names: str) -> None:
        settings.update({name: PARAMETERS[name][0] for name in names})

    if settings["beam_size"] is None:
        reset("patience")
    if not settings["word_timestamps"]:
        reset("hallucination_silence_threshold")
    if checkpoint not in TRANSLATING:
        reset("task")  # we refuse it, the reference goes ahead
    if checkpoint.startswith(("english", "tiny.en")):
        reset("language")
    if heard == "blip":
        reset("clip_timestamps")  # the reference falters on clips beyond the end
    if heard == "long" and isinstance(settings["clip_timestamps"], tuple):
        settings["clip_timestamps"] = (2.0, 41.0, 30.5, 75.5, 80.0)
    if checkpoint == "byte" and settings["suppress_tokens"] == "1,2,13,50,290":
        reset("suppress_tokens")
    if heard not in SHORT or checkpoint in REAL_SIZE:  # minutes a row otherwise
        settings["sample_len"] = min(settings["sample_len"] or 20, 20)
    return settings


def _pairs(settings: Settings) -> set[tuple[Any, ...]]:
    return set(combinations(settings.items(), 2))


def times_changed(rows: Sequence[Row]) -> dict[str, int]:
    """Count for each parameter in how many rows it is not at its default."""
    return {name: sum(any(name == changed for changed, _ in row.settings) for row in rows) for name in PARAMETERS}
