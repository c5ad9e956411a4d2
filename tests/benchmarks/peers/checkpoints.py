"""Checkpoints with random weights that say exactly so many tokens a window, for every engine by itself.

Real sizes, made on the spot. No engine has to be told where to stop: two numbers of the decoder's state are set apart,
which no layer writes. One grows at a position of the text and makes the end the likeliest token there; the other never
changes, and makes all special tokens but the end and the first timestamp unlikely.
"""

import base64
from pathlib import Path

import torch
from torch import Tensor

from engine.checkpoints.catalogue import Published
from engine.whisper.folder import Contents, weights_of, write_folder
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_tiktoken
from tests.benchmarks.modes import network_of

_START = 3  # tokens before the first that is chosen: start, language, task
_LIKELY, _UNLIKELY = 30.0, -20.0  # logits; those of text lie around 0


def make(folder: Path, model: Published, tokens: int, vocabulary: Path) -> Path:
    """Write a Hugging Face folder and, in it, OpenAI's form `model.pt` of the same weights; return the folder.

    Each window's text is a timestamp and `tokens - 1` tokens of text, if it begins without previous text.
    """
    tokenizer = read_tiktoken(vocabulary, model.sizes.n_vocab)
    network = network_of(model)
    weights = weights_of(network, torch.float32)
    steer(weights, tokenizer, tokens)
    write_folder(folder, Contents(network.dims, weights, tokenizer, vocabulary, model.alignment_heads))
    dims = {name: getattr(network.dims, name) for name in network.dims.__slots__}
    torch.save({"dims": dims, "model_state_dict": weights}, folder.parent / f"{folder.name}.pt")
    return folder


def steer(weights: dict[str, Tensor], tokenizer: Tokenizer, tokens: int) -> None:
    """Change weights by their names so that a text ends after `tokens` tokens."""
    rows, positions = weights["decoder.token_embedding.weight"], weights["decoder.positional_embedding"]
    constant, end = rows.shape[1] - 2, rows.shape[1] - 1  # the two numbers of the state
    for name, tensor in weights.items():
        if name.startswith("decoder.blocks.") and (".out." in name or ".mlp.2." in name):
            tensor[constant:] = 0
    rows[:, constant:] = 0
    positions[:, constant] = 0
    positions[:, end] = -1
    positions[_START + tokens - 1 :, end] = 1
    rows[tokenizer.eot, end] = _LIKELY
    weights["decoder.ln.weight"][constant] = 0
    weights["decoder.ln.bias"][constant] = 1
    rows[tokenizer.eot + 1 :, constant] = _UNLIKELY
    rows[tokenizer.timestamp_begin, constant] = 0


def make_vocabulary(file: Path) -> Path:
    """Write a .tiktoken file of as many tokens as Whisper has: the bytes, and pairs of bytes. Return it."""
    single = [bytes([byte]) for byte in range(256)]
    pairs = (one + other for one in single for other in single)
    tokens = single + [pair for pair, _ in zip(pairs, range(_WHISPERS - len(single)), strict=False)]
    lines = (f"{base64.b64encode(token).decode()} {rank}\n" for rank, token in enumerate(tokens))
    file.write_text("".join(lines), encoding="ascii")
    return file


_WHISPERS = 50257  # ordinary tokens
