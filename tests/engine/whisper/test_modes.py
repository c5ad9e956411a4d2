"""The fast mode says what the reference says, but for the bits that it leaves out; what a processor lacks stays."""

import copy
import os
import subprocess
import sys

import pytest
import torch
from torch import Tensor, nn

from engine.model_folder import Dimensions
from engine.whisper.model import Whisper
from engine.whisper.modes import speed_up
from engine.whisper.packed import Int8Linear, Int8Rows, PackedLinear, cut_to_bytes, packs_bfloat16, packs_int8
from tests.support.command_line import PROJECT

DIMS = Dimensions(
    n_mels=80, n_audio_ctx=100, n_audio_state=128, n_audio_head=2, n_audio_layer=3,
    n_vocab=700, n_text_ctx=30, n_text_state=128, n_text_head=2, n_text_layer=3,
)  # fmt: skip
needs_int8 = pytest.mark.skipif(not packs_int8(), reason="this torch has no int8 linears for this processor")
needs_bfloat16 = pytest.mark.skipif(not packs_bfloat16(), reason="this processor computes no bfloat16")


@pytest.fixture(scope="module")
def network() -> Whisper:
    torch.manual_seed(1)
    network = Whisper(DIMS).eval().requires_grad_(False)
    for name, parameter in network.named_parameters():
        if parameter.dim() > 1:
            nn.init.normal_(parameter, std=0.08)
        else:
            nn.init.constant_(parameter, 1.0 if name.endswith(("ln.weight", "ln_post.weight")) else 0.01)
    return network


@pytest.fixture(scope="module")
def fast(network: Whisper) -> Whisper:
    swapped = copy.deepcopy(network)
    speed_up(swapped)
    return swapped


def _away(found: Tensor, right: Tensor) -> float:
    return float((found.float() - right).norm() / right.norm())


@torch.inference_mode()
def _read(network: Whisper, features: Tensor, scores: list[Tensor] | None = None) -> Tensor:
    """Return the logits of two texts that begin alike and go on as differently as texts can."""
    decoder = network.decoder
    memory = decoder.listen(features)
    first = decoder.logits(decoder(torch.tensor([[1, 2, 3]]), memory, scores)[:, -1])
    memory.spread(2)
    second = decoder.logits(decoder(torch.tensor([[4], [5]]), memory)[:, -1])
    memory.select(torch.tensor([1, 1]))
    third = decoder.logits(decoder(torch.tensor([[6], [6]]), memory)[:, -1])
    return torch.cat([first, second, third])


@needs_bfloat16
@torch.inference_mode()
def test_the_encoder_loses_less_than_two_hundredths(network: Whisper, fast: Whisper) -> None:
    mel = torch.randn(2, 80, 200, generator=torch.Generator().manual_seed(2))
    right, found = network.encoder(mel), fast.encoder(mel.to(fast.encoder.dtype))
    assert found.dtype == torch.bfloat16
    assert 0 < _away(found, right) < 0.02
    again = fast.encoder(mel[:1].to(fast.encoder.dtype))
    assert _away(again, right[:1]) < 0.02, "buffers are those of another number of windows"


@needs_int8
def test_the_decoder_scores_nearly_alike_and_rows_that_are_alike_equally(network: Whisper, fast: Whisper) -> None:
    features = torch.randn(1, 100, 128, generator=torch.Generator().manual_seed(3))
    right, found = _read(network, features), _read(fast, features)
    assert 0 < _away(found, right) < 0.08
    assert found.dtype == torch.float32
    assert torch.equal(found[3], found[4])


@needs_int8
def test_what_words_are_timed_by_is_nearly_the_same(network: Whisper, fast: Whisper) -> None:
    features = torch.randn(1, 100, 128, generator=torch.Generator().manual_seed(4))
    right: list[Tensor] = []
    found: list[Tensor] = []
    _read(network, features, right)
    _read(fast, features, found)
    assert [tuple(each.shape) for each in found] == [(1, 2, 3, 100)] * 3
    assert max(_away(one, other) for one, other in zip(found, right, strict=True)) < 0.08


@needs_int8
@pytest.mark.parametrize("reduced", [False, True])
def test_bytes_have_a_scale_for_each_output_and_rows_stand_in_any_shape(reduced: bool) -> None:
    weight = torch.tensor([[1.0, -0.5, 0.25, 0.0], [100.0, 50.0, -25.0, 12.0]])
    linear = Int8Linear(cut_to_bytes(weight), torch.tensor([0.5, -1.0]), reduced=reduced)
    x = torch.tensor([1.0, 2.0, -1.0, 0.5])
    right = torch.tensor([0.25, 230.0])
    for found in (linear(x[None])[0], linear(x[None, None])[0, 0], linear(x.expand(2, 3, 4))[1, 2]):
        assert torch.allclose(found, right, rtol=0.02, atol=0.03)


@needs_int8
def test_a_row_is_cut_to_bytes_by_itself_however_large_the_others_are() -> None:
    linear = Int8Linear(cut_to_bytes(torch.tensor([[1.0, -0.5], [0.25, 2.0]])), torch.tensor([0.0, 1.0]), reduced=False)
    x = torch.tensor([[3000.0, -5000.0], [0.5, 0.25], [0.0, 0.0]])
    right = torch.tensor([[5500.0, -9249.0], [0.375, 1.625], [0.0, 1.0]])
    assert torch.allclose(linear(x), right, rtol=0.02, atol=0.01)


def test_rows_of_bytes_come_back_by_their_numbers() -> None:
    table = torch.tensor([[1.27, -0.5], [0.0, 0.0], [12.7, 100.0]])
    for weight in (table, table.half(), table.bfloat16()):
        found = Int8Rows(cut_to_bytes(weight))(torch.tensor([[2], [0]]))
        assert torch.allclose(found, table[[2, 0]][:, None], rtol=0.01, atol=0.4)
        assert found.dtype == torch.float32


@needs_int8
def test_a_long_prompt_is_read_as_well_as_a_short_one(network: Whisper, fast: Whisper) -> None:
    features = torch.randn(1, 100, 128, generator=torch.Generator().manual_seed(6))
    tokens = torch.arange(25)[None]
    with torch.inference_mode():
        right, found = (each.decoder(tokens, each.decoder.listen(features)) for each in (network, fast))
    assert 0 < _away(found, right) < 0.08


@needs_bfloat16
def test_a_packed_linear_has_its_gelu_inside() -> None:
    torch.manual_seed(5)
    linear, x = nn.Linear(32, 48).requires_grad_(False), torch.randn(2, 10, 32)
    for gelu in (False, True):
        right = nn.functional.gelu(linear(x)) if gelu else linear(x)
        found = PackedLinear(linear, 10, gelu=gelu)(x)
        assert found.dtype == torch.bfloat16
        assert _away(found, right) < 0.01


def test_a_processor_without_bfloat16_keeps_single_precision_there() -> None:
    """ATEN_CPU_CAPABILITY lets torch take this processor for an older one."""
    script = (
        "import torch; from tests.engine.whisper.test_modes import DIMS;"
        "from engine.whisper.model import Whisper; from engine.whisper.modes import speed_up;"
        "from engine.whisper.packed import needs_reduced_int8, packs_bfloat16;"
        "network = Whisper(DIMS).eval().requires_grad_(False);"
        "torch.nn.init.zeros_(network.decoder.positional_embedding); speed_up(network);"
        "x = network.encoder(torch.randn(1, 80, 200)); memory = network.decoder.listen(x);"
        "states = network.decoder(torch.tensor([[1, 2]]), memory);"
        "network.decoder(torch.tensor([[3]]), memory);"
        "print(packs_bfloat16(), needs_reduced_int8(), x.dtype, tuple(network.decoder.logits(states).shape))"
    )
    environment = os.environ | {"ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2", "PYTHONPATH": str(PROJECT)}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, cwd=PROJECT, check=True
    )
    assert ran.stdout == "False True torch.float32 (1, 2, 700)\n"
