"""A recorded step says to the bit what Python says, however many texts there are and however long they have become."""

import copy
import gc
import weakref

import pytest
import torch
from torch import Tensor, nn

from engine.model_folder import Dimensions
from engine.whisper.model import Decoder, Memory, Whisper
from engine.whisper.modes import speed_up

DIMS = Dimensions(
    n_mels=80, n_audio_ctx=100, n_audio_state=64, n_audio_head=2, n_audio_layer=1,
    n_vocab=700, n_text_ctx=30, n_text_state=64, n_text_head=2, n_text_layer=2,
)  # fmt: skip


def _fast_decoder() -> Decoder:
    torch.manual_seed(1)
    network = Whisper(DIMS).eval().requires_grad_(False)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.08)
    speed_up(network)
    return network.decoder


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    return _fast_decoder()


@pytest.fixture(scope="module")
def plain(decoder: Decoder) -> Decoder:
    """The same without a recorded step."""
    other = copy.copy(decoder)
    other.step = None
    return other


def _begin(decoder: Decoder, windows: int, group: int) -> Memory:
    features = torch.randn(windows, 100, 64, generator=torch.Generator().manual_seed(windows))
    memory = decoder.listen(features)
    decoder(torch.arange(3).expand(windows, 3), memory)
    memory.spread(group)
    return memory


def _tokens(rows: int, first: int) -> Tensor:
    return torch.arange(first, first + rows)[:, None]


@pytest.mark.parametrize(("windows", "group"), [(1, 1), (1, 5), (3, 1), (8, 1), (2, 5), (1, 20)])
@torch.inference_mode()
def test_every_token_is_read_as_by_python(decoder: Decoder, plain: Decoder, windows: int, group: int) -> None:
    memory, right = _begin(decoder, windows, group), _begin(plain, windows, group)
    for place in range(12):
        tokens = _tokens(windows * group, 50 * place)
        assert torch.equal(decoder(tokens, memory), plain(tokens, right)), f"token {place}"
    assert memory.length == right.length == 15


@torch.inference_mode()
def test_texts_that_change_places_and_windows_that_leave_are_read_as_by_python(
    decoder: Decoder, plain: Decoder
) -> None:
    memory, right = _begin(decoder, 3, 2), _begin(plain, 3, 2)
    assert torch.equal(decoder(_tokens(6, 10), memory), plain(_tokens(6, 10), right))
    for each in (memory, right):
        each.select(torch.tensor([1, 0, 2, 2, 5, 4]))
        each.leave(0)
    assert torch.equal(decoder(_tokens(4, 20), memory), plain(_tokens(4, 20), right))
    for each in (memory, right):
        each.leave(1)
    assert torch.equal(decoder(_tokens(2, 30), memory), plain(_tokens(2, 30), right))


@torch.inference_mode()
def test_what_was_recorded_for_one_sound_holds_for_another(decoder: Decoder, plain: Decoder) -> None:
    decoder(_tokens(1, 1), _begin(decoder, 1, 1))
    other = torch.randn(1, 100, 64, generator=torch.Generator().manual_seed(77))
    memory, right = decoder.listen(other), plain.listen(other)
    start = torch.tensor([[9, 8, 7, 6, 5]])
    assert torch.equal(decoder(start, memory), plain(start, right))
    assert torch.equal(decoder(_tokens(1, 4), memory), plain(_tokens(1, 4), right))


@torch.inference_mode()
def test_where_torch_records_nothing_python_reads_on(plain: Decoder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise RuntimeError("torch.jit.trace is not supported in this Python")

    decoder = _fast_decoder()
    monkeypatch.setattr(torch.jit, "trace", refused)
    memory, right = _begin(decoder, 2, 1), _begin(plain, 2, 1)
    for place in range(3):
        assert torch.equal(decoder(_tokens(2, place), memory), plain(_tokens(2, place), right))


@torch.inference_mode()
def test_a_recording_keeps_nothing_of_the_sound_that_it_was_made_with() -> None:
    decoder = _fast_decoder()
    memory = _begin(decoder, 1, 1)
    held = [layer.cross_keys._use_count() for layer in memory.layers]  # type: ignore[attr-defined]
    decoder(_tokens(1, 1), memory)
    assert [layer.cross_keys._use_count() for layer in memory.layers] == held  # type: ignore[attr-defined]


@torch.inference_mode()
def test_a_recording_keeps_no_decoder_alive() -> None:
    decoder = _fast_decoder()
    decoder(_tokens(1, 1), _begin(decoder, 1, 1))
    gone = weakref.ref(decoder)
    gc.disable()
    try:
        del decoder
        assert gone() is None, "its weights would wait for the garbage collector"
    finally:
        gc.enable()
