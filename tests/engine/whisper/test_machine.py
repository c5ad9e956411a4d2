"""What torch raises where memory or a device fails becomes a kind that the window has words for."""

import pytest
import torch

from engine.errors import EngineError
from engine.whisper.machine import shortages_told


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (MemoryError(), "memory"),
        (
            RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to"),
            "memory",
        ),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."), "device"),
        (RuntimeError("CUDA error: an illegal memory access was encountered"), "device"),
    ],
)
def test_shortages_are_told_with_the_models_name(raised: Exception, kind: str) -> None:
    with pytest.raises(EngineError, match="large-v3") as caught, shortages_told("large-v3"):
        raise raised
    assert caught.value.kind == kind


def test_what_is_no_shortage_stays_a_bug() -> None:
    with pytest.raises(RuntimeError, match="shapes"), shortages_told("large-v3"):
        raise RuntimeError("shapes cannot be multiplied")
