"""Test checkpoints with random weights from a fixed seed, shaped so that they talk: .pt files and Hugging Face folders.

    recipe = RECIPES["multilingual"]
    write_pt(tmp_path / "model.pt", recipe)        # with its vocabulary beside it
    write_folder(tmp_path / "model", recipe)       # the same weights

Recipes whose vocabulary is not "byte" need one of the published vocabularies: ask `vocabulary_file` first, or use
`require` in a test, which skips with the reason.
"""

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file

from engine.model_folder import Dimensions
from engine.whisper.model import Whisper, sinusoids
from engine.whisper.vocabulary import characters_of_bytes, lay_out_specials

Vocabulary = Literal["byte", "gpt2", "multilingual"]
Weights = dict[str, torch.Tensor]

# Merges of the byte vocabulary: enough that words are several tokens and some pieces are one.
_MERGES = (
    " t", " a", "he", "in", "re", "on", " the", "er", " s", "at", " o", "en", " w", "or", "is", "es", "an", "nd",
    " and", "ing", "ou", " h", " b", " f", " m", "al", " to", "ed", " of", " p", "th", " th", " y", " you", "me", " I",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a checkpoint is made of; the same recipe makes the same weights everywhere."""

    dims: Dimensions
    vocabulary: Vocabulary
    alignment_heads: tuple[tuple[int, int], ...] | None = None
    seed: int = 0

    @property
    def multilingual(self) -> bool:
        return self.vocabulary != "gpt2"


def _dims(
    n_vocab: int, *, state: int = 64, heads: int = 2, layers: tuple[int, int] = (2, 2), mels: int = 80
) -> Dimensions:
    return Dimensions(mels, 1500, state, heads, layers[0], n_vocab, 448, state, heads, layers[1])


LOGIT_SPREAD = 5.0  # standard deviation: rounding never changes which is highest
BYTE_VOCABULARY = 256 + len(_MERGES) + 8 + 99 + 1501

RECIPES: Mapping[str, Recipe] = {
    # small ones: state 64, 2 heads
    "byte": Recipe(_dims(BYTE_VOCABULARY), "byte", ((1, 0), (1, 1))),
    "multilingual": Recipe(_dims(51865), "multilingual", ((0, 1), (1, 0))),
    "english": Recipe(_dims(51864), "gpt2", ((1, 1),)),
    "v3": Recipe(_dims(51866, mels=128), "multilingual", ((1, 0), (1, 1))),
    "turbo": Recipe(_dims(51866, mels=128, layers=(12, 4)), "multilingual", ((2, 0), (3, 1))),
    "distilled": Recipe(_dims(51866, mels=128, layers=(8, 2)), "multilingual"),
    # the real sizes
    "tiny": Recipe(_dims(51865, state=384, heads=6, layers=(4, 4)), "multilingual", ((2, 2), (3, 0), (3, 5))),
    "tiny.en": Recipe(_dims(51864, state=384, heads=6, layers=(4, 4)), "gpt2", ((1, 0), (3, 4))),
    "base": Recipe(_dims(51865, state=512, heads=8, layers=(6, 6)), "multilingual", ((3, 1), (5, 7))),
}


def vocabulary_file(vocabulary: Vocabulary) -> Path | None:
    """Find a published .tiktoken file in $SOTTO_TEST_DATA/whisper, else in an installed openai-whisper."""
    places = [Path(os.environ["SOTTO_TEST_DATA"], "whisper")] if os.environ.get("SOTTO_TEST_DATA") else []
    spec = find_spec("whisper")
    if spec is not None and spec.origin:
        places.append(Path(spec.origin).parent / "assets")
    return next((p for place in places if (p := place / f"{vocabulary}.tiktoken").is_file()), None)


def require(name: str) -> Recipe:
    """Return the recipe, or skip the test where its vocabulary is missing."""
    recipe = RECIPES[name]
    if recipe.vocabulary != "byte" and vocabulary_file(recipe.vocabulary) is None:
        pytest.skip(f"{recipe.vocabulary}.tiktoken is neither in $SOTTO_TEST_DATA/whisper nor in openai-whisper")
    return recipe


@lru_cache
def token_ids(vocabulary: Vocabulary) -> Mapping[bytes, int]:
    """Return the ordinary tokens; their ids are their ranks."""
    if vocabulary == "byte":
        return {
            text: rank for rank, text in enumerate([bytes([b]) for b in range(256)] + [m.encode() for m in _MERGES])
        }
    path = vocabulary_file(vocabulary)
    assert path is not None, "ask vocabulary_file or require first"
    return {base64.b64decode(line.split()[0]): int(line.split()[1]) for line in path.read_text().splitlines()}


def special_ids(recipe: Recipe) -> dict[str, int]:
    ordinary = len(token_ids(recipe.vocabulary))
    return lay_out_specials(ordinary, recipe.dims.n_vocab - ordinary - 8 - 1501)


# --- weights


def make_weights(recipe: Recipe) -> Weights:
    """Draw every parameter by its own stream, then shape the rows of tokens that steer a transcription.

    The tensors are shared between calls: change a copy.
    """
    return dict(_weights(recipe))


@lru_cache(maxsize=8)
def _weights(recipe: Recipe) -> Weights:
    with torch.device("meta"):
        shapes = {name: tuple(tensor.shape) for name, tensor in Whisper(recipe.dims).state_dict().items()}
    weights = {name: torch.from_numpy(_draw(recipe.seed, name, shape)) for name, shape in shapes.items()}
    weights["encoder.positional_embedding"] = sinusoids(recipe.dims.n_audio_ctx, recipe.dims.n_audio_state)
    weights["decoder.ln.weight"] *= LOGIT_SPREAD
    _steer(weights["decoder.token_embedding.weight"], recipe)
    _aim_no_speech(weights, recipe)
    return weights


def _draw(seed: int, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """PCG64's stream for this seed and parameter: neither torch's version nor other parameters change it."""
    stream = np.random.Generator(np.random.PCG64([seed, crc32(name.encode())]))
    noise = stream.standard_normal(shape).astype(np.float32)
    return noise * np.float32(_spread(name, shape)) + np.float32("ln" in name and name.endswith("weight"))


def _spread(name: str, shape: tuple[int, ...]) -> float:
    """The standard deviation of a parameter: wide enough that no step drowns in rounding."""
    if name.endswith("bias") or "ln" in name:
        return 0.1
    if name.startswith("decoder") and "embedding" in name:
        # short rows, lengthened by the last layer norm: long ones would speak for the token that was just read
        return float(shape[1] ** -0.5)
    gain = next((gain for part, gain in _GAINS.items() if part in name), 1.0)
    return float(gain / np.prod(shape[1:]) ** 0.5)


# Attention looks at few places instead of averaging; the step through mlp, which knows the last token, speaks loudest,
# else a window repeats one token from its beginning to its end.
_GAINS = {"attn.query": 2.0, "attn.key": 2.0, "conv": 1.5, "decoder.blocks.0.mlp.2": 4.0, "mlp.2": 2.0}


def _steer(rows: torch.Tensor, recipe: Recipe) -> None:
    """Lengthen the rows that decide, so that segments and windows end now and then.

    The gains stand against the best of all text tokens, which is higher the more of them there are.
    """
    eot, timestamps = (1.8, 0.85) if recipe.vocabulary == "byte" else (2.6, 1.3)
    specials = special_ids(recipe)
    rows[specials["<|endoftext|>"]] *= eot
    rows[specials["<|0.00|>"] :] *= timestamps
    if recipe.vocabulary == "byte":
        rows[:32] *= 0.2  # control characters and single bytes of longer ones: kept rare, so that captions are text
        rows[127:256] *= 0.2


@torch.no_grad()
def _aim_no_speech(weights: Weights, recipe: Recipe) -> None:
    """Turn the row of <|nospeech|> so that its probability lies between 0 and 1 for some sounds, near them for others.

    It is aimed at the mean of what the decoder says to silence and to noise; rounded, to be the same everywhere.
    """
    specials = special_ids(recipe)
    network = Whisper(recipe.dims)
    network.load_state_dict(weights)
    noise = torch.from_numpy(_draw(recipe.seed, "noise", (1, recipe.dims.n_mels, 2 * recipe.dims.n_audio_ctx)))
    memory = network.decoder.listen(network.encoder(torch.cat([noise * 0 - 0.5, noise * 0.3])))
    states = network.decoder(torch.full((2, 1), specials["<|startoftranscript|>"]), memory)[:, 0]  # (2, state)
    rival = network.decoder.logits(states).logsumexp(-1).mean()
    mean = states.mean(0)
    row = weights["decoder.token_embedding.weight"][specials["<|nospeech|>"]]
    row += (rival - row @ mean) / (mean @ mean) * mean
    row.copy_(torch.round(row, decimals=3))


# --- files


def write_pt(path: Path, recipe: Recipe, *, half: bool = False, legacy: bool = False, vocabulary: bool = True) -> Path:
    """Write an OpenAI checkpoint, and its .tiktoken file beside it. `legacy` is the format before zip files."""
    weights = {name: t.half() if half else t for name, t in make_weights(recipe).items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"dims": asdict(recipe.dims), "model_state_dict": weights}
    torch.save(content, path, _use_new_zipfile_serialization=not legacy)
    if vocabulary:
        write_tiktoken(path.parent / f"{'gpt2' if recipe.vocabulary == 'gpt2' else 'multilingual'}.tiktoken", recipe)
    return path


def write_tiktoken(path: Path, recipe: Recipe) -> Path:
    lines = (f"{base64.b64encode(text).decode() or '='} {id_}" for text, id_ in token_ids(recipe.vocabulary).items())
    path.write_text("\n".join(lines) + "\n")
    return path


def write_folder(
    folder: Path,
    recipe: Recipe,
    *,
    dtype: torch.dtype = torch.float32,
    shards: int = 1,
    tokenizer: Literal["json", "merges"] = "json",
    prefix: str = "model.",
    encoder_positions: bool = True,
) -> Path:
    """Write a Hugging Face folder. "merges" is the older way: vocab.json, merges.txt, no timestamps by name."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {prefix + _hugging_face(n): t.to(dtype).contiguous() for n, t in make_weights(recipe).items()}
    if not encoder_positions:
        del weights[prefix + "encoder.embed_positions.weight"]
    _write_weights(folder, weights, shards)
    _write_json(folder / "config.json", _config(recipe))
    _write_json(folder / "generation_config.json", _generation_config(recipe))
    (_write_tokenizer_json if tokenizer == "json" else _write_merges)(folder, recipe)
    return folder


def _hugging_face(name: str) -> str:
    """Translate OpenAI's name of a parameter."""
    for theirs, ours in (
        ("token_embedding", "embed_tokens"),
        ("cross_attn_ln", "encoder_attn_layer_norm"), ("cross_attn", "encoder_attn"),
        ("attn_ln", "self_attn_layer_norm"), ("mlp_ln", "final_layer_norm"), ("mlp.0", "fc1"), ("mlp.2", "fc2"),
        ("ln_post", "layer_norm"), ("decoder.ln", "decoder.layer_norm"), ("blocks", "layers"),
        (".query", ".q_proj"), (".key", ".k_proj"), (".value", ".v_proj"), (".out.", ".out_proj."),
    ):  # fmt: skip
        name = name.replace(theirs, ours)
    name = name.replace(".attn.", ".self_attn.")
    return name.replace("positional_embedding", "embed_positions.weight")


def _write_weights(folder: Path, weights: Weights, shards: int) -> None:
    if shards == 1:
        save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
        return
    names = sorted(weights)
    files: dict[str, str] = {}
    for index in range(shards):
        file = f"model-{index + 1:05}-of-{shards:05}.safetensors"
        part = names[index::shards]
        save_file({name: weights[name] for name in part}, folder / file, metadata={"format": "pt"})
        files |= dict.fromkeys(part, file)
    size = sum(t.numel() * t.element_size() for t in weights.values())
    _write_json(folder / "model.safetensors.index.json", {"metadata": {"total_size": size}, "weight_map": files})


def _config(recipe: Recipe) -> dict[str, Any]:
    dims, specials = recipe.dims, special_ids(recipe)
    return {
        "architectures": ["WhisperForConditionalGeneration"],
        "model_type": "whisper",
        "activation_function": "gelu",
        "d_model": dims.n_audio_state,
        "encoder_attention_heads": dims.n_audio_head,
        "encoder_layers": dims.n_audio_layer,
        "encoder_ffn_dim": 4 * dims.n_audio_state,
        "decoder_attention_heads": dims.n_text_head,
        "decoder_layers": dims.n_text_layer,
        "decoder_ffn_dim": 4 * dims.n_text_state,
        "max_source_positions": dims.n_audio_ctx,
        "max_target_positions": dims.n_text_ctx,
        "num_mel_bins": dims.n_mels,
        "scale_embedding": False,
        "vocab_size": dims.n_vocab,
        "bos_token_id": specials["<|endoftext|>"],
        "eos_token_id": specials["<|endoftext|>"],
        "pad_token_id": specials["<|endoftext|>"],
        "decoder_start_token_id": specials["<|startoftranscript|>"],
    }


def _generation_config(recipe: Recipe) -> dict[str, Any]:
    specials = special_ids(recipe)
    config: dict[str, Any] = {
        "decoder_start_token_id": specials["<|startoftranscript|>"],
        "eos_token_id": specials["<|endoftext|>"],
        "pad_token_id": specials["<|endoftext|>"],
        "is_multilingual": recipe.multilingual,
        "no_timestamps_token_id": specials["<|notimestamps|>"],
        "prev_sot_token_id": specials["<|startofprev|>"],
        "max_initial_timestamp_index": 50,
        "return_timestamps": False,
    }
    if recipe.alignment_heads is not None:
        config["alignment_heads"] = recipe.alignment_heads
    if recipe.multilingual:
        config["lang_to_id"] = {
            name: id_ for name, id_ in specials.items() if 6 <= len(name) <= 7 and name[2].isalpha()
        }
        config["task_to_id"] = {task: specials[f"<|{task}|>"] for task in ("transcribe", "translate")}
    return config


def _write_tokenizer_json(folder: Path, recipe: Recipe) -> None:
    added = [
        {"id": id_, "content": name, "special": not name[2].isdigit()}
        | dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
        for name, id_ in _published_names(recipe).items()
    ]
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    model = {
        "type": "BPE",
        "dropout": None,
        "unk_token": "<|endoftext|>",
        "continuing_subword_prefix": "",
        "end_of_word_suffix": "",
        "fuse_unk": False,
        "vocab": _written(recipe.vocabulary),
        "merges": [f"{left} {right}" for left, right in merges(recipe.vocabulary)],
    }
    content: dict[str, Any] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        "normalizer": None,
    }
    content |= {"pre_tokenizer": level, "post_processor": None, "decoder": level, "model": model}
    _write_json(folder / "tokenizer.json", content)
    _write_json(folder / "tokenizer_config.json", {"tokenizer_class": "WhisperTokenizer"})


def _write_merges(folder: Path, recipe: Recipe) -> None:
    lines = (f"{left} {right}" for left, right in merges(recipe.vocabulary))
    names = {name: id_ for name, id_ in _published_names(recipe).items() if not name[2].isdigit()}
    eot = {"<|endoftext|>": names.pop("<|endoftext|>")}
    _write_json(folder / "vocab.json", _written(recipe.vocabulary) | eot)
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(lines) + "\n", encoding="utf-8")
    _write_json(folder / "added_tokens.json", names)
    tokens = dict.fromkeys(("bos_token", "eos_token", "unk_token", "pad_token"), "<|endoftext|>")
    _write_json(folder / "special_tokens_map.json", tokens)
    _write_json(folder / "tokenizer_config.json", tokens | {"tokenizer_class": "WhisperTokenizer"})


def _published_names(recipe: Recipe) -> dict[str, int]:
    """The Hub's folders before large-v3 say <|nocaptions|>."""
    older = "<|nocaptions|>" if recipe.dims.n_mels == 80 else "<|nospeech|>"
    return {older if name == "<|nospeech|>" else name: id_ for name, id_ in special_ids(recipe).items()}


def _written(vocabulary: Vocabulary) -> dict[str, int]:
    return {_signs(text): id_ for text, id_ in token_ids(vocabulary).items()}


@lru_cache
def merges(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Return the pair that every longer token is merged from, in the order of their ranks."""
    ranks = token_ids(vocabulary)
    pairs = (_last_pair(text, ranks) for text, _ in sorted(ranks.items(), key=lambda item: item[1]) if len(text) > 1)
    return tuple((_signs(left), _signs(right)) for left, right in pairs)


def _last_pair(text: bytes, ranks: Mapping[bytes, int]) -> tuple[bytes, bytes]:
    parts = [text[i : i + 1] for i in range(len(text))]
    while len(parts) > 2:
        best = min(range(len(parts) - 1), key=lambda i: ranks.get(parts[i] + parts[i + 1], len(ranks)))
        parts[best : best + 2] = [parts[best] + parts[best + 1]]
    return parts[0], parts[1]


_SIGNS = characters_of_bytes()


def _signs(text: bytes) -> str:
    return "".join(_SIGNS[byte] for byte in text)


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def with_seed(recipe: Recipe, seed: int) -> Recipe:
    """Other weights of the same shape."""
    return replace(recipe, seed=seed)
