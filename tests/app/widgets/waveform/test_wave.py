"""Samples and cues become pixels."""

import numpy as np
from PySide6.QtGui import QColor, QImage

from app.widgets.cue_times import CueTimes
from app.widgets.waveform.scale import Scale
from app.widgets.waveform.tiles import Tiles
from app.widgets.waveform.wave import column_classes, wave_image
from engine.subtitles.document import Cue, Document

INKS = (0, QColor("black").rgba(), QColor("blue").rgba(), QColor("red").rgba())
LETTERS = {0: ".", INKS[1]: "#", INKS[2]: "b", INKS[3]: "r"}


def drawn(image: QImage) -> list[str]:
    return ["".join(LETTERS[image.pixel(x, y)] for x in range(image.width())) for y in range(image.height())]


def test_a_column_reaches_from_its_lowest_to_its_highest_sample() -> None:
    pairs = np.array([[0, 0], [-32768, 32767], [0, 32767], [-16384, 16384], [0, 0]], np.int16)
    image = wave_image(pairs, 8, 1.0, np.array([1, 1, 2, 3, 1], np.uint8), INKS)
    assert drawn(image) == [
        ".#b..",
        ".#b..",
        ".#br.",
        "##br#",
        ".#.r.",
        ".#.r.",
        ".#...",
        ".#...",
    ]


def test_gain_makes_it_higher_and_no_higher_than_the_view() -> None:
    pairs = np.array([[-8192, 8192]], np.int16)
    once, much = (wave_image(pairs, 8, gain, np.ones(1, np.uint8), INKS) for gain in (1.0, 100.0))
    assert drawn(once).count("#") == 2
    assert drawn(much).count("#") == 8


def test_columns_know_whether_a_cue_stands_over_them() -> None:
    times = CueTimes.of(Document((Cue(1, 200, 400, ""), Cue(2, 500, 800, ""))))
    visible = times.inside(0, 1_000)
    classes = column_classes(Scale(0, 100, 10), 10, times, visible, frozenset({2}))
    assert classes.tolist() == [1, 1, 2, 2, 1, 3, 3, 3, 1, 1]


def test_a_spectrogram_shows_the_tiles_that_are_there() -> None:
    tiles = Tiles()
    tiles.put(1, np.full((2, 1_000), 9, np.uint8))
    scale = Scale(8_000, 1_000, 4)
    assert tiles.missing(scale, 60_000) == (0,)
    assert tiles.missing(Scale(0, 400_000, 4), 60_000) == ()
    colours = [QColor(0, 0, number).rgb() for number in range(256)]
    image = tiles.image(scale, 4, 2, colours)
    assert [QColor(image.pixel(x, 0)).blue() for x in range(4)] == [0, 0, 9, 9]


def test_a_coarse_spectrogram_keeps_what_is_loud() -> None:
    tiles = Tiles()
    tile = np.zeros((1, 1_000), np.uint8)
    tile[0, 15] = 200
    tiles.put(0, tile)
    image = tiles.image(Scale(0, 160, 4), 4, 1, [QColor(0, 0, number).rgb() for number in range(256)])
    assert [QColor(image.pixel(x, 0)).blue() for x in range(4)] == [200, 0, 0, 0]
