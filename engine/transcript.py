"""What the model heard: segments and words. All times are integer milliseconds from the picture's zero."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the spacing and punctuation that belong to it.

    `probability` is the mean of its tokens' (0 to 1). `start` and `end` are None where word times were not asked for.
    """

    text: str
    start: int | None
    end: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech as the model cut it, with the figures of the window that it came from.

    `seek` is where that window began; `temperature`, `avg_logprob`, `compression_ratio` and `no_speech_prob` are the
    window's (Radford et al. 2022, section 4.5), `language` is what it was decoded as. `channel` is the sound channel
    that was heard, counted from 0, None for the mix of all.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    tokens: tuple[int, ...]
    language: str
    seek: int
    temperature: float
    avg_logprob: float
    compression_ratio: float
    no_speech_prob: float
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """The language that the model believes it hears: Whisper's code ("en", "no") and its probability (0 to 1)."""

    code: str
    probability: float
