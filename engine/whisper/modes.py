"""How a network is executed: as it is, or with parts swapped for faster ones that say the same within measured limits.

In mode "fast" the encoder computes in bfloat16 and the decoder's linears in int8; the keys and values of the sound are
bfloat16. What the processor can't do stays as it is. The mode "reference" is single precision, as the reference's.
"""

import math
from typing import Literal

import torch
from torch import Tensor, nn

from engine.whisper.model import Attention, Decoder, DecoderBlock, Encoder, Whisper
from engine.whisper.packed import Int8Linear, PackedLinear, needs_reduced_int8, packs_bfloat16, packs_int8

Mode = Literal["reference", "fast"]


def speed_up(network: Whisper) -> None:
    """Swap parts of a network in single precision on a processor for faster ones; it can't be trained any more."""
    positions = network.dims.n_audio_ctx
    if packs_bfloat16():
        _encode_in_bfloat16(network.encoder, positions)
        for block in network.decoder.blocks:
            assert isinstance(block, DecoderBlock)
            _swap(block.cross_attn, ("key", "value"), positions)
            block.cross_attn.mix = _mix_in_bfloat16
    if packs_int8():
        _decode_in_int8(network.decoder)


def _encode_in_bfloat16(encoder: Encoder, positions: int) -> None:
    encoder.to(torch.bfloat16)
    mix = _KeptScores()  # one window's scores at a time, whatever the layer
    for block in encoder.blocks:
        attention, feed = block.attn, block.mlp
        assert isinstance(attention, Attention)
        assert isinstance(feed, nn.Sequential)
        _swap(attention, ("query", "key", "value", "out"), positions)
        attention.mix = mix
        block.mlp = nn.Sequential(
            PackedLinear(_linear(feed[0]), positions, gelu=True), PackedLinear(_linear(feed[2]), positions)
        )


def _swap(attention: Attention, names: tuple[str, ...], positions: int) -> None:
    for name in names:
        setattr(attention, name, PackedLinear(_linear(getattr(attention, name)), positions))


def _decode_in_int8(decoder: Decoder) -> None:
    """Every linear that is used for each token, and the scores of the vocabulary, which are as large as several."""
    reduced = needs_reduced_int8()

    def bytes_of(linear: nn.Module) -> Int8Linear:
        return Int8Linear(_linear(linear).weight, _linear(linear).bias, reduced=reduced)

    for block in decoder.blocks:
        assert isinstance(block, DecoderBlock)
        for name in ("query", "key", "value", "out"):
            setattr(block.attn, name, bytes_of(getattr(block.attn, name)))
        for name in ("query", "out"):
            setattr(block.cross_attn, name, bytes_of(getattr(block.cross_attn, name)))
        block.mlp = nn.Sequential(bytes_of(block.mlp[0]), nn.GELU(), bytes_of(block.mlp[2]))
    decoder.score = Int8Linear(decoder.token_embedding.weight, None, reduced=reduced)


def _linear(module: nn.Module | Tensor) -> nn.Linear:
    assert isinstance(module, nn.Linear)
    return module


class _KeptScores:
    """Attention of a whole window in bfloat16, in buffers that are kept: to get 27 MB from the system anew for every
    layer costs as much as the products."""

    def __init__(self) -> None:
        self._scores = self._mixed = torch.empty(0)

    def __call__(self, queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:
        batch, heads, length, dim = queries.shape
        shape = (batch * heads, length, dim)
        if self._mixed.shape != shape or self._mixed.dtype != queries.dtype:
            self._scores = queries.new_empty(batch * heads, length, length)
            self._mixed = queries.new_empty(shape)
        flat = (queries * dim**-0.5).reshape(shape)
        torch.bmm(flat, keys.reshape(shape).transpose(1, 2), out=self._scores)
        torch.softmax(self._scores, dim=-1, out=self._scores)
        torch.bmm(self._scores, values.reshape(shape), out=self._mixed)
        return self._mixed.view(batch, heads, length, dim)


def _mix_in_bfloat16(queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:  # noqa: ARG001
    """Listen to keys and values in bfloat16, (audios, heads, frames, dim), with queries in single precision: half as
    much is read, and torch's own attention is slow for few queries."""
    batch, heads, length, dim = queries.shape
    flat = (queries * (1 / math.sqrt(dim))).to(keys.dtype).reshape(batch * heads, length, dim)
    scores = torch.bmm(flat, keys.flatten(0, 1).transpose(1, 2)).float().softmax(dim=-1)
    mixed = torch.bmm(scores.to(values.dtype), values.flatten(0, 1))
    return mixed.to(queries.dtype).view(batch, heads, length, dim)
