"""Everything of Sotto that works without a window."""

import os
from typing import TYPE_CHECKING

# numpy's products here are small, and OpenBLAS's other threads turn in a loop for some time after each, on the core
# that ffmpeg or the model needs then. Read once, when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

if TYPE_CHECKING:
    from engine.pipeline import load_model as load_model

__all__ = ["load_model"]


def __getattr__(name: str) -> object:
    """Offer `load_model` without loading torch before it is used (PEP 562)."""
    if name != "load_model":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from engine.pipeline import load_model

    return load_model
