"""Both engines made of the same random weights: openai-whisper's (and transformers') beside ours."""

import atexit
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import tiktoken
import torch
import whisper
import whisper.model
import whisper.tokenizer
from torch import Tensor
from whisper.decoding import DecodingResult

from engine.transcript import DetectedLanguage, Segment
from engine.whisper.checkpoint import Model, load
from engine.whisper.options import Options
from engine.whisper.transcribe import transcribe
from tests.reference.combinations import Form
from tests.support.checkpoints import (
    Recipe,
    make_weights,
    require,
    special_ids,
    token_ids,
    with_seed,
    write_folder,
    write_pt,
)
from tests.support.sounds import Sound

MOST_WINDOWS = 40  # windows that the reference may hear before it counts as stuck


class Stuck(Exception):  # noqa: N818 - no error of ours
    """The reference hears one window for ever, or creeps."""


class TokensLost(Exception):  # noqa: N818 - no error of ours
    """The reference splits a window's text into words and leaves some out, or reads past its end."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the reference decoded a window to, try after try."""

    tries: tuple[DecodingResult, ...]

    @property
    def result(self) -> DecodingResult:
        return self.tries[-1]


@dataclass(frozen=True, slots=True)
class Heard:
    """The reference's answer for a sound, and how it came to it."""

    language: str
    segments: list[dict[str, Any]]
    windows: list[Window]


class ByteWhisper(whisper.model.Whisper):
    """The reference tells a multilingual model by a size that the byte vocabulary doesn't have."""

    is_multilingual = property(lambda _: True)  # type: ignore[assignment]
    num_languages = property(lambda _: 99)  # type: ignore[assignment]


@dataclass(frozen=True)
class Oracle:
    """openai-whisper with a recipe's weights."""

    recipe: Recipe

    @cached_property
    def model(self) -> whisper.model.Whisper:
        kind = ByteWhisper if self.recipe.vocabulary == "byte" else whisper.model.Whisper
        model = kind(whisper.model.ModelDimensions(**asdict(self.recipe.dims))).eval()
        model.load_state_dict(make_weights(self.recipe))
        if self.recipe.alignment_heads is not None:
            heads = torch.zeros(self.recipe.dims.n_text_layer, self.recipe.dims.n_text_head, dtype=torch.bool)
            for layer, head in self.recipe.alignment_heads:
                heads[layer, head] = True
            model.register_buffer("alignment_heads", heads.to_sparse(), persistent=False)
        return model

    def transcribe(self, sound: Sound, seed: int = 0, **settings: Any) -> Heard:
        """Transcribe on one thread of randomness. Raises Stuck, TokensLost."""
        tries: list[tuple[Tensor, DecodingResult]] = []

        def decode(mel: Tensor, options: whisper.DecodingOptions) -> DecodingResult:
            result = whisper.decode(self.model, mel, options)
            tries.append((mel, result))
            if len({id(mel) for mel, _ in tries}) > MOST_WINDOWS:
                raise Stuck
            return result

        self.model.decode = decode
        torch.manual_seed(seed)  # only now: making the model draws numbers, too
        with vocabulary_of(self.recipe), all_words(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # half precision on a CPU, words of translations
            found = self.model.transcribe(sound.samples, **settings)
        windows = [Window(tuple(result for _, result in group)) for _, group in groupby(tries, lambda t: id(t[0]))]
        return Heard(found["language"], found["segments"], windows)

    def decode(self, mel: Tensor, **settings: Any) -> DecodingResult:
        with vocabulary_of(self.recipe), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the beam search is older than NumPy 2
            result = whisper.decode(self.model, mel, whisper.DecodingOptions(fp16=False, **settings))
        assert isinstance(result, DecodingResult)
        return result


@contextmanager
def vocabulary_of(recipe: Recipe) -> Iterator[None]:
    """Let the reference read and write the byte vocabulary for a while; it knows the two published ones only."""
    if recipe.vocabulary != "byte":
        yield
        return
    with_specials = tiktoken.Encoding(
        "byte",
        pat_str=whisper.tokenizer.get_encoding("gpt2", 99)._pat_str,
        mergeable_ranks=dict(token_ids("byte")),
        special_tokens=special_ids(recipe),
    )
    published = whisper.tokenizer.get_encoding
    whisper.tokenizer.get_encoding = lambda name="gpt2", num_languages=99: with_specials  # noqa: ARG005
    whisper.tokenizer.get_tokenizer.cache_clear()
    try:
        yield
    finally:
        whisper.tokenizer.get_encoding = published
        whisper.tokenizer.get_tokenizer.cache_clear()


@contextmanager
def all_words() -> Iterator[None]:
    """Raise TokensLost where the reference's words aren't all of the text: its times of them are another text's."""
    split = whisper.tokenizer.Tokenizer.split_to_word_tokens

    def check(tokenizer: whisper.tokenizer.Tokenizer, tokens: list[int]) -> tuple[list[str], list[list[int]]]:
        try:
            words, word_tokens = split(tokenizer, tokens)
        except IndexError:
            raise TokensLost from None
        if sum(map(len, word_tokens)) < len(tokens):
            raise TokensLost
        return words, word_tokens

    whisper.tokenizer.Tokenizer.split_to_word_tokens = check
    try:
        yield
    finally:
        whisper.tokenizer.Tokenizer.split_to_word_tokens = split


def recipe_of(checkpoint: str) -> Recipe:
    """Return the recipe of "name" or "name/seed", or skip the test where its vocabulary is missing."""
    name, _, seed = checkpoint.partition("/")
    return with_seed(require(name), int(seed or 0))


@lru_cache
def oracle(checkpoint: str) -> Oracle:
    return Oracle(recipe_of(checkpoint))


@lru_cache
def ours(checkpoint: str, form: Form = "pt") -> Model:
    """Load our engine from a file or folder that was written for it."""
    recipe = recipe_of(checkpoint)
    place = file_of(checkpoint) if form == "pt" else folder_of(checkpoint)
    heads = recipe.alignment_heads if form == "pt" else None
    return load(place, device="cpu", dtype=torch.float32, alignment_heads=heads)


@lru_cache
def file_of(checkpoint: str) -> Path:
    return write_pt(_place() / checkpoint / "model.pt", recipe_of(checkpoint))


@lru_cache
def folder_of(checkpoint: str) -> Path:
    return write_folder(_place() / checkpoint / "folder", recipe_of(checkpoint))


@lru_cache
def _place() -> Path:
    place = Path(mkdtemp(prefix="sotto-reference-"))
    atexit.register(shutil.rmtree, place)
    return place


@dataclass(frozen=True, slots=True)
class Ours:
    """Our answer for a sound."""

    detected: DetectedLanguage | None
    segments: list[Segment]


def our_transcription(model: Model, sound: Sound, seed: int = 0, **settings: Any) -> Ours:
    torch.manual_seed(seed)
    events = list(transcribe(model, sound, Options(**settings)))
    detected = next((event for event in events if isinstance(event, DetectedLanguage)), None)
    return Ours(detected, [event for event in events if isinstance(event, Segment)])
