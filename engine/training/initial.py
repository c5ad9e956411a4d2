"""A network that has learned nothing yet, with parameters from which training goes well."""

import math

import torch
from torch import nn

from engine.model_folder import Dimensions
from engine.whisper.model import Whisper, sinusoids
from engine.whisper.tokenizer import Tokenizer

_TOKEN = 0.05  # standard deviation of an embedding's numbers


def begin(dims: Dimensions, tokenizer: Tokenizer, seed: int) -> Whisper:
    """Draw the parameters. What adds to the residual stream is the smaller the deeper the network is.

    Timestamps begin as the encoder's own positions of the same 20 ms: finding a time is finding what is alike.
    """
    chance = torch.Generator().manual_seed(seed)
    network = Whisper(dims)
    depths = {"encoder": 2 * dims.n_audio_layer, "decoder": 3 * dims.n_text_layer}
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            _draw(name, parameter, depths[name.partition(".")[0]], chance)
        rows = network.decoder.token_embedding.weight
        times = sinusoids(dims.n_audio_ctx + 1, dims.n_text_state)
        rows[tokenizer.timestamp_begin : tokenizer.timestamp_begin + len(times)] = times * (_TOKEN * math.sqrt(2))
    return network


def _draw(name: str, parameter: nn.Parameter, depth: int, chance: torch.Generator) -> None:
    if name.endswith("bias"):
        parameter.zero_()
    elif "ln" in name:
        parameter.fill_(1.0)
    elif "embedding" in name:
        parameter.normal_(std=_TOKEN if "token" in name else 0.02, generator=chance)
    else:
        inputs = math.prod(parameter.shape[1:])
        adds = name.endswith(("out.weight", "mlp.2.weight"))
        parameter.normal_(std=inputs**-0.5 / (math.sqrt(depth) if adds else 1.0), generator=chance)
