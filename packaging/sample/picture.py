"""The picture of the sample: two people, whoever speaks moves the mouth, and a line of time. Drawn without any font."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from espeak import SAMPLE_RATE
from interview import SPEAKERS, Interview, Line
from numpy.typing import NDArray

WIDTH, HEIGHT = 640, 360
RATE = 10  # pictures a second

Picture = NDArray[np.float32]  # (height, width, 3), 0 to 255
Colour = tuple[int, int, int]

TOP: Colour = (30, 40, 54)
BOTTOM: Colour = (20, 27, 38)
PALE: Colour = (208, 214, 222)
DIM: Colour = (96, 108, 124)
MUSIC: Colour = (132, 122, 168)
COLOURS: dict[str, Colour] = dict(zip(SPEAKERS, ((230, 168, 92), (98, 178, 176)), strict=True))
LANGUAGES = {"en": "ENGLISH", "de": "DEUTSCH"}

PLACES = dict(zip(SPEAKERS, (170, 470), strict=True))  # of each head's middle, from the left
HEAD, HEAD_AT, SHOULDERS_AT, SHOULDERS = 44, 120, 232, (78, 60)
LINE_LEFT, LINE_RIGHT, LINE_AT = 40, 600, 24  # captions have the bottom
LETTERS = Path(__file__).parent / "letters.txt"


def pictures(interview: Interview) -> Iterator[bytes]:
    """Yield the pictures one after another, rows of red, green and blue."""
    still = _still(interview)
    for number in range(interview.duration * RATE // 1000):
        yield np.rint(_picture(still, interview, number)).astype(np.uint8).tobytes()


def _still(interview: Interview) -> Picture:
    """Draw what never moves: the ground, and when who speaks and when there is music."""
    shade = np.linspace(0, 1, HEIGHT, dtype=np.float32)[:, None, None]
    picture = np.asarray(np.float32(TOP) * (1 - shade) + np.float32(BOTTOM) * shade, np.float32)
    picture = np.repeat(picture, WIDTH, axis=1)
    _bar(picture, LINE_LEFT, LINE_RIGHT, LINE_AT, 1, DIM)
    for start, end in interview.music:
        _bar(picture, _place(start, interview), _place(end, interview), LINE_AT, 2, MUSIC)
    for line in interview.lines:
        _bar(picture, _place(line.start, interview), _place(line.end, interview), LINE_AT, 5, COLOURS[line.speaker])
    return picture


def _picture(still: Picture, interview: Interview, number: int) -> Picture:
    time = number * 1000 // RATE
    picture = still.copy()
    line = next((line for line in interview.lines if line.start <= time < line.end), None)
    for name in SPEAKERS:
        loud = _loudness(interview, number) if line and line.speaker == name else 0.0
        _person(picture, name, line, loud)
    if any(start <= time < end for start, end in interview.music):
        _notes(picture, interview, number)
    place = _place(time, interview)
    _bar(picture, place - 1, place + 1, LINE_AT, 11, PALE)
    _write(picture, f"{time // 60_000}:{time // 1000 % 60:02}", (LINE_RIGHT - 20, 48), 2, PALE)
    if line:
        _write(picture, LANGUAGES[line.sentence.language], (LINE_LEFT + 40, 48), 2, DIM)
    return picture


def _person(picture: Picture, name: str, line: Line | None, loud: float) -> None:
    speaks = line is not None and line.speaker == name
    colour, left = COLOURS[name] if speaks else DIM, PLACES[name]
    _oval(picture, (left, SHOULDERS_AT), SHOULDERS, colour, until=SHOULDERS_AT)
    _oval(picture, (left, HEAD_AT), (HEAD, HEAD), colour)
    _oval(picture, (left, HEAD_AT + 16), (13, 2 + 10 * loud), BOTTOM)
    for side in (-16, 16):
        _oval(picture, (left + side, HEAD_AT - 10), (4, 4), BOTTOM)
    _write(picture, name.upper(), (left, 262), 4, PALE if speaks else DIM)


def _notes(picture: Picture, interview: Interview, number: int) -> None:
    """Let columns between the two people rise and fall with the music."""
    for column in range(5):
        height = 4 + round(56 * _loudness(interview, number - column))
        left = WIDTH // 2 - 38 + 16 * column
        picture[HEAD_AT + 30 - height : HEAD_AT + 30 + height, left : left + 10] = MUSIC


def _loudness(interview: Interview, number: int) -> float:
    """Return how loud it is during a picture, from 0 to 1."""
    length = SAMPLE_RATE // RATE
    heard = interview.samples[max(0, number) * length : (max(0, number) + 1) * length]
    return min(1.0, 4 * float(np.sqrt(np.mean(np.square(heard)))))


def _place(time: int, interview: Interview) -> int:
    return LINE_LEFT + (LINE_RIGHT - LINE_LEFT) * time // interview.duration


def _bar(picture: Picture, left: int, right: int, middle: int, half: int, colour: Colour) -> None:
    picture[middle - half : middle + half, left : max(right, left + 1)] = colour


def _oval(
    picture: Picture, middle: tuple[int, int], radii: tuple[float, float], colour: Colour, until: int = HEIGHT
) -> None:
    """Fill an oval with soft edges, down to the row `until`."""
    (x, y), (across, down) = middle, radii
    top, left = round(y - down) - 1, round(x - across) - 1
    rows, columns = np.ogrid[top : min(round(y + down) + 2, until), left : round(x + across) + 2]
    far = np.hypot((columns - x) / across, (rows - y) / down)
    cover = np.clip((1 - far) * min(across, down) + 0.5, 0, 1)[..., None].astype(np.float32)
    part = picture[rows[0, 0] : rows[-1, 0] + 1, columns[0, 0] : columns[0, -1] + 1]
    part += cover * (np.float32(colour) - part)


def _write(picture: Picture, text: str, middle: tuple[int, int], size: int, colour: Colour) -> None:
    """Write capitals and digits; `size` is that of a dot, of which a letter is five wide and seven high."""
    gap = np.zeros((7, 1), bool)
    columns = [part for letter in text for part in (_letters()[letter], gap)][:-1]
    dots = np.kron(np.concatenate(columns, axis=1), np.ones((size, size), bool))
    height, width = dots.shape
    top, left = middle[1] - height // 2, middle[0] - width // 2
    picture[top : top + height, left : left + width][dots] = colour


@cache
def _letters() -> dict[str, NDArray[np.bool_]]:
    letters = {}
    for block in LETTERS.read_text(encoding="ascii").split("\n\n"):
        names, *rows = block.splitlines()
        for number, name in enumerate(names.split()):
            drawn = [[dot == "#" for dot in row.split()[number]] for row in rows]
            letters[name] = np.array(drawn)
    return letters
