"""A checkpoint as whisper.cpp reads it: one file of sizes, mel filters, tokens and weights, as its converters write it.

Integers are 32 bits, little-endian; matrices are in half precision, all else in single. Its own program, if it lies
beside the one that is measured, makes q8_0 of them.
"""

import struct
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

import torch
from torch import Tensor

from engine.model_folder import Dimensions
from engine.whisper.mel import mel_filters
from engine.whisper.vocabulary import tokens_of_tiktoken

_MAGIC = 0x67676D6C
_SINGLE, _HALF = 0, 1
_QUANTIZERS = ("whisper-quantize", "quantize")


def write(file: Path, pt: Path, vocabulary: Path) -> None:
    """Write the checkpoint `pt` in OpenAI's form, with the .tiktoken file `vocabulary`, as `file`."""
    content = torch.load(pt, weights_only=True)
    dims = Dimensions(**content["dims"])
    tokens, _ = tokens_of_tiktoken(vocabulary, dims.n_vocab)
    with file.open("wb") as stream:
        _write_sizes(stream, dims)
        filters = mel_filters(dims.n_mels)
        _write_numbers(stream, filters.shape)
        stream.write(filters.numpy().tobytes())
        _write_numbers(stream, [len(tokens)])
        for token in tokens:
            _write_numbers(stream, [len(token)])
            stream.write(token)
        _write_weights(stream, content["model_state_dict"])


def quantize(file: Path, program: Path) -> Path:
    """Return a q8_0 of the file, in its place, or the file itself where nothing beside `program` can make one."""
    found = next((tool for name in _QUANTIZERS if (tool := program.parent / name).is_file()), None)
    if found is None:
        return file
    smaller = file.with_suffix(".q8_0")
    subprocess.run([found, file, smaller, "q8_0"], check=True, capture_output=True)
    file.unlink()
    return smaller


def _write_sizes(stream: BinaryIO, dims: Dimensions) -> None:
    audio = (dims.n_audio_ctx, dims.n_audio_state, dims.n_audio_head, dims.n_audio_layer)
    text = (dims.n_text_ctx, dims.n_text_state, dims.n_text_head, dims.n_text_layer)
    _write_numbers(stream, [_MAGIC, dims.n_vocab, *audio, *text, dims.n_mels, _HALF])


def _write_weights(stream: BinaryIO, weights: Mapping[str, Tensor]) -> None:
    for name, tensor in weights.items():
        if name in ("encoder.conv1.bias", "encoder.conv2.bias"):
            tensor = tensor[:, None]
        single = tensor.dim() < 2 or tensor.shape[1] == 1 or "positional" in name
        written = name.encode()
        _write_numbers(stream, [tensor.dim(), len(written), _SINGLE if single else _HALF, *reversed(tensor.shape)])
        stream.write(written)
        stream.write((tensor.float() if single else tensor.half()).contiguous().numpy().tobytes())


def _write_numbers(stream: BinaryIO, numbers: Iterable[int]) -> None:
    stream.write(b"".join(struct.pack("<i", number) for number in numbers))
