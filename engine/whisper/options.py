"""Everything a transcription can be asked for: the reference's names and defaults, and a few beyond them."""

from dataclasses import dataclass
from math import isfinite

from engine.abilities import Task
from engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class Options:
    """How to transcribe. Names, defaults and meaning are openai-whisper's `transcribe` and `DecodingOptions`.

    Times are seconds, as there. Fields below the last comment go beyond the reference. Raises EngineError("options")
    for what contradicts itself.
    """

    task: Task = "transcribe"
    language: str | None = None  # Whisper's code; None: detect on the first window
    temperature: tuple[float, ...] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    compression_ratio_threshold: float | None = 2.4
    logprob_threshold: float | None = -1.0
    no_speech_threshold: float | None = 0.6
    condition_on_previous_text: bool = True
    initial_prompt: str | None = None
    carry_initial_prompt: bool = False
    # one window
    sample_len: int | None = None  # most tokens a window; None: half the decoder's context
    best_of: int | None = None  # samples drawn at temperature > 0
    beam_size: int | None = None  # beams at temperature 0
    patience: float | None = None  # arXiv:2204.05424
    length_penalty: float | None = None  # alpha of arXiv:1609.08144; None: divide by the length
    prefix: str | None = None  # text that every window is taken to begin with
    suppress_tokens: str | tuple[int, ...] | None = "-1"  # comma-separated; -1 stands for the non-speech symbols
    suppress_blank: bool = True
    without_timestamps: bool = False
    max_initial_timestamp: float | None = 1.0
    # words and stretches
    word_timestamps: bool = False
    prepend_punctuations: str = "\"'“¿([{-"
    append_punctuations: str = "\"'.。,，!！?？:：”)]}、"
    clip_timestamps: str | tuple[float, ...] = "0"  # start,end,start,end,...
    hallucination_silence_threshold: float | None = None  # needs word_timestamps
    # beyond the reference
    hotwords: str | None = None  # names and terms put before every window's prompt
    repetition_penalty: float = 1.0  # > 1 makes text tokens of this window less likely to return
    no_repeat_ngram_size: int = 0  # > 0: no run of so many text tokens comes twice in a window
    batch_size: int | None = None  # > 1: so many windows of speech at once, none told what was said before it
    multilingual: bool = False  # detect the language of every window
    allowed_languages: tuple[str, ...] = ()  # detection chooses among these; empty: among all
    language_detection_threshold: float = 0.5  # with multilingual: below it a window keeps the language before it

    def __post_init__(self) -> None:
        for broken, message in (
            (self.task not in ("transcribe", "translate"), f"task {self.task!r} is neither transcribe nor translate"),
            (not self.temperature, "temperature needs at least one value"),
            (any(t < 0 for t in self.temperature), "temperature can't be negative"),
            (self.beam_size is not None and self.beam_size < 1, "beam_size must be at least 1"),
            (self.best_of is not None and self.best_of < 1, "best_of must be at least 1"),
            (self.patience is not None and self.beam_size is None, "patience needs beam_size"),
            (self.patience is not None and self.patience <= 0, "patience must be above 0"),
            (
                self.length_penalty is not None and not 0 <= self.length_penalty <= 1,
                "length_penalty must lie between 0 and 1",
            ),
            (self.sample_len is not None and self.sample_len < 1, "sample_len must be at least 1"),
            (
                self.hallucination_silence_threshold is not None and not self.word_timestamps,
                "hallucination_silence_threshold needs word_timestamps",
            ),
            (self.batch_size is not None and self.batch_size < 1, "batch_size must be at least 1"),
            (self.repetition_penalty <= 0, "repetition_penalty must be above 0"),
            (self.no_repeat_ngram_size < 0, "no_repeat_ngram_size can't be negative"),
            (self.multilingual and self.language is not None, "multilingual detects the language: leave language out"),
        ):
            if broken:
                raise EngineError("options", f"These options can't be: {message}.")
        if not all(map(isfinite, (*self.temperature, *self.clip_seconds, *self.suppressed))):
            raise EngineError("options", "These options can't be: temperature and clip_timestamps need finite numbers.")

    @property
    def suppressed(self) -> tuple[int, ...]:
        """The token ids of `suppress_tokens`; -1 stands for the non-speech symbols."""
        wish = self.suppress_tokens or ()
        try:
            return tuple(int(part) for part in wish.split(",")) if isinstance(wish, str) else wish
        except ValueError:
            raise EngineError(
                "options", f"suppress_tokens {wish!r} is not a list of numbers such as -1 or 11,13,27: mend it."
            ) from None

    @property
    def clip_seconds(self) -> tuple[float, ...]:
        """The seconds of `clip_timestamps`: start, end, start, end and so on."""
        wish = self.clip_timestamps or (0.0,)
        try:
            return tuple(float(part) for part in wish.split(",")) if isinstance(wish, str) else wish
        except ValueError:
            raise EngineError(
                "options", f"clip_timestamps {wish!r} is not a list of seconds such as 0,12.5,60: mend it."
            ) from None
