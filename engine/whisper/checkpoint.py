"""A model from its files: network, vocabulary, and what it can do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import torch

from engine.abilities import Abilities, can_translate
from engine.errors import EngineError
from engine.model_folder import Config, Dimensions, read_config
from engine.whisper.hugging_face import read_weights
from engine.whisper.model import Whisper
from engine.whisper.modes import Mode, speed_up
from engine.whisper.openai_file import read_pt
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import has_hugging_face, read_hugging_face, read_tiktoken
from engine.whisper.weights import build, choose_device, choose_dtype, computes_bfloat16

Heads = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that a transcription asks of a checkpoint.

    `alignment_heads` are (layer, head) of the cross-attention that follows the sound; None: not known, take all heads
    of the upper half of the decoder. `suppressed` are tokens that the checkpoint's own files forbid, `latest_start` is
    their limit for a window's first timestamp, in steps of 20 ms; 0: they name none.
    """

    name: str
    network: Whisper
    tokenizer: Tokenizer
    abilities: Abilities
    alignment_heads: Heads | None
    suppressed: tuple[int, ...] = ()
    latest_start: int = 0


def load(
    path: Path,
    *,
    device: str | None = None,
    dtype: torch.dtype | None = None,
    vocabularies: Sequence[Path] = (),
    alignment_heads: Heads | None = None,
    mode: Mode = "reference",
) -> Model:
    """Load a Hugging Face folder, an OpenAI .pt file, or a folder with one such file.

    The vocabulary of a .pt file is looked for beside it, in the folders `vocabularies`, in an installed openai-whisper.
    `alignment_heads` go before those that the folder names. `device` and `dtype` are chosen by what there is, if None;
    `mode` "fast" makes a network in single precision on a processor faster.
    Raises EngineError("model") for files that are missing, damaged or not Whisper's, "device" and "options".
    """
    place = choose_device(device)
    numbers = choose_dtype(place.type, dtype, bfloat16=computes_bfloat16(place))
    source = find_source(path)
    fast = mode == "fast" and place.type == "cpu" and numbers == torch.float32
    kept = None if fast else numbers  # the fast mode converts each weight by itself
    if source.is_dir():
        model = _load_folder(source, place, kept, alignment_heads)
    else:
        model = _load_pt(source, place, kept, vocabularies, alignment_heads)
    if fast:
        speed_up(model.network)
    return model


def check(folder: Path) -> None:
    """Check all that `load` does of a Hugging Face folder, but make no network of it. Raises EngineError("model")."""
    config, _ = _read_folder(folder)
    read_weights(folder, config.sizes)


def find_source(path: Path) -> Path:
    """Return the Hugging Face folder or .pt file that `path` means. Raises EngineError("model") if it is neither."""
    if not path.exists():
        raise EngineError("model", f"There is no model at {path}: give a model's folder or .pt file.")
    if path.is_file():
        if path.name in ("config.json", "model.safetensors"):
            return path.parent
        if path.suffix == ".pt":
            return path
        raise EngineError("model", f"{path} is neither a .pt file nor a model's folder: give one of these.")
    files = sorted(path.glob("*.pt"))
    if (path / "config.json").is_file() or (not files and any(path.glob("*.safetensors"))):
        return path
    if len(files) == 1:
        return files[0]
    held = (
        "holds several .pt files: name one of them" if files else "holds no model: config.json and weights are missing"
    )
    raise EngineError("model", f"{path} {held}.")


def _load_folder(folder: Path, device: torch.device, dtype: torch.dtype | None, heads: Heads | None) -> Model:
    config, tokenizer = _read_folder(folder)
    dims = config.sizes
    weights = read_weights(folder, dims)
    heads = _within(folder, dims, heads) or config.alignment_heads
    abilities = replace(_abilities(dims, tokenizer, heads, config.translates), synthetic_only=config.synthetic_only)
    network = build(dims, weights, device, dtype)
    return Model(folder.resolve().name, network, tokenizer, abilities, heads, config.suppressed, config.latest_start)


def _read_folder(folder: Path) -> tuple[Config, Tokenizer]:
    config = read_config(folder)
    if not has_hugging_face(folder):
        raise EngineError(
            "model", f"{folder} has no vocabulary: fetch its tokenizer.json, or vocab.json and merges.txt."
        )
    tokenizer = read_hugging_face(folder, multilingual=config.multilingual)
    _check_vocabulary(folder, config, tokenizer)
    return config, tokenizer


def _load_pt(
    path: Path, device: torch.device, dtype: torch.dtype | None, vocabularies: Sequence[Path], heads: Heads | None
) -> Model:
    dims, weights = read_pt(path, mapped=dtype is not None)
    _, tokenizer = find_vocabulary(path, dims.n_vocab, vocabularies)
    heads = _within(path, dims, heads)
    abilities = _abilities(dims, tokenizer, heads, None)
    return Model(path.stem, build(dims, weights, device, dtype), tokenizer, abilities, heads)


def find_vocabulary(path: Path, n_vocab: int, folders: Sequence[Path]) -> tuple[Path, Tokenizer]:
    """Return the first vocabulary of exactly `n_vocab` tokens near a .pt file, in `folders`, in openai-whisper: the
    folder or .tiktoken file that holds it, and what is in it. Raises EngineError("model") where there is none."""
    unfit = []
    for place in _places(path, folders):
        try:
            tokenizer = read_hugging_face(place) if place.is_dir() else read_tiktoken(place, n_vocab)
        except EngineError:
            unfit.append(place)
            continue
        if tokenizer.size == n_vocab:
            return place, tokenizer
        unfit.append(place)
    tried = f" (of another model or damaged: {', '.join(map(str, unfit))})" if unfit else ""
    file = "gpt2.tiktoken" if n_vocab == 51864 else "multilingual.tiktoken"
    raise EngineError(
        "model",
        f"{path} comes without its vocabulary of {n_vocab} tokens{tried}: put {file} from openai-whisper's folder "
        "whisper/assets beside it, or install openai-whisper, or use the model's Hugging Face folder.",
    )


def vocabulary_of(path: Path) -> Path:
    """Return the folder or .tiktoken file that holds the vocabulary which `load` reads for the model at `path`."""
    source = find_source(path)
    return source if source.is_dir() else find_vocabulary(source, read_pt(source)[0].n_vocab, ())[0]


def _places(path: Path, folders: Sequence[Path]) -> Iterator[Path]:
    """Files and folders that could be the vocabulary of a .pt file; openai-whisper is located, never imported."""
    package = find_spec("whisper")
    installed = [Path(place) for place in package.submodule_search_locations or ()] if package else []
    for folder in (path.parent, *folders, *installed):
        for place in (folder, folder / "assets"):
            yield from (file for name in ("multilingual", "gpt2") if (file := place / f"{name}.tiktoken").is_file())
            if has_hugging_face(place):
                yield place


def _check_vocabulary(folder: Path, config: Config, tokenizer: Tokenizer) -> None:
    """Compare what the folder's files say about the same tokens."""
    told = dict(config.language_tokens or ())
    if (
        tokenizer.size > config.sizes.n_vocab
        or config.no_timestamps not in (None, tokenizer.no_timestamps)
        or any(not 0 <= token < config.sizes.n_vocab for token in config.suppressed)
        or any(code not in tokenizer.languages or tokenizer.language_token(code) != id_ for code, id_ in told.items())
    ):
        raise EngineError(
            "model", f"{folder} holds files of different models: its vocabulary isn't that of config.json."
        )


def _within(path: Path, dims: Dimensions, heads: Heads | None) -> Heads | None:
    if any(not (0 <= layer < dims.n_text_layer and 0 <= head < dims.n_text_head) for layer, head in heads or ()):
        raise EngineError(
            "model", f"{path} has not so many layers or heads: these alignment heads are another model's."
        )
    return heads


def _abilities(dims: Dimensions, tokenizer: Tokenizer, heads: Heads | None, translates: bool | None) -> Abilities:
    multilingual = tokenizer.multilingual
    if translates is None:
        translates = can_translate(
            multilingual=multilingual, encoder_layers=dims.n_audio_layer, decoder_layers=dims.n_text_layer
        )
    languages = tokenizer.languages if multilingual else ("en",)
    return Abilities(languages, translates=translates and multilingual, word_times=heads is not None)
