"""How a network is executed: as it is, or with parts swapped for faster ones that say the same within measured limits.

In mode "fast" the encoder computes in bfloat16 and the decoder's linears in int8; the keys and values of the sound are
bfloat16. What the processor can't do stays in single precision. The mode "reference" is all of it so, as the reference.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn

from engine.whisper.machine import give_memory_back
from engine.whisper.model import Attention, Decoder, DecoderBlock, EncoderBlock, Mix, Whisper, attend
from engine.whisper.packed import (
    Int8Linear,
    Int8Rows,
    PackedLinear,
    cut_to_bytes,
    needs_reduced_int8,
    packs_bfloat16,
    packs_int8,
)
from engine.whisper.recorded import RecordedStep

Mode = Literal["reference", "fast"]
Pack = Callable[..., PackedLinear]

_ALL = ("query", "key", "value", "out")  # linears of an attention
_FEW = 16  # queries


def speed_up(network: Whisper) -> None:
    """Swap parts of a network on a processor for faster ones; it can't be trained any more.

    Its weights may be in any numbers, such as a file's. Each is converted by itself and let go of, so that there are
    never two whole networks in memory; parts are converted side by side, since packing takes one thread.
    """
    encoder, decoder = network.encoder, network.decoder
    pack = partial(PackedLinear, positions=network.dims.n_audio_ctx) if packs_bfloat16() else None
    mix = _KeptScores()  # one head's at a time, whatever the layer
    works: list[Callable[[], None]] = [_tokens_to_pack(decoder)]  # the largest first, and from the file before the rest
    works += [partial(_prepare_decoder_block, block, pack) for block in decoder.blocks]
    works += [partial(_prepare_encoder_block, block, pack, mix) for block in encoder.blocks]
    with ThreadPoolExecutor(torch.get_num_threads()) as pool:
        for done in as_completed([pool.submit(work) for work in works]):
            done.result()
            give_memory_back()
    _own(encoder, torch.float32 if pack is None else torch.bfloat16)
    encoder.register_forward_hook(_give_memory_back)
    _own(decoder.ln, torch.float32)
    decoder.positional_embedding.data = decoder.positional_embedding.to(torch.float32, copy=True)
    decoder.step = RecordedStep([module.packed for module in decoder.modules() if isinstance(module, Int8Linear)])


def _give_memory_back(*_: object) -> None:
    """What a window needs on its way is a third of a small network, and would lie about in pieces."""
    give_memory_back()


def _tokens_to_pack(decoder: Decoder) -> Callable[[], None]:
    """Convert the table of tokens, whose scores are as large as several linears, and return what is left to do. The
    same bytes serve as rows that come in; their packed form can't be read."""
    table = decoder.token_embedding.weight
    if not packs_int8():
        table.data = table.to(torch.float32, copy=True)
        return lambda: None
    cut = cut_to_bytes(table)
    decoder.register_module("token_embedding", Int8Rows(cut))

    def pack() -> None:
        decoder.unembed = Int8Linear(cut, None, reduced=needs_reduced_int8())

    return pack


def _prepare_decoder_block(block: nn.Module, pack: Pack | None) -> None:
    """Every linear that is used for each token becomes int8; those of the sound are packed as the encoder's."""
    assert isinstance(block, DecoderBlock)
    if pack is not None:
        _swap(block.cross_attn, ("key", "value"), pack)
        block.cross_attn.mix = _mix_in_bfloat16
    if packs_int8():
        block.attn.together = _int8(_joined(block.attn))
        _swap(block.attn, ("query", "key", "value"), lambda _: nn.Identity())  # not used any more
        _swap(block.attn, ("out",), _int8)
        _swap(block.cross_attn, ("query", "out"), _int8)
        block.mlp = nn.Sequential(_int8(_linear(block.mlp[0])), nn.GELU(), _int8(_linear(block.mlp[2])))
    _own(block, torch.float32)


def _prepare_encoder_block(block: nn.Module, pack: Pack | None, mix: Mix) -> None:
    if pack is None:
        return
    assert isinstance(block, EncoderBlock)
    _swap(block.attn, _ALL, pack)
    block.attn.mix = mix
    block.mlp = nn.Sequential(pack(_linear(block.mlp[0]), gelu=True), pack(_linear(block.mlp[2])))


def _int8(linear: nn.Linear) -> Int8Linear:
    return Int8Linear(cut_to_bytes(linear.weight), linear.bias, reduced=needs_reduced_int8())


def _own(module: nn.Module, numbers: torch.dtype) -> None:
    """Bring what was not swapped into `numbers`; what is small also into memory of its own, or it would hold on to
    the pages of the file around it. A linear that stays as it is may lie there."""
    for tensor in (*module.parameters(), *module.buffers()):
        tensor.data = tensor.detach().to(numbers, copy=tensor.dim() != 2)


def _swap(attention: Attention, names: tuple[str, ...], pack: Callable[[nn.Linear], nn.Module]) -> None:
    for name in names:
        setattr(attention, name, pack(_linear(getattr(attention, name))))


def _joined(attention: Attention) -> nn.Linear:
    """The linears of queries, keys and values as one: a third of the calls for each token."""
    query, key, value = attention.query, attention.key, attention.value
    with torch.device("meta"):
        joined = nn.Linear(query.in_features, 3 * query.out_features)
    joined.weight = _fixed(torch.cat([query.weight, key.weight, value.weight]))
    joined.bias = _fixed(torch.cat([query.bias, torch.zeros_like(query.bias), value.bias]))  # keys have none
    return joined


def _fixed(tensor: Tensor) -> nn.Parameter:
    return nn.Parameter(tensor, requires_grad=False)


def _linear(module: nn.Module | Tensor) -> nn.Linear:
    assert isinstance(module, nn.Linear)
    return module


class _KeptScores:
    """Attention of a whole window, head after head, with scores in a buffer that is kept: to get 27 MB from the system
    anew for every layer costs as much as the products."""

    def __init__(self) -> None:
        self._scores = self._mixed = torch.empty(0)

    def __call__(self, queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:
        batch, heads, length, dim = queries.shape
        shape = (batch * heads, length, dim)
        if self._mixed.shape != shape or self._mixed.dtype != queries.dtype:
            self._scores = queries.new_empty(length, length)
            self._mixed = queries.new_empty(shape)
        flat, scores = (queries * dim**-0.5).reshape(shape), self._scores
        for query, key, value, mixed in zip(flat, keys.reshape(shape), values.reshape(shape), self._mixed, strict=True):
            torch.mm(query, key.t(), out=scores)
            torch.softmax(scores, dim=-1, out=scores)
            torch.mm(scores, value, out=mixed)
        return self._mixed.view(batch, heads, length, dim)


def _mix_in_bfloat16(queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:
    """Listen to keys and values in bfloat16, (audios, heads, frames, dim), with queries in single precision: half as
    much is read, and torch's own attention is slow for few queries. For the many of a prompt, which come once a window
    and in any number, oneDNN would keep a program of megabytes for each number."""
    if queries.shape[2] > _FEW:
        return attend(queries, keys.float(), values.float(), causal)
    flat = (queries * queries.shape[-1] ** -0.5).to(keys.dtype).flatten(0, 1)
    scores = torch.bmm(flat, keys.flatten(0, 1).transpose(1, 2)).softmax(dim=-1)  # in single precision inside
    mixed = torch.bmm(scores, values.flatten(0, 1))
    return torch.unflatten(mixed.to(queries.dtype), 0, queries.shape[:2])
