"""How a network is executed: as it is, or with parts swapped for faster ones that say the same within measured limits.

In mode "fast" the encoder computes in bfloat16 and the decoder's linears in int8; the keys and values of the sound are
bfloat16. What the processor can't do stays as it is. The mode "reference" is single precision, as the reference's.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn

from engine.whisper.model import Attention, Decoder, DecoderBlock, Encoder, Whisper
from engine.whisper.packed import Int8Linear, PackedLinear, needs_reduced_int8, packs_bfloat16, packs_int8

Mode = Literal["reference", "fast"]

_ALL = ("query", "key", "value", "out")  # linears of an attention


def speed_up(network: Whisper) -> None:
    """Swap parts of a network in single precision on a processor for faster ones; it can't be trained any more."""
    if packs_bfloat16():
        pack = partial(PackedLinear, positions=network.dims.n_audio_ctx)
        _encode_in_bfloat16(network.encoder, pack)
        for block in network.decoder.blocks:
            assert isinstance(block, DecoderBlock)
            _swap(block.cross_attn, ("key", "value"), pack)
            block.cross_attn.mix = _mix_in_bfloat16
    if packs_int8():
        _decode_in_int8(network.decoder)


def _encode_in_bfloat16(encoder: Encoder, pack: Callable[..., PackedLinear]) -> None:
    encoder.to(torch.bfloat16)
    mix = _KeptScores()  # one window's scores at a time, whatever the layer
    for block in encoder.blocks:
        attention, feed = block.attn, block.mlp
        assert isinstance(attention, Attention)
        assert isinstance(feed, nn.Sequential)
        _swap(attention, _ALL, pack)
        attention.mix = mix
        block.mlp = nn.Sequential(pack(_linear(feed[0]), gelu=True), pack(_linear(feed[2])))


def _decode_in_int8(decoder: Decoder) -> None:
    """Every linear that is used for each token, and the scores of the vocabulary, which are as large as several."""
    reduced = needs_reduced_int8()

    def pack(linear: nn.Linear) -> Int8Linear:
        return Int8Linear(linear.weight, linear.bias, reduced=reduced)

    for block in decoder.blocks:
        assert isinstance(block, DecoderBlock)
        block.attn.together = Int8Linear(*_joined(block.attn), reduced=reduced)
        _swap(block.attn, ("query", "key", "value"), lambda _: nn.Identity())  # not used any more
        _swap(block.attn, ("out",), pack)
        _swap(block.cross_attn, ("query", "out"), pack)
        block.mlp = nn.Sequential(pack(_linear(block.mlp[0])), nn.GELU(), pack(_linear(block.mlp[2])))
    decoder.unembed = Int8Linear(decoder.token_embedding.weight, None, reduced=reduced)


def _swap(attention: Attention, names: tuple[str, ...], pack: Callable[[nn.Linear], nn.Module]) -> None:
    for name in names:
        setattr(attention, name, pack(_linear(getattr(attention, name))))


def _joined(attention: Attention) -> tuple[Tensor, Tensor]:
    """Weight and bias of the linears of queries, keys and values as one: a third of the calls for each token."""
    query, key, value = attention.query, attention.key, attention.value
    bias = torch.cat([query.bias, torch.zeros_like(query.bias), value.bias])  # keys have none
    return torch.cat([query.weight, key.weight, value.weight]), bias


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
    flat = (queries * dim**-0.5).to(keys.dtype).reshape(batch * heads, length, dim)
    scores = torch.bmm(flat, keys.flatten(0, 1).transpose(1, 2)).softmax(dim=-1)  # in single precision inside
    mixed = torch.bmm(scores, values.flatten(0, 1))
    return mixed.to(queries.dtype).view(batch, heads, length, dim)
