"""What the model is told was said before a window: the initial prompt, hotwords, and the text of earlier windows."""

from engine.whisper.checkpoint import Model
from engine.whisper.options import Options
from engine.whisper.tokenizer import Tokenizer

_HOT = 0.5  # text that was decoded above this temperature misleads the next window


class Context:
    """The tokens of what was said, as far as they are told."""

    def __init__(self, model: Model, options: Options) -> None:
        self._options = options
        self._room = model.network.dims.n_text_ctx // 2 - 1
        self._hotwords = _spoken(options.hotwords, model.tokenizer)[: self._room]
        self._initial = _spoken(options.initial_prompt, model.tokenizer)
        self._tokens = list(self._initial)
        self._forgotten = 0  # tokens before this one are not told any more

    def prompt(self) -> list[int]:
        tokens = self._tokens[self._forgotten :]
        if self._options.carry_initial_prompt:
            tokens = self._tokens[max(len(self._initial), self._forgotten) :]
            tokens = self._initial + tokens[-(self._room - len(self._initial)) :]
        if not self._hotwords:
            return tokens
        room = self._room - len(self._hotwords)
        return self._hotwords + (tokens[-room:] if room else [])

    def forget(self) -> None:
        """Tell nothing any more of what was said until now; an initial prompt that is carried stays."""
        self._forgotten = len(self._tokens)

    def add(self, tokens: list[int], temperature: float) -> None:
        """Remember a window's tokens, unless they were asked to be or are better forgotten."""
        self._tokens += tokens
        if not self._options.condition_on_previous_text or temperature > _HOT:
            self._forgotten = len(self._tokens)


def _spoken(text: str | None, tokenizer: Tokenizer) -> list[int]:
    return tokenizer.encode(" " + text.strip()) if text is not None else []
