"""A model as an ordinary Hugging Face folder, which this engine and transformers read alike."""

import errno
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from engine.errors import EngineError
from engine.model_folder import SYNTHETIC_ONLY, Dimensions
from engine.progress import Cancel
from engine.whisper.checkpoint import Heads
from engine.whisper.logits import USUAL_START
from engine.whisper.merges import write_vocabulary
from engine.whisper.model import Whisper
from engine.whisper.tokenizer import Tokenizer

TOKENIZER_FILES = (
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.json",
    "merges.txt",
    "added_tokens.json",
    "special_tokens_map.json",
    "normalizer.json",
    "preprocessor_config.json",
)
_BESIDE_WEIGHTS = 8 << 20  # bytes; configuration and vocabulary have less
_SYSTEM_ERROR = re.compile(r"(?:os error|code:) (\d+)")  # as safetensors tells it, now and earlier
_NAMES = (  # patterns are tried in this order, each on what the one before left
    (r"\.token_embedding\.", ".embed_tokens."),
    (r"\.positional_embedding$", ".embed_positions.weight"),
    (r"\.cross_attn_ln\.", ".encoder_attn_layer_norm."),
    (r"\.attn_ln\.", ".self_attn_layer_norm."),
    (r"\.mlp_ln\.", ".final_layer_norm."),
    (r"\.cross_attn\.", ".encoder_attn."),
    (r"\.attn\.", ".self_attn."),
    (r"^encoder\.ln_post\.", "encoder.layer_norm."),
    (r"^decoder\.ln\.", "decoder.layer_norm."),
    (r"\.blocks\.", ".layers."),
    (r"\.query\.", ".q_proj."),
    (r"\.key\.", ".k_proj."),
    (r"\.value\.", ".v_proj."),
    (r"\.out\.", ".out_proj."),
    (r"\.mlp\.0\.", ".fc1."),
    (r"\.mlp\.2\.", ".fc2."),
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a folder is to hold: `weights` by OpenAI's names, each in the numbers that it has.

    `vocabulary` is what `tokenizer` was read from: a folder, or a .tiktoken file. `latest_start` is the latest
    timestamp that a window may begin with, in steps of 20 ms. `synthetic_only`: it was trained on made speech alone,
    which whoever uses it will be told.
    """

    dims: Dimensions
    weights: Mapping[str, Tensor]
    tokenizer: Tokenizer
    vocabulary: Path
    heads: Heads | None
    synthetic_only: bool = False
    latest_start: int = USUAL_START

    @property
    def size(self) -> int:
        """Bytes that the folder will not exceed."""
        return _BESIDE_WEIGHTS + sum(tensor.nelement() * tensor.element_size() for tensor in self.weights.values())

    def write(self, folder: Path, cancel: Cancel | None = None) -> None:
        """Write it into a folder, which is made if need be. Raises OSError, and Cancelled between two files."""
        asked = cancel or Cancel()
        folder.mkdir(parents=True, exist_ok=True)
        told = config(self.dims, self.tokenizer, synthetic_only=self.synthetic_only)
        _write_json(folder / "config.json", told)
        _write_json(folder / "generation_config.json", generation_config(self.tokenizer, self.heads, self.latest_start))
        asked.check()
        _bring_vocabulary(self.vocabulary, folder, self.dims.n_vocab)
        asked.check()
        _save(_prepared(self.weights), folder / "model.safetensors")
        shutil.copymode(folder / "config.json", folder / "model.safetensors")  # safetensors hides it from others
        asked.check()


def write_folder(folder: Path, contents: Contents) -> None:
    """Write weights, configuration and vocabulary. Raises EngineError("disk") if they can't be written."""
    try:
        contents.write(folder)
    except OSError as error:
        raise EngineError(
            "disk", f"{folder} can't be written ({error.strerror}): make room, or choose another."
        ) from error


def weights_of(network: Whisper, dtype: torch.dtype) -> dict[str, Tensor]:
    """Return a network's parameters by their names, on the processor, as numbers of `dtype`."""
    return {name: tensor.detach().to("cpu", dtype) for name, tensor in network.state_dict().items()}


def _bring_vocabulary(source: Path, folder: Path, n_vocab: int) -> None:
    if source.is_file():
        write_vocabulary(folder, source, n_vocab)
        return
    for name in TOKENIZER_FILES:
        if (file := source / name).is_file() and source.resolve() != folder.resolve():
            (folder / name).write_bytes(file.read_bytes())


def _prepared(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return them by the Hub's names, each whole in memory of its own, as safetensors wants it; without a copy of those
    that are so, which may be gigabytes in a mapped file."""
    taken: set[int] = set()
    prepared = {}
    for name, tensor in weights.items():
        memory = tensor.untyped_storage().data_ptr()
        alone = memory not in taken and tensor.is_contiguous()
        prepared["model." + hub_name(name)] = tensor if alone else tensor.clone(memory_format=torch.contiguous_format)
        taken.add(memory)
    return prepared


def _save(weights: dict[str, Tensor], file: Path) -> None:
    try:
        save_file(weights, file, metadata={"format": "pt"})
    except SafetensorError as error:
        found = _SYSTEM_ERROR.search(str(error))
        number = int(found[1]) if found else errno.EIO
        raise OSError(number, os.strerror(number), str(file)) from error


def hub_name(name: str) -> str:
    """Translate OpenAI's name of a parameter into the Hub's, without its prefix "model."."""
    for pattern, theirs in _NAMES:
        name = re.sub(pattern, theirs, name)
    return name


def config(dims: Dimensions, tokenizer: Tokenizer, *, synthetic_only: bool) -> dict[str, Any]:
    content: dict[str, Any] = {
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
        "bos_token_id": tokenizer.eot,
        "eos_token_id": tokenizer.eot,
        "pad_token_id": tokenizer.eot,
        "decoder_start_token_id": tokenizer.sot,
    }
    return content | {SYNTHETIC_ONLY: True} if synthetic_only else content


def generation_config(tokenizer: Tokenizer, heads: Heads | None, latest_start: int) -> dict[str, Any]:
    content: dict[str, Any] = {
        "bos_token_id": tokenizer.eot,
        "eos_token_id": tokenizer.eot,
        "pad_token_id": tokenizer.eot,
        "decoder_start_token_id": tokenizer.sot,
        "is_multilingual": tokenizer.multilingual,
        "max_initial_timestamp_index": latest_start,
        "max_length": 448,
        "no_timestamps_token_id": tokenizer.no_timestamps,
        "prev_sot_token_id": tokenizer.sot_prev,
        "return_timestamps": False,
    }
    if heads:
        content["alignment_heads"] = [list(head) for head in heads]
    if tokenizer.multilingual:
        content["lang_to_id"] = {f"<|{code}|>": tokenizer.language_token(code) for code in tokenizer.languages}
        content["task_to_id"] = {"transcribe": tokenizer.transcribe, "translate": tokenizer.translate}
    return content


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
