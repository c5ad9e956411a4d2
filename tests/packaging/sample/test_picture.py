"""The picture shows who speaks."""

import numpy as np
from grammar import Sentence, Word
from interview import Interview, Line
from numpy.typing import NDArray
from picture import COLOURS, HEIGHT, PLACES, RATE, WIDTH, pictures

SENTENCE = Sentence("en", (Word("Hello.", "Hello."),), "Hello.")


def drawn(*lines: Line) -> list[NDArray[np.uint8]]:
    interview = Interview(np.full(16_000, 0.2, np.float32), lines, ((0, 300),))
    return [np.frombuffer(each, np.uint8).reshape(HEIGHT, WIDTH, 3) for each in pictures(interview)]


def test_a_second_has_its_pictures() -> None:
    assert len(drawn()) == RATE


def test_whoever_speaks_has_a_colour_and_the_other_none() -> None:
    shown = drawn(Line("Sofia", 300, 600, SENTENCE), Line("Erik", 600, 1000, SENTENCE))
    colours = [tuple(tuple(picture[90, PLACES[name]]) for name in ("Sofia", "Erik")) for picture in shown]
    grey = colours[0][0]
    assert colours[0] == (grey, grey)
    assert colours[4] == (COLOURS["Sofia"], grey)
    assert colours[8] == (grey, COLOURS["Erik"])
