"""The network with a teacher: whole texts at once, and the insights that auxiliary losses need.

Shapes: `batch` windows of `frames` encoder positions (20 ms), texts of `length` tokens.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from engine.whisper.model import Attention, DecoderBlock, EncoderBlock, Whisper, merge


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a forward pass shows: logits (batch, length, vocabulary), the encoder's features and its state before the
    last block (batch, frames, state), and for each decoder layer where its first head listens (batch, length, frames).
    """

    logits: Tensor
    features: Tensor
    heard: Tensor
    listening: tuple[Tensor, ...]


def forward(network: Whisper, mel: Tensor, tokens: Tensor, offsets: Tensor, *, frugal: bool = False) -> Outlook:
    """Read tokens (batch, length) against log-mel windows (batch, mels, 2 * frames).

    `offsets` (batch,) are the encoder positions at which the windows begin: a window shorter than 30 s, moved about,
    trains all positions and with them all timestamps. With `frugal` every block is computed once more on the way back
    instead of being remembered: a third slower, for a fraction of the memory.
    """
    features, heard = encode(network, mel, offsets, frugal=frugal)
    states, listening = _decode(network, tokens, features, frugal)
    return Outlook(F.linear(states, network.decoder.token_embedding.weight), features, heard, listening)


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


def _decode(network: Whisper, tokens: Tensor, features: Tensor, frugal: bool) -> tuple[Tensor, tuple[Tensor, ...]]:
    decoder = network.decoder
    length = tokens.shape[1]
    features = _lowered(features)
    x = decoder.token_embedding(tokens) + decoder.positional_embedding[:length]
    future = torch.ones(length, length, dtype=torch.bool, device=x.device).triu(1)
    listening = []
    for block in decoder.blocks:
        if frugal:
            x, heard = checkpoint(_write, block, x, features, future, use_reentrant=False)
        else:
            x, heard = _write(block, x, features, future)  # type: ignore[arg-type]
        listening.append(heard)
    return decoder.ln(x), tuple(listening)


def _write(block: DecoderBlock, x: Tensor, features: Tensor, future: Tensor) -> tuple[Tensor, Tensor]:
    y = _lowered(block.attn_ln(x))
    x = x + block.attn.out(_attend(block.attn, y, y, future))
    queries = block.cross_attn.queries(_lowered(block.cross_attn_ln(x)))
    keys, values = block.cross_attn.keys_values(features)
    weights = _weights(queries, keys)  # (batch, heads, length, frames)
    x = x + block.cross_attn.out(merge(weights @ values))
    return x + block.mlp(_lowered(block.mlp_ln(x))), weights[:, 0]


def _attend(attention: Attention, x: Tensor, source: Tensor, hidden: Tensor | None = None) -> Tensor:
    """Attention in two matrix products: on a processor twice as fast as the fused one at these lengths."""
    keys, values = attention.keys_values(source)
    return merge(_weights(attention.queries(x), keys, hidden) @ values)


def _weights(queries: Tensor, keys: Tensor, hidden: Tensor | None = None) -> Tensor:
    scores: Tensor = (queries * queries.shape[-1] ** -0.5) @ keys.transpose(2, 3)
    if hidden is not None:
        scores = scores.masked_fill(hidden, -torch.inf)
    return scores.softmax(dim=-1)


def _lowered(x: Tensor) -> Tensor:
    """Round once, under autocast, what several linear layers would each round for themselves."""
    kind = x.device.type
    return x.to(torch.get_autocast_dtype(kind)) if torch.is_autocast_enabled(kind) else x
