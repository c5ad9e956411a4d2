import pytest
import torch

from engine.errors import EngineError
from engine.whisper.weights import choose_device, choose_dtype


@pytest.mark.parametrize(
    ("device", "asked", "bfloat16", "chosen"),
    [
        ("cpu", None, True, torch.float32),
        ("cpu", torch.float16, True, torch.float32),
        ("cpu", torch.bfloat16, True, torch.bfloat16),
        ("cuda", None, True, torch.float16),
        ("cuda", torch.float32, True, torch.float32),
        ("cuda", torch.bfloat16, True, torch.bfloat16),
        ("cuda", torch.bfloat16, False, torch.float16),
        ("mps", None, False, torch.float32),
        ("mps", torch.bfloat16, False, torch.float32),
        ("mps", torch.float16, False, torch.float16),
    ],
)
def test_numbers_are_those_the_device_can_do(
    device: str, asked: torch.dtype | None, bfloat16: bool, chosen: torch.dtype
) -> None:
    assert choose_dtype(device, asked, bfloat16=bfloat16) == chosen


def test_other_numbers_are_refused() -> None:
    with pytest.raises(EngineError, match="float64") as caught:
        choose_dtype("cpu", torch.float64, bfloat16=True)
    assert caught.value.kind == "options"


@pytest.mark.parametrize("name", ["cuda:99", "gpu", "xpu"])
def test_a_device_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(EngineError, match=name) as caught:
        choose_device(name)
    assert caught.value.kind == "device"
