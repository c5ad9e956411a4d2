"""What of the machine a model may use."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from engine.errors import EngineError

FULL_PRECISION = torch.float32


def use_threads(count: int) -> None:
    """Compute on `count` threads in this process; 0 leaves the choice to torch."""
    if count:
        torch.set_num_threads(count)


def give_memory_back() -> None:
    """Return to the system what was freed but is kept for later by Linux's C library; elsewhere nothing is done."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)


@contextmanager
def shortages_told(model: str) -> Iterator[None]:
    """Turn what torch raises where memory runs out or a device fails into EngineError("memory") and ("device")."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise EngineError(
            "device",
            f"The graphics card has not enough memory for {model}: let the processor do it, or choose a smaller model.",
        ) from error
    except MemoryError as error:
        raise _too_large(model) from error
    except RuntimeError as error:
        told = str(error)  # torch's allocator and driver have no classes of their own for these
        if "can't allocate memory" in told or "not enough memory" in told:
            raise _too_large(model) from error
        if "CUDA" in told or "CUBLAS" in told or "CUDNN" in told.upper():
            raise EngineError(
                "device", f"The graphics card failed while {model} was at work: let the processor do it."
            ) from error
        raise


def _too_large(model: str) -> EngineError:
    return EngineError(
        "memory", f"There is not enough memory for {model}: close other programs, or choose a smaller model."
    )
