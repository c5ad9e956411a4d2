"""A trained network as an ordinary Hugging Face folder, which this engine and transformers read alike."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save

from engine.errors import EngineError
from engine.model_folder import SYNTHETIC_ONLY, Dimensions
from engine.whisper.checkpoint import Heads
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


def write_folder(
    folder: Path,
    network: Whisper,
    tokenizer: Tokenizer,
    vocabulary: Path,
    heads: Heads | None,
    dtype: torch.dtype,
    *,
    synthetic_only: bool = False,
    latest_start: int = 50,
) -> None:
    """Write weights and configuration, and copy the vocabulary's files from the folder `vocabulary`.

    `latest_start` is the latest timestamp that a window may begin with, in steps of 20 ms.
    `synthetic_only`: it was trained on made speech alone, which whoever uses it will be told.
    Raises EngineError("disk") if they can't be written.
    """
    weights = {
        "model." + hub_name(name): tensor.detach().to("cpu", dtype).contiguous()
        for name, tensor in network.state_dict().items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TOKENIZER_FILES:
            if (source := vocabulary / name).is_file() and vocabulary.resolve() != folder.resolve():
                (folder / name).write_bytes(source.read_bytes())
        (folder / "model.safetensors").write_bytes(save(weights, metadata={"format": "pt"}))
        _write_json(folder / "config.json", config(network.dims, tokenizer, synthetic_only=synthetic_only))
        _write_json(folder / "generation_config.json", generation_config(tokenizer, heads, latest_start))
    except OSError as error:
        raise EngineError(
            "disk", f"{folder} can't be written ({error.strerror}): make room, or choose another."
        ) from error


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
