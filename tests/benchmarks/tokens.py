"""What a token costs beside the network's layers: python -m tests.benchmarks.tokens [--operators] [NAME ...]

One window of random sound is decoded by a network of a published size with random weights, in the fast mode, with
timestamps and all rules, greedily and by five beams; the end is suppressed, so that all texts are equally long. With
one thread its own time is measured, which others on the machine disturb little. `--operators` adds torch's profile.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.profiler import ProfilerActivity, profile

from engine.checkpoints.catalogue import read_catalogue
from engine.whisper.logits import rules_for
from engine.whisper.model import Memory, Whisper
from engine.whisper.modes import speed_up
from engine.whisper.options import Options
from engine.whisper.search import Beams, Sampling
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import lay_out_specials
from tests.benchmarks.modes import network_of

_TOKENS = 100
_TURNS = 5
_BEAMS = 5
_SUPPRESSED = 83  # ordinary tokens: so many symbols that are no speech has the published vocabulary


def tokenizer_of(n_vocab: int) -> Tokenizer:
    """Return a vocabulary of this size: only its special tokens matter here."""
    languages = 99 if n_vocab < 51866 else 100
    ordinary = n_vocab - 1509 - languages
    ids = {bytes([byte]): byte for byte in range(256)} | {f"{i:06}".encode(): i for i in range(256, ordinary)}
    return Tokenizer(ids, lay_out_specials(ordinary, languages))


class Meter:
    """Adds up how long each part takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._clock = time.thread_time if torch.get_num_threads() == 1 else time.perf_counter

    def __call__(self, part: str, work: Callable[..., Any], *given: object) -> Any:
        began = self._clock()
        result = work(*given)
        self.seconds[part] = self.seconds.get(part, 0) + self._clock() - began
        return result


def text(network: Whisper, tokenizer: Tokenizer, memory: Memory, beams: int, meter: Meter) -> None:
    """Decode one window, as `engine.whisper.decoding` does."""
    suppressed = (tokenizer.eot, *range(300, 300 + _SUPPRESSED))
    rules = rules_for(Options(suppress_tokens=suppressed, suppress_blank=False), tokenizer)
    device = torch.device("cpu")
    search = Beams(beams, 1.0, tokenizer.eot, device) if beams > 1 else Sampling(1, 0, tokenizer.eot, device)
    decoder = network.decoder
    states: Tensor = decoder(torch.tensor([tokenizer.start_sequence("en", "transcribe")]), memory)
    memory.spread(search.rows)
    logits = decoder.logits(states[:, -1]).repeat(search.rows, 1)
    for _ in range(_TOKENS):
        for rule in rules:
            meter(f"rule {type(rule).__name__}", rule, logits, search.sampled)
        meter("search", search.advance, logits, memory)
        states = meter("layers", decoder, search.sampled[:, -1:], memory)
        logits = meter("scores of the vocabulary", decoder.logits, states[:, -1])


@torch.inference_mode()
def measure(name: str, operators: bool) -> None:
    """Print the table of one model."""
    network = network_of({model.name: model for model in read_catalogue()}[name])
    tokenizer = tokenizer_of(network.dims.n_vocab)
    speed_up(network)
    heard = network.decoder.listen(torch.randn(1, 1500, network.dims.n_audio_state))
    found: dict[int, list[dict[str, float]]] = {1: [], _BEAMS: []}
    for turn in range(_TURNS + 1):
        for beams, times in found.items():
            meter = Meter()
            text(network, tokenizer, heard.anew(), beams, meter)
            if turn:
                times.append(meter.seconds)
    one, several = (min(times, key=lambda parts: sum(parts.values())) for times in found.values())
    for part in (*one, "all"):
        ms = [1000 / _TOKENS * (parts[part] if part != "all" else sum(parts.values())) for parts in (one, several)]
        shares = [each * _TOKENS / 10 / sum(parts.values()) for each, parts in zip(ms, (one, several), strict=True)]
        print(f"| {name}, {part} | {ms[0]:.3f} ({shares[0]:.0f} %) | {ms[1]:.3f} ({shares[1]:.0f} %) |")
    if operators:
        for beams in found:
            with profile(activities=[ProfilerActivity.CPU]) as seen:
                text(network, tokenizer, heard.anew(), beams, Meter())
            print(seen.key_averages().table(sort_by="self_cpu_time_total", row_limit=10, max_name_column_width=45))


def main(words: list[str]) -> None:
    print(f"{torch.get_num_threads()} threads, torch {torch.__version__}, {torch.backends.cpu.get_cpu_capability()}")
    print(f"| what | greedy, ms a token | {_BEAMS} beams, ms a token |\n|---|---|---|")
    for name in [word for word in words if not word.startswith("-")] or ["tiny", "small"]:
        measure(name, "--operators" in words)


if __name__ == "__main__":
    main(sys.argv[1:])
