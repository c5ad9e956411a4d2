"""The network of Whisper (Radford et al. 2022, section 2.2) and nothing else: an encoder of sound, a decoder of text.

What `modes.py` swaps for faster parts are its linears, `Attention.mix`, `Attention.together`, `Decoder.unembed` and
`Decoder.step`.
Parameters carry the names of OpenAI's checkpoints. Letters in the shape comments: `audios` windows of sound, `rows`
texts decoded from them (`rows // audios` a window, neighbours), `frames` 1500 positions of 20 ms,
`state` = `heads * dim`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.model_folder import Dimensions


def attend(queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:
    """Mix the values by how well their keys fit: (batch, heads, queries, dim) out of (batch, heads, keys, dim)."""
    return F.scaled_dot_product_attention(queries, keys, values, is_causal=causal)


class Mix(Protocol):
    """A way to do what `attend` does."""

    def __call__(self, queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor: ...


class Read(Protocol):
    """`Decoder.read`."""

    def __call__(
        self, tokens: Tensor, positions: Tensor, layers: Sequence["LayerMemory"], past: int, scores: None = None
    ) -> Tensor: ...


class Step(Protocol):
    """A way to do what `read` does, for one more token of each text."""

    def __call__(
        self, read: Read, tokens: Tensor, positions: Tensor, layers: Sequence["LayerMemory"], past: int
    ) -> Tensor: ...


class Whisper(nn.Module):
    """Sound in, text out: `encoder(mel)` gives the features that `decoder` listens to."""

    def __init__(self, dims: Dimensions) -> None:
        super().__init__()
        self.dims = dims
        self.encoder = Encoder(dims)
        self.decoder = Decoder(dims)

    @property
    def device(self) -> torch.device:
        return self.decoder.token_embedding.weight.device


class Encoder(nn.Module):
    """Two convolutions halve the mel frames, blocks of self-attention make features of them."""

    positional_embedding: Tensor

    def __init__(self, dims: Dimensions) -> None:
        super().__init__()
        state = dims.n_audio_state
        self.conv1 = nn.Conv1d(dims.n_mels, state, kernel_size=3, padding=1)
        self.conv2 = nn.Conv1d(state, state, kernel_size=3, stride=2, padding=1)
        self.register_buffer("positional_embedding", sinusoids(dims.n_audio_ctx, state))
        self.blocks = nn.ModuleList(EncoderBlock(state, dims.n_audio_head) for _ in range(dims.n_audio_layer))
        self.ln_post = nn.LayerNorm(state)

    @property
    def dtype(self) -> torch.dtype:
        return self.conv1.weight.dtype

    def forward(self, mel: Tensor) -> Tensor:
        """Turn log-mel windows (audios, mels, 2 * frames) into features (audios, frames, state)."""
        x = F.gelu(self.conv1(mel))
        x = F.gelu(self.conv2(x)).transpose(1, 2)  # (audios, state, frames) -> (audios, frames, state)
        x = x + self.positional_embedding
        for block in self.blocks:
            x = block(x)
        return self.ln_post(x)  # type: ignore[no-any-return]


class Decoder(nn.Module):
    """Predicts the next token from the tokens so far and the features of the sound."""

    def __init__(self, dims: Dimensions) -> None:
        super().__init__()
        state, heads = dims.n_text_state, dims.n_text_head
        # Its weights are given or drawn elsewhere: to draw without values loads torch's compiler, for a second.
        self.token_embedding = nn.Embedding(dims.n_vocab, state, _weight=torch.empty(dims.n_vocab, state))
        self.positional_embedding = nn.Parameter(torch.empty(dims.n_text_ctx, state))
        self.blocks = nn.ModuleList(DecoderBlock(state, heads) for _ in range(dims.n_text_layer))
        self.ln = nn.LayerNorm(state)
        self.unembed: Callable[[Tensor], Tensor] | None = None  # None: the table of tokens itself
        self.step: Step | None = None  # None: `read` itself

    def listen(self, features: Tensor) -> "Memory":
        """Begin texts for features (audios, frames, state), one row each: their keys and values are made once."""
        context = self.positional_embedding.shape[0]
        return Memory([block.listen(features, context) for block in self.blocks])  # type: ignore[operator]

    def forward(self, tokens: Tensor, memory: "Memory", scores: list[Tensor] | None = None) -> Tensor:
        """Read tokens (rows, new) after those in `memory`, and return their states (rows, new, state).

        `scores` receives each layer's cross-attention before the softmax, (rows, heads, new, frames).
        """
        past, new = memory.length, tokens.shape[1]
        if past and new > 1:
            raise ValueError("several tokens at once can only be the first ones: the mask below is square")
        positions = self.positional_embedding[past : past + new]
        if self.step is None or not past or scores is not None:
            states = self.read(tokens, positions, memory.layers, past, scores)
        else:
            states = self.step(self.read, tokens, positions, memory.layers, past)
        memory.length += new
        return states

    def read(
        self,
        tokens: Tensor,
        positions: Tensor,
        layers: Sequence["LayerMemory"],
        past: int,
        scores: list[Tensor] | None = None,
    ) -> Tensor:
        """Do what `forward` does behind `past` tokens, given the rows of their positions, (new, state)."""
        x = self.token_embedding(tokens) + positions
        for block, layer in zip(self.blocks, layers, strict=True):
            x = block(x, layer, past, scores)
        return self.ln(x)  # type: ignore[no-any-return]

    def logits(self, states: Tensor) -> Tensor:
        """Score every token of the vocabulary: (..., state) -> (..., vocabulary), in single precision."""
        scores = F.linear(states, self.token_embedding.weight) if self.unembed is None else self.unembed(states)
        return scores.float()


class EncoderBlock(nn.Module):
    def __init__(self, state: int, heads: int) -> None:
        super().__init__()
        self.attn = Attention(state, heads)
        self.attn_ln = nn.LayerNorm(state)
        self.mlp = feed_forward(state)
        self.mlp_ln = nn.LayerNorm(state)

    def forward(self, x: Tensor) -> Tensor:
        y = self.attn_ln(x)
        x = x + self.attn.out(merge(self.attn.mix(*self.attn.project(y))))
        return x + self.mlp(self.mlp_ln(x))  # type: ignore[no-any-return]


class DecoderBlock(nn.Module):
    def __init__(self, state: int, heads: int) -> None:
        super().__init__()
        self.attn = Attention(state, heads)
        self.attn_ln = nn.LayerNorm(state)
        self.cross_attn = Attention(state, heads)
        self.cross_attn_ln = nn.LayerNorm(state)
        self.mlp = feed_forward(state)
        self.mlp_ln = nn.LayerNorm(state)

    def listen(self, features: Tensor, context: int) -> "LayerMemory":
        # Each head's keys lie together in memory, where every token reads them again: (audios, heads, frames, dim).
        cross_keys, cross_values = (x.contiguous() for x in self.cross_attn.keys_values(features))
        nothing = cross_keys.new_empty(0)
        return LayerMemory(nothing, nothing, cross_keys, cross_values, context)

    def forward(self, x: Tensor, memory: "LayerMemory", past: int, scores: list[Tensor] | None) -> Tensor:
        x = x + self.attn.out(merge(self._look_back(self.attn_ln(x), memory, past)))
        x = x + self.cross_attn.out(merge(self._hear(self.cross_attn_ln(x), memory, scores)))
        return x + self.mlp(self.mlp_ln(x))  # type: ignore[no-any-return]

    def _look_back(self, x: Tensor, memory: "LayerMemory", past: int) -> Tensor:
        queries, keys, values = self.attn.project(x)  # (rows, heads, new, dim)
        return self.attn.mix(queries, *memory.append(keys, values, past), causal=not past)

    def _hear(self, x: Tensor, memory: "LayerMemory", scores: list[Tensor] | None) -> Tensor:
        queries = self.cross_attn.queries(x)  # (rows, heads, new, dim)
        if scores is not None:
            cross_keys = memory.cross_keys.to(queries.dtype)
            scores.append(queries @ cross_keys.transpose(2, 3) * queries.shape[-1] ** -0.5)
        # The texts of one window share its keys and values: their queries stand in one long row,
        # (audios, heads, group * new, dim).
        group = len(queries) // len(memory.cross_keys)
        queries = torch.unflatten(queries, 0, (-1, group)).transpose(1, 2).flatten(2, 3)
        heard = self.cross_attn.mix(queries, memory.cross_keys, memory.cross_values)
        return torch.unflatten(heard, 2, (group, -1)).transpose(1, 2).flatten(0, 1)  # (rows, heads, new, dim)


class Attention(nn.Module):
    """The four projections of multi-head attention (Vaswani et al. 2017, section 3.2.2); keys have no bias."""

    def __init__(self, state: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(state, state)
        self.key = nn.Linear(state, state, bias=False)
        self.value = nn.Linear(state, state)
        self.out = nn.Linear(state, state)
        self.mix: Mix = attend
        self.together: Callable[[Tensor], Tensor] | None = None  # queries, keys and values by one product

    def project(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return queries, keys and values of the same x."""
        if self.together is None:
            return self.queries(x), *self.keys_values(x)
        queries, keys, values = self.together(x).chunk(3, dim=-1)
        return self._split(queries), self._split(keys), self._split(values)

    def queries(self, x: Tensor) -> Tensor:
        return self._split(self.query(x))

    def keys_values(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self._split(self.key(x)), self._split(self.value(x))

    def _split(self, x: Tensor) -> Tensor:
        return torch.unflatten(x, -1, (self.heads, -1)).transpose(1, 2)  # (batch, heads, length, dim)


@dataclass(slots=True)
class LayerMemory:
    """One decoder layer's keys and values: of the text, (rows, heads, context, dim), filled up to `Memory.length`,
    and of the sound, (audios, heads, frames, dim)."""

    keys: Tensor
    values: Tensor
    cross_keys: Tensor
    cross_values: Tensor
    context: int = 0

    def append(self, keys: Tensor, values: Tensor, past: int) -> tuple[Tensor, Tensor]:
        """Put keys and values of new tokens, (rows, heads, new, dim), behind `past` others; return those of all."""
        rows, heads, new, dim = keys.shape
        if not past:  # room for the whole context
            self.keys, self.values = (keys.new_empty(rows, heads, self.context, dim) for _ in range(2))
        self.keys[:, :, past : past + new] = keys
        self.values[:, :, past : past + new] = values
        return self.texts(past + new)

    def texts(self, length: int) -> tuple[Tensor, Tensor]:
        """Return keys and values of so many tokens of the texts, where they lie: (rows, heads, length, dim)."""
        return self.keys[:, :, :length], self.values[:, :, :length]

    def leave(self, window: int, length: int) -> None:
        """Let the last window take the place of this one: all others stay where they are."""
        last = len(self.cross_keys) - 1
        group = len(self.keys) // (last + 1)
        if window < last:
            rows, moved = slice(window * group, (window + 1) * group), slice(last * group, None)
            self.keys[rows, :, :length] = self.keys[moved, :, :length]
            self.values[rows, :, :length] = self.values[moved, :, :length]
            self.cross_keys[window], self.cross_values[window] = self.cross_keys[last], self.cross_values[last]
        self.keys, self.values = self.keys[: last * group], self.values[: last * group]
        self.cross_keys, self.cross_values = self.cross_keys[:last], self.cross_values[:last]


class Memory:
    """What the decoder keeps between tokens, for texts that grow together."""

    def __init__(self, layers: list[LayerMemory]) -> None:
        self.layers = layers
        self.length = 0

    def anew(self) -> "Memory":
        """Begin other texts for the same sound, one row each: its keys and values are shared."""
        return Memory([replace(layer) for layer in self.layers])

    def spread(self, group: int) -> None:
        """Make `group` neighbouring rows of every row, for beams or samples that begin alike."""
        for layer in self.layers if self.length and group > 1 else ():
            layer.keys = self._spread(layer.keys, group)
            layer.values = self._spread(layer.values, group)

    def _spread(self, x: Tensor, group: int) -> Tensor:
        wide = x.new_empty(group * len(x), *x.shape[1:])
        wide[:, :, : self.length] = x[:, :, : self.length].repeat_interleave(group, dim=0)  # the rest is empty
        return wide

    def select(self, rows: Tensor, since: int = 0) -> None:
        """Go on with these rows, (rows,) positions among the present ones of the same window; before position `since`
        each of them holds what stands there already."""
        for layer in self.layers if since < self.length else ():
            layer.keys[:, :, since : self.length] = layer.keys[rows, :, since : self.length]
            layer.values[:, :, since : self.length] = layer.values[rows, :, since : self.length]

    def leave(self, window: int) -> None:
        """Go on without the texts of a window; the last window's take its place among those that are left."""
        for layer in self.layers:
            layer.leave(window, self.length)


def merge(x: Tensor) -> Tensor:
    return x.transpose(1, 2).flatten(2)  # (batch, heads, length, dim) -> (batch, length, state)


def feed_forward(state: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(state, 4 * state), nn.GELU(), nn.Linear(4 * state, state))


_HERE = "cpu"  # on the device without values arithmetic, too, loads torch's compiler


def sinusoids(length: int, channels: int) -> Tensor:
    """Positions as (length, channels): sines, then cosines, of wavelengths from 2 pi to 20000 pi in geometric steps."""
    steps = torch.arange(channels // 2, device=_HERE)
    rates = torch.exp(-steps * (torch.log(torch.tensor(10000.0, device=_HERE)) / (channels // 2 - 1)))
    angles = torch.arange(length, device=_HERE)[:, None] * rates  # (length, channels / 2)
    return torch.cat([angles.sin(), angles.cos()], dim=1)
