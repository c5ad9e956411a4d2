"""The network with a teacher: whole texts at once, and the insights that auxiliary losses need.

Shapes: `batch` windows of `frames` encoder positions (20 ms), `rows` texts of `length` tokens, one or more a window.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from engine.whisper.model import Attention, DecoderBlock, EncoderBlock, Whisper, merge


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a forward pass shows: the decoder's states (rows, length, state), the encoder's features and its state
    before the last block (batch, frames, state), and for each decoder layer where its first head listens (rows,
    length, frames).
    """

    states: Tensor
    features: Tensor
    heard: Tensor
    listening: tuple[Tensor, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What the decoder reads: tokens (rows, length), the window that each row is written for (rows,), and the decoder
    position at which it begins (rows,). The windows' encoder passes are shared by their rows."""

    tokens: Tensor
    windows: Tensor
    places: Tensor


def forward(network: Whisper, mel: Tensor, texts: Texts, offsets: Tensor, *, frugal: bool = False) -> Outlook:
    """Read texts against log-mel windows (batch, mels, 2 * frames).

    `offsets` (batch,) are the encoder positions at which the windows begin: a window shorter than 30 s, moved about,
    trains all positions and with them all timestamps. With `frugal` every block is computed once more on the way back
    instead of being remembered: a third slower, for a fraction of the memory.
    """
    features, heard = encode(network, mel, offsets, frugal=frugal)
    states, listening = _decode(network, texts, features, frugal)
    return Outlook(states, features, heard, listening)


def encode(network: Whisper, mel: Tensor, offsets: Tensor, *, frugal: bool = False) -> tuple[Tensor, Tensor]:
    """Return features (batch, frames, state) of mel (batch, mels, 2 * frames), and the state before the last block."""
    encoder = network.encoder
    x = F.gelu(encoder.conv1(mel))
    x = F.gelu(encoder.conv2(x)).transpose(1, 2)  # (batch, frames, state)
    positions = offsets[:, None] + torch.arange(x.shape[1], device=x.device)  # (batch, frames)
    x = x + encoder.positional_embedding[positions]
    heard = x
    for block in encoder.blocks:
        heard = x
        x = checkpoint(_hear, block, x, use_reentrant=False) if frugal else _hear(block, x)  # type: ignore[arg-type]
    return encoder.ln_post(x), heard


def _hear(block: EncoderBlock, x: Tensor) -> Tensor:
    y = _lowered(block.attn_ln(x))
    x = x + block.attn.out(_attend(block.attn, y, y))
    return x + block.mlp(_lowered(block.mlp_ln(x)))  # type: ignore[no-any-return]


def _decode(network: Whisper, texts: Texts, features: Tensor, frugal: bool) -> tuple[Tensor, tuple[Tensor, ...]]:
    decoder = network.decoder
    length = texts.tokens.shape[1]
    features = _lowered(features)
    positions = texts.places[:, None] + torch.arange(length, device=features.device)  # (rows, length)
    last = len(decoder.positional_embedding) - 1  # padding may reach beyond it
    x = decoder.token_embedding(texts.tokens) + decoder.positional_embedding[positions.clamp(max=last)]
    future = torch.ones(length, length, dtype=torch.bool, device=x.device).triu(1)
    listening = []
    for block in decoder.blocks:
        if frugal:
            x, heard = checkpoint(_write, block, x, features, texts.windows, future, use_reentrant=False)
        else:
            x, heard = _write(block, x, features, texts.windows, future)  # type: ignore[arg-type]
        listening.append(heard)
    return decoder.ln(x), tuple(listening)


def _write(block: DecoderBlock, x: Tensor, features: Tensor, windows: Tensor, future: Tensor) -> tuple[Tensor, Tensor]:
    y = _lowered(block.attn_ln(x))
    x = x + block.attn.out(_attend(block.attn, y, y, future))
    queries = block.cross_attn.queries(_lowered(block.cross_attn_ln(x)))
    keys, values = block.cross_attn.keys_values(features)  # (batch, heads, frames, dim)
    weights = _weights(queries, keys[windows])  # (rows, heads, length, frames)
    x = x + block.cross_attn.out(merge(weights @ values[windows]))
    return x + block.mlp(_lowered(block.mlp_ln(x))), weights[:, 0]


def _attend(attention: Attention, x: Tensor, source: Tensor, hidden: Tensor | None = None) -> Tensor:
    """Attention in two matrix products: on a processor twice as fast as the fused one at these lengths."""
    keys, values = attention.keys_values(source)
    queries = attention.queries(x)
    if x.is_cuda:
        return merge(F.scaled_dot_product_attention(queries, keys, values, is_causal=hidden is not None))
    return merge(_weights(queries, keys, hidden) @ values)


def _weights(queries: Tensor, keys: Tensor, hidden: Tensor | None = None) -> Tensor:
    scores: Tensor = (queries * queries.shape[-1] ** -0.5) @ keys.transpose(2, 3)
    if hidden is not None:
        scores = scores.masked_fill(hidden, -torch.inf)
    return scores.softmax(dim=-1)


def _lowered(x: Tensor) -> Tensor:
    """Round once, under autocast, what several linear layers would each round for themselves."""
    kind = x.device.type
    return x.to(torch.get_autocast_dtype(kind)) if torch.is_autocast_enabled(kind) else x
