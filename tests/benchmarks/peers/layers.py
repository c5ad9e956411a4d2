"""Our network against what the processor and its memory can do at best, layer by layer.

The bound of the encoder is its arithmetic at the best rate of matrix products, that of a token its bytes at the best
rate of reading: weights in int8 once, what is kept of each window's sound in bfloat16. Each rate is measured just
before what it bounds: where others share the memory, reading is twice as quick at one time as at another.
The parts of a token are observed while Python reads it, and scaled to what the recorded step takes.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.model_folder import Dimensions
from engine.whisper.model import Attention, Memory, Whisper
from engine.whisper.packed import Int8Linear
from tests.benchmarks.peers.limits import products, reading

_PASSES = 7
_TOKENS = 48
_START = 3


@dataclass(frozen=True, slots=True)
class Part:
    """Some work, in ms for one pass: what it takes, and at least would; None: it has no bound of its own."""

    name: str
    taken: float
    least: float | None


@dataclass(frozen=True, slots=True)
class Bound:
    """What a pass of the encoder or a token of each of `batch` windows takes, in ms, beside the least; its parts."""

    size: str
    what: str
    batch: int
    work: str
    taken: float
    least: float
    parts: tuple[Part, ...]

    @property
    def times(self) -> float:
        return self.taken / self.least


@torch.inference_mode()
def measure(size: str, network: Whisper) -> Iterator[Bound]:
    """Yield the encoder's bound, and the decoder's for one window and for eight."""
    yield _encoder(size, network)
    for batch in (1, 8):
        yield _decoder(size, network, batch)


def _encoder(size: str, network: Whisper) -> Bound:
    limits = products()
    mel = torch.randn(1, network.dims.n_mels, 2 * network.dims.n_audio_ctx).to(network.encoder.dtype)
    taken = _quickest(lambda: network.encoder(mel), _PASSES)
    shares = _shares(network.encoder, lambda: network.encoder(mel), _PASSES)
    flops = encoder_flops(network.dims)
    in_int8 = any(isinstance(module, Int8Linear) for module in network.encoder.modules())
    rates = {name: limits.int8 if in_int8 and name in ("projections", "mlp") else limits.best for name in flops}
    least = {name: 1000 * work / rates[name] for name, work in flops.items()}
    numbers = f"linears in int8, the rest in {limits.numbers}" if in_int8 else limits.numbers
    tried = ", ".join(f"{name} {rate / 1e9:,.0f}" for name, rate in limits.rates.items())
    work = f"{sum(flops.values()) / 1e9:.1f} GFLOP, {numbers}; products at best, GFLOP/s: {tried}"
    return Bound(size, "encoder", 1, work, taken, sum(least.values()), _parts(shares, taken, least))


def _decoder(size: str, network: Whisper, batch: int) -> Bound:
    dims, decoder = network.dims, network.decoder
    features = torch.randn(batch, dims.n_audio_ctx, dims.n_audio_state).to(network.encoder.dtype)
    tokens = torch.zeros(batch, 1, dtype=torch.long)

    def begin() -> Memory:
        memory = decoder.listen(features)
        decoder(tokens.expand(batch, _START), memory)
        return memory

    def step(memory: Memory) -> None:
        decoder.logits(decoder(tokens, memory)[:, -1])

    memory, bandwidth = begin(), reading()
    taken = _quickest(lambda: step(memory), _TOKENS)
    again, recorded = begin(), decoder.step
    decoder.step = None  # nobody can look into a recorded step
    shares = _shares(decoder, lambda: step(again), _TOKENS)
    decoder.step = recorded
    bytes_ = decoder_bytes(dims, batch)
    least = {name: 1000 * size / bandwidth for name, size in bytes_.items()}
    work = f"{sum(bytes_.values()) / 1e6:.1f} MB at {bandwidth / 1e9:.1f} GB/s"
    return Bound(size, "decoder", batch, work, taken, sum(least.values()), _parts(shares, taken, least))


def encoder_flops(dims: Dimensions) -> dict[str, float]:
    """Return the arithmetic of one window's parts: two operations for each product that is added."""
    frames, state, layers = dims.n_audio_ctx, dims.n_audio_state, dims.n_audio_layer
    return {
        "convolutions": 2 * 3 * frames * state * (2 * dims.n_mels + state),
        "projections": layers * 2 * frames * 4 * state * state,
        "attention": layers * 2 * 2 * frames * frames * state,
        "mlp": layers * 2 * frames * 8 * state * state,
    }


def decoder_bytes(dims: Dimensions, batch: int) -> dict[str, float]:
    """Return what is read for one token of each of `batch` windows: a byte a weight, two a number of the sound."""
    frames, state, layers = dims.n_audio_ctx, dims.n_text_state, dims.n_text_layer
    return {
        "projections": layers * 6 * state * state,
        "attention": layers * batch * 2 * 2 * frames * state,
        "mlp": layers * 8 * state * state,
        "vocabulary": dims.n_vocab * state,
    }


def _parts(shares: dict[str, float], taken: float, least: dict[str, float]) -> tuple[Part, ...]:
    """Scale what the parts took under observation, which costs time itself, to what all took without."""
    observed = shares.pop("all")
    rest = observed - sum(shares.values())
    parts = [Part(name, taken * share / observed, least.get(name)) for name, share in shares.items()]
    return (*parts, Part("the rest", taken * rest / observed, None))


def _shares(half: nn.Module, work: Callable[[], object], passes: int) -> dict[str, float]:
    """Return the seconds of each kind of part, and of "all", while `work` is done so often."""
    spent: dict[str, float] = {}
    undo = [change for name, module in _observed(half) for change in _watch(module, _kind(name), spent)]
    undo += [
        change for module in half.modules() if isinstance(module, Attention) for change in _watch_mix(module, spent)
    ]
    began = time.perf_counter()
    for _ in range(passes):
        work()
    whole = time.perf_counter() - began
    for change in undo:
        change()
    return spent | {"all": whole}


def _observed(half: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    """Yield the modules without parts of their own, but a layer's feed-forward as one."""
    for name, module in half.named_modules():
        if name.endswith("mlp") or (not any(module.children()) and ".mlp." not in name and name):
            yield name, module


_KINDS = (("conv", "convolutions"), ("mlp", "mlp"), ("unembed", "vocabulary"), ("attn.", "projections"))


def _kind(name: str) -> str:
    found = next((kind for part, kind in _KINDS if part in name and not name.endswith("_ln")), None)
    return found or ("norms" if "ln" in name else "the table of tokens" if "embedding" in name else "others")


def _watch(module: nn.Module, kind: str, spent: dict[str, float]) -> Iterator[Callable[[], object]]:
    began: list[float] = []

    def before(*_: object) -> None:
        began.append(time.perf_counter())

    def after(*_: object) -> None:
        spent[kind] = spent.get(kind, 0.0) + time.perf_counter() - began.pop()

    yield module.register_forward_pre_hook(before).remove
    yield module.register_forward_hook(after).remove


def _watch_mix(attention: Attention, spent: dict[str, float]) -> Iterator[Callable[[], object]]:
    mix = attention.mix

    def watched(queries: Tensor, keys: Tensor, values: Tensor, causal: bool = False) -> Tensor:
        began = time.perf_counter()
        mixed = mix(queries, keys, values, causal=causal)
        spent["attention"] = spent.get("attention", 0.0) + time.perf_counter() - began
        return mixed

    attention.mix = watched
    yield lambda: setattr(attention, "mix", mix)


def _quickest(work: Callable[[], object], passes: int) -> float:
    """Return the ms of the quickest pass, as the limits are the quickest, too; the first makes buffers."""
    work()
    return min(_ms(work) for _ in range(passes))


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
