import copy
import gc
import weakref

import pytest
import torch
from torch import Tensor

from engine.model_folder import Dimensions
from engine.whisper.model import Whisper, sinusoids
from engine.whisper.modes import speed_up

DIMS = Dimensions(
    n_mels=20, n_audio_ctx=12, n_audio_state=16, n_audio_head=2, n_audio_layer=2,
    n_vocab=50, n_text_ctx=10, n_text_state=16, n_text_head=4, n_text_layer=3,
)  # fmt: skip


@pytest.fixture(scope="module")
def network() -> Whisper:
    torch.manual_seed(1)
    network = Whisper(DIMS).eval().requires_grad_(False)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.5)
    return network


@pytest.fixture(scope="module")
def features(network: Whisper) -> Tensor:
    torch.manual_seed(2)
    return network.encoder(torch.randn(2, 20, 24))  # type: ignore[no-any-return]


@pytest.mark.parametrize("mode", ["reference", "fast"])
def test_a_network_is_gone_as_soon_as_nobody_holds_it(mode: str) -> None:
    gc.disable()  # which would find it later: the next model needs its memory now
    try:
        network = Whisper(DIMS).eval().requires_grad_(False)
        for parameter in network.parameters():
            torch.nn.init.zeros_(parameter)
        if mode == "fast":
            speed_up(network)
        there = weakref.ref(network.decoder)
        del network, parameter
        assert there() is None
    finally:
        gc.enable()


def test_parameters_have_the_published_names_and_shapes(network: Whisper) -> None:
    shapes = {name: tuple(value.shape) for name, value in network.state_dict().items()}

    assert shapes["encoder.conv1.weight"] == (16, 20, 3)
    assert shapes["encoder.conv2.bias"] == (16,)
    assert shapes["encoder.positional_embedding"] == (12, 16)
    assert shapes["encoder.blocks.1.attn.query.weight"] == (16, 16)
    assert shapes["encoder.ln_post.weight"] == (16,)
    assert shapes["decoder.token_embedding.weight"] == (50, 16)
    assert shapes["decoder.positional_embedding"] == (10, 16)
    assert shapes["decoder.blocks.2.cross_attn_ln.bias"] == (16,)
    assert shapes["decoder.blocks.0.mlp.0.weight"] == (64, 16)
    assert shapes["decoder.blocks.0.mlp.2.weight"] == (16, 64)
    assert shapes["decoder.ln.weight"] == (16,)
    assert not [name for name in shapes if name.endswith("key.bias")]


def test_a_network_knows_its_device_and_its_precision() -> None:
    network = Whisper(DIMS).to(torch.bfloat16)

    assert (network.device, network.encoder.dtype) == (torch.device("cpu"), torch.bfloat16)


def test_the_encoder_halves_the_frames(features: Tensor) -> None:
    assert features.shape == (2, 12, 16)


def test_every_window_is_heard_for_itself(network: Whisper) -> None:
    mel = torch.randn(2, 20, 24)

    torch.testing.assert_close(network.encoder(mel)[1:], network.encoder(mel[1:]))


def test_logits_are_single_precision() -> None:
    network = Whisper(DIMS).to(torch.bfloat16)

    logits = network.decoder.logits(torch.ones(2, 3, 16, dtype=torch.bfloat16))

    assert (logits.shape, logits.dtype) == ((2, 3, 50), torch.float32)


def test_token_by_token_equals_all_at_once(network: Whisper, features: Tensor) -> None:
    decoder, tokens = network.decoder, torch.tensor([[3, 1, 4, 1, 5, 9], [2, 7, 1, 8, 2, 8]])
    whole = decoder(tokens, decoder.listen(features))
    memory = decoder.listen(features)

    pieces = [decoder(piece, memory) for piece in (tokens[:, :3], tokens[:, 3:4], tokens[:, 4:5], tokens[:, 5:])]

    torch.testing.assert_close(torch.cat(pieces, dim=1), whole)
    assert memory.length == 6


def test_a_token_does_not_see_those_after_it(network: Whisper, features: Tensor) -> None:
    decoder = network.decoder
    one = decoder(torch.tensor([[3, 1, 4]]), decoder.listen(features[:1]))
    other = decoder(torch.tensor([[3, 1, 5]]), decoder.listen(features[:1]))

    torch.testing.assert_close(one[:, :2], other[:, :2])
    assert not torch.allclose(one[:, 2], other[:, 2])


def test_several_tokens_at_once_can_only_be_the_first(network: Whisper, features: Tensor) -> None:
    memory = network.decoder.listen(features[:1])
    network.decoder(torch.tensor([[1]]), memory)

    with pytest.raises(ValueError, match="can only be the first ones"):
        network.decoder(torch.tensor([[2, 3]]), memory)


def test_rows_of_several_windows_grow_side_by_side(network: Whisper, features: Tensor) -> None:
    decoder, memory = network.decoder, network.decoder.listen(features)
    decoder(torch.tensor([[3, 1], [3, 1]]), memory)
    memory.spread(3)

    states = decoder(torch.tensor([[4], [5], [6], [7], [8], [9]]), memory)

    for row, last in enumerate((4, 5, 6, 7, 8, 9)):
        window = features[row // 3 : row // 3 + 1]
        alone = decoder(torch.tensor([[3, 1, last]]), decoder.listen(window))
        torch.testing.assert_close(states[row : row + 1], alone[:, 2:])


def test_selected_rows_go_on_from_their_own_past(network: Whisper, features: Tensor) -> None:
    decoder, memory = network.decoder, network.decoder.listen(features[:1])
    decoder(torch.tensor([[3]]), memory)
    memory.spread(3)
    decoder(torch.tensor([[4], [5], [6]]), memory)
    memory.select(torch.tensor([2, 0, 2]))

    states = decoder(torch.tensor([[7], [7], [8]]), memory)

    for row, text in enumerate(([3, 6, 7], [3, 4, 7], [3, 6, 8])):
        alone = decoder(torch.tensor([text]), decoder.listen(features[:1]))
        torch.testing.assert_close(states[row, 0], alone[0, 2])


def test_rows_that_are_alike_so_far_are_selected_from_there_on(network: Whisper, features: Tensor) -> None:
    decoder, memory = network.decoder, network.decoder.listen(features[:1])
    decoder(torch.tensor([[3, 1]]), memory)
    memory.spread(2)
    decoder(torch.tensor([[4], [5]]), memory)
    for layer in memory.layers:
        layer.keys[:, :, 0] = torch.tensor([7.0, 8.0]).view(2, 1, 1)

    memory.select(torch.tensor([1, 1]), since=1)

    for layer in memory.layers:
        assert layer.keys[:, 0, 0, 0].tolist() == [7, 8], "what is alike is left where it is"
        assert torch.equal(layer.keys[0, :, 1:3], layer.keys[1, :, 1:3])
        assert torch.equal(layer.values[0, :, :3], layer.values[1, :, :3])


def test_another_text_begins_for_the_same_sound(network: Whisper, features: Tensor) -> None:
    decoder, memory = network.decoder, network.decoder.listen(features)
    memory.spread(3)
    before = decoder(torch.tensor([[3, 1]] * 6), memory)

    fresh = memory.anew()
    states = decoder(torch.tensor([[4, 5], [6, 7]]), fresh)

    assert (memory.length, fresh.length) == (2, 2)
    assert all(new.cross_keys is old.cross_keys for new, old in zip(fresh.layers, memory.layers, strict=True))
    torch.testing.assert_close(states, decoder(torch.tensor([[4, 5], [6, 7]]), decoder.listen(features)))
    again = memory.anew()
    again.spread(3)
    torch.testing.assert_close(decoder(torch.tensor([[3, 1]] * 6), again), before)


def test_one_product_may_give_queries_keys_and_values(network: Whisper, features: Tensor) -> None:
    attention = copy.deepcopy(network.decoder.blocks[1].attn)
    right = attention.project(features)
    weight = torch.cat([attention.query.weight, attention.key.weight, attention.value.weight])
    bias = torch.cat([attention.query.bias, torch.zeros(16), attention.value.bias])

    attention.together = lambda x: torch.nn.functional.linear(x, weight, bias)

    torch.testing.assert_close(attention.project(features), right)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_the_others_go_on_as_before_when_a_window_leaves_and_the_last_takes_its_place(
    network: Whisper, gone: int
) -> None:
    decoder = network.decoder
    features = network.encoder(torch.randn(3, 20, 24, generator=torch.Generator().manual_seed(3)))
    memory, whole = decoder.listen(features), decoder.listen(features)
    start = torch.tensor([[1, 2], [3, 4], [5, 6]])
    for each in (memory, whole):
        decoder(start, each)
        each.spread(2)
    following = torch.tensor([[7], [8], [9], [10], [11], [12]])
    expected = decoder(following, whole)

    memory.leave(gone)

    left = [(0, 1), (2, 3), (4, 5)]
    left[gone] = left[-1]
    rows = [row for group in left[:2] for row in group]
    assert torch.allclose(decoder(following[rows], memory), expected[rows], atol=1e-5)
    assert memory.layers[0].cross_keys.shape[0] == 2


def test_scores_are_each_layers_cross_attention_before_the_softmax(network: Whisper, features: Tensor) -> None:
    decoder, scores = network.decoder, list[Tensor]()
    tokens, memory = torch.tensor([[3, 1, 4], [2, 7, 1]]), network.decoder.listen(features)
    states = decoder(tokens, memory, scores)

    assert [score.shape for score in scores] == [(2, 4, 3, 12)] * 3
    torch.testing.assert_close(states, decoder(tokens, decoder.listen(features)))
    # the last layer's scores, mixed with its values, are what its cross-attention heard
    last, heard = decoder.blocks[-1], list[Tensor]()
    last.cross_attn.out.register_forward_hook(lambda _, inputs, __: heard.append(inputs[0]))
    decoder(tokens, decoder.listen(features))
    mixed = scores[-1].softmax(dim=-1) @ memory.layers[-1].cross_values
    torch.testing.assert_close(mixed.transpose(1, 2).flatten(2), heard[0])


def test_positions_are_sines_and_cosines_of_falling_rates() -> None:
    positions = sinusoids(3, 4)

    expected = [
        [0.0, 0.0, 1.0, 1.0],
        [0.841471, 0.0001, 0.540302, 1.0],
        [0.909297, 0.0002, -0.416147, 1.0],
    ]
    torch.testing.assert_close(positions, torch.tensor(expected), atol=1e-6, rtol=0)
