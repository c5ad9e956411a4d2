"""What a model can do, and the refusal of what it can't before any work starts."""

from dataclasses import dataclass
from typing import Literal

from engine.errors import EngineError

Task = Literal["transcribe", "translate"]


@dataclass(frozen=True, slots=True)
class Abilities:
    """`languages` holds Whisper's codes. `word_times` says whether heads for cross-attention alignment are known:
    without them words are timed by all heads of the upper half of the decoder, less exactly. `synthetic_only` says
    that it was trained on made speech alone: for trying Sotto, useless for people's voices."""

    languages: tuple[str, ...]
    translates: bool
    word_times: bool
    synthetic_only: bool = False

    def check(self, model: str, task: Task, language: str | None, *, multilingual: bool = False) -> None:
        """Raise EngineError("options") if `model` can't do `task` in `language`; the message says which kind can."""
        if task == "translate" and not self.translates:
            raise EngineError(
                "options",
                f"{model} cannot translate into English: use a multilingual model that was trained to, such as small, "
                "medium or large-v3 (not a .en, turbo or distilled one).",
            )
        if multilingual and len(self.languages) == 1:
            raise EngineError(
                "options",
                f"{model} only knows {self.languages[0]}: use a multilingual model, or leave multilingual out.",
            )
        if language is not None and language not in self.languages:
            known = (
                f"only {self.languages[0]}" if len(self.languages) == 1 else f"{len(self.languages)} other languages"
            )
            raise EngineError(
                "options",
                f"{model} knows {known}, not {language!r}: choose another language, leave it out to have it detected, "
                "or use a model whose list holds it (large-v3 knows 100).",
            )


def can_translate(*, multilingual: bool, encoder_layers: int, decoder_layers: int) -> bool:
    """Guess from its sizes whether a model was trained to translate into English.

    OpenAI's multilingual models have as many decoder layers as encoder layers; turbo and the distilled ones, whose
    training left translation out, keep a third of them at most: 4 or 2 of 32, 4 of 12.
    """
    return multilingual and decoder_layers * 3 > encoder_layers
