"""Weights of a Hugging Face folder, by OpenAI's names of parameters."""

import re
from math import prod
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.errors import EngineError
from engine.model_folder import Dimensions, TensorEntry, read_tensors, weight_files
from engine.whisper.model import sinusoids
from engine.whisper.weights import check_shapes

_NAMES = (  # patterns are tried in this order, each on what the one before left
    (r"^model\.", ""),
    (r"\.layers\.", ".blocks."),
    (r"\.embed_tokens\.", ".token_embedding."),
    (r"\.embed_positions\.weight$", ".positional_embedding"),
    (r"\.self_attn_layer_norm\.", ".attn_ln."),
    (r"\.encoder_attn_layer_norm\.", ".cross_attn_ln."),
    (r"\.final_layer_norm\.", ".mlp_ln."),
    (r"^encoder\.layer_norm\.", "encoder.ln_post."),
    (r"^decoder\.layer_norm\.", "decoder.ln."),
    (r"\.self_attn\.", ".attn."),
    (r"\.encoder_attn\.", ".cross_attn."),
    (r"\.q_proj\.", ".query."),
    (r"\.k_proj\.", ".key."),
    (r"\.v_proj\.", ".value."),
    (r"\.out_proj\.", ".out."),
    (r"\.fc1\.", ".mlp.0."),
    (r"\.fc2\.", ".mlp.2."),
)
_NUMBERS = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read_weights(folder: Path, dims: Dimensions) -> dict[str, Tensor]:
    """Map the tensors of a folder into memory, after the headers of its files were found to be those of `dims`.

    Raises EngineError("model") naming the file or tensor that is missing, damaged or of another shape.
    """
    # proj_out is the token embedding once more
    entries = {openai_name(e.name): e for e in read_tensors(weight_files(folder)) if e.name != "proj_out.weight"}
    positions = "encoder.positional_embedding"
    shapes = {name: entry.shape for name, entry in entries.items()}
    check_shapes(folder, dims, {positions: (dims.n_audio_ctx, dims.n_audio_state)} | shapes)
    weights = {name: _map(entry) for name, entry in entries.items()}
    if positions not in weights:
        weights[positions] = sinusoids(dims.n_audio_ctx, dims.n_audio_state)
    return weights


def openai_name(name: str) -> str:
    """Translate the Hub's name of a parameter; not every folder begins them with "model."."""
    for pattern, ours in _NAMES:
        name = re.sub(pattern, ours, name)
    return name


def _map(entry: TensorEntry) -> Tensor:
    """Map one tensor by itself, so that whoever lets go of it gives back the memory that its pages took."""
    numbers = _NUMBERS[entry.numbers]
    try:
        mapped = np.memmap(entry.file, np.uint8, "c", entry.start, (prod(entry.shape) * numbers.itemsize,))
    except (OSError, ValueError) as error:
        raise EngineError("model", f"{entry.file} can't be read ({error}): fetch it again.") from error
    data = mapped if entry.start % numbers.itemsize == 0 else np.array(mapped)
    return torch.from_numpy(data).view(numbers).view(entry.shape)
