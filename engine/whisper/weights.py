"""Weights into a network: are they those of its sizes, in which numbers and on what device."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from engine.errors import EngineError
from engine.model_folder import Dimensions
from engine.whisper.model import Whisper

MOST_PARAMETERS = 1 << 33  # large has 1.5 billion


def check_shapes(path: Path, dims: Dimensions, shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Raise EngineError("model") if `shapes` aren't exactly those of a network of `dims`; nothing is allocated."""
    expected = {name: tuple(tensor.shape) for name, tensor in _skeleton(path, dims).state_dict().items()}
    missing, foreign = sorted(expected.keys() - shapes.keys()), sorted(shapes.keys() - expected.keys())
    if missing or foreign:
        what = f"lacks {missing[0]}" if missing else f"holds {foreign[0]}, which Whisper doesn't have"
        raise EngineError("model", f"{path} {what}: its files belong to different models; fetch all of them again.")
    for name, shape in expected.items():
        if shapes[name] != shape:
            raise EngineError(
                "model",
                f"{path}: {name} is {_by(shapes[name])}, but its sizes ask for {_by(shape)}; fetch all files again.",
            )


def build(dims: Dimensions, weights: Mapping[str, Tensor], device: torch.device, dtype: torch.dtype | None) -> Whisper:
    """Return the network on its device, ready to run, `dtype` None: in the numbers that each weight has already.

    Weights that fit are used where they lie.
    """
    with torch.device("meta"):
        network = Whisper(dims)
    network.load_state_dict({name: t.to(device, dtype) for name, t in weights.items()}, strict=True, assign=True)
    return network.eval().requires_grad_(False)


def choose_device(asked: str | None) -> torch.device:
    """Return the device asked for, else the GPU if there is one. Raises EngineError("device") if it isn't there."""
    # cuDNN's attention makes a plan for every new length, 10 ms each, and a text's length is new with every token.
    torch.backends.cuda.enable_cudnn_sdp(False)
    if asked is None:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(asked)
    except RuntimeError as error:
        raise EngineError("device", f"There is no device {asked!r}: choose cpu, cuda or mps.") from error
    gpus = torch.cuda.device_count()
    present = {"cpu": True, "cuda": (device.index or 0) < gpus, "mps": torch.backends.mps.is_available()}
    if not present.get(device.type, False):
        raise EngineError("device", f"This machine has no {asked}, or torch can't use it: choose cpu, or leave it out.")
    return device


def choose_dtype(device: str, asked: torch.dtype | None, *, bfloat16: bool) -> torch.dtype:
    """Return the numbers that a kind of device ("cpu", "cuda", "mps") computes in; `bfloat16` says if it can do those.

    Half precision on a processor is replaced by single, as the reference does. Raises EngineError("options") for
    numbers that no Whisper runs in.
    """
    if asked not in (None, torch.float32, torch.float16, torch.bfloat16):
        raise EngineError("options", f"Whisper doesn't run in {asked}: choose float32, float16 or bfloat16.")
    if asked is None:
        return torch.float16 if device == "cuda" else torch.float32
    if asked == torch.bfloat16 and not bfloat16:
        return torch.float16 if device == "cuda" else torch.float32
    if asked == torch.float16 and device == "cpu":
        return torch.float32
    return asked


def computes_bfloat16(device: torch.device) -> bool:
    return torch.cuda.is_bf16_supported(including_emulation=False) if device.type == "cuda" else device.type == "cpu"


def _skeleton(path: Path, dims: Dimensions) -> Whisper:
    """A network without numbers, after its sizes were found to be possible."""
    state, layers = dims.n_audio_state, dims.n_audio_layer + dims.n_text_layer
    if (
        state != dims.n_text_state
        or state % dims.n_audio_head
        or state % dims.n_text_head
        or state % 2
        or not 4 <= state <= 1 << 14
        or layers > 256
        or dims.n_vocab * state + layers * 16 * state * state > MOST_PARAMETERS
    ):
        raise EngineError("model", f"{path} has sizes that no Whisper model has: it is damaged or something else.")
    with torch.device("meta"):
        return Whisper(dims)


def _by(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape))
