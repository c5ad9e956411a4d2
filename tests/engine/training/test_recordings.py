"""What is held out is never trained on."""

from engine.training.recordings import split
from tests.support.spoken import recording


def test_pieces_are_held_out_and_the_others_joined_again() -> None:
    trained, held = split([recording(seconds=40)], 3, 10_000)
    assert [(piece.start, piece.end) for piece in held] == [(20_000, 30_000)]
    assert [(piece.start, piece.end) for piece in trained] == [(0, 20_000), (30_000, 40_000)]
    texts = [line.start for piece in (*trained, *held) for line in piece.lines]
    assert sorted(texts) == [line.start for line in recording(seconds=40).lines]


def test_of_few_pieces_the_last_is_held_out() -> None:
    trained, held = split([recording(seconds=20)], 8, 10_000)
    assert [(piece.start, piece.end) for piece in (*trained, *held)] == [(0, 10_000), (10_000, 20_000)]
