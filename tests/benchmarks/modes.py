"""How much faster the fast mode is than the reference, part by part: python -m tests.benchmarks.modes [NAME ...]

Networks of the published sizes with random weights; both modes take turns, so that what else the machine does meets
both. Printed are medians in ms and their ratio; a token's time is that of all its texts together.
"""

import statistics
import sys
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn

from engine.checkpoints.catalogue import Published, read_catalogue
from engine.model_folder import Dimensions
from engine.whisper.model import Whisper
from engine.whisper.modes import speed_up

_USUAL = ("tiny", "base", "small")
_HEAD = 64  # numbers in a head of every published model
_TURNS = 5
_TOKENS = 32
_START = 4  # tokens before the first that is chosen


def network_of(model: Published) -> Whisper:
    """Make a network of a published model's sizes, with random weights that keep its numbers in their usual range."""
    sizes, heads = model.sizes, model.sizes.width // _HEAD
    dims = Dimensions(
        n_mels=sizes.n_mels, n_audio_ctx=1500, n_audio_state=sizes.width, n_audio_head=heads,
        n_audio_layer=sizes.encoder_layers, n_vocab=sizes.n_vocab, n_text_ctx=448, n_text_state=sizes.width,
        n_text_head=heads, n_text_layer=sizes.decoder_layers,
    )  # fmt: skip
    torch.manual_seed(0)
    network = Whisper(dims).eval().requires_grad_(False)
    for parameter in network.parameters():
        if parameter.dim() > 1:
            nn.init.normal_(parameter, std=0.02)
    return network


def works(network: Whisper, features: Tensor) -> dict[str, Callable[[], object]]:
    """Return what is timed, by its name."""
    decoder = network.decoder
    mel = torch.randn(1, network.dims.n_mels, 3000).to(network.encoder.dtype)

    def tokens(texts: int) -> None:
        memory = decoder.listen(features)
        decoder(torch.zeros(1, _START, dtype=torch.long), memory)
        memory.spread(texts)
        last = torch.zeros(texts, 1, dtype=torch.long)
        for _ in range(_TOKENS):
            decoder.logits(decoder(last, memory)[:, -1])

    return {
        "encoder, a window": lambda: network.encoder(mel),
        "keys and values of the sound": lambda: decoder.listen(features),
        f"{_TOKENS} tokens, 1 text": lambda: tokens(1),
        f"{_TOKENS} tokens, 5 texts": lambda: tokens(5),
        f"{_TOKENS} tokens, 8 texts": lambda: tokens(8),
    }


def measure(model: Published) -> None:
    """Print the table of one model."""
    reference, fast = network_of(model), network_of(model)
    began = time.perf_counter()
    speed_up(fast)
    print(f"{model.name}: swapped in {time.perf_counter() - began:.1f} s")
    with torch.inference_mode():
        features = torch.randn(1, 1500, model.sizes.width)
        compare(works(reference, features), works(fast, features))


def compare(*both: dict[str, Callable[[], object]]) -> None:
    for name in both[0]:
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(_TURNS + 1):
            for work, found in zip(both, times, strict=True):
                began = time.perf_counter()
                work[name]()
                if turn:  # the first makes buffers
                    found.append(1000 * (time.perf_counter() - began))
        one, other = map(statistics.median, times)
        print(f"| {name} | {one:,.1f} | {other:,.1f} | {one / other:.2f}x |")


def main(names: list[str]) -> None:
    catalogue = {model.name: model for model in read_catalogue()}
    print(f"{torch.get_num_threads()} threads, torch {torch.__version__}, {torch.backends.cpu.get_cpu_capability()}")
    print("| what | reference, ms | fast, ms | |\n|---|---|---|---|")
    for name in names or _USUAL:
        measure(catalogue[name])


if __name__ == "__main__":
    main(sys.argv[1:])
