"""Computes the tiles of a spectrogram in a thread of the window, the most wanted first, a few at a time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.audio.pcm import Pcm, open_pcm
from engine.audio.spectrogram import spectrogram_tile

_AT_ONCE = 4  # tiles under way: what is wanted changes while one scrolls


class Spectrogram(QObject):
    """`tile_ready` tells the number of a tile and its picture."""

    tile_ready = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pcm: Pcm | None = None
        self._under_way: set[int] = set()
        self._wanted: list[int] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.destroyed.connect(self._pool.waitForDone)

    def open(self, sound: str) -> None:
        """Show another sound: the file of its samples, "" for none."""
        self._wanted, self._under_way = [], set()
        try:
            self._pcm = open_pcm(Path(sound)) if sound else None
        except OSError:  # the engine's process is gone, and its files with it
            self._pcm = None

    def want(self, tiles: Sequence[int]) -> None:
        """Ask for tiles; those that were wanted before and are not now are left out."""
        self._wanted = [tile for tile in tiles if tile not in self._under_way]
        self._go_on()

    def close(self) -> None:
        """Wait for what is under way."""
        self._wanted, self._pcm = [], None
        self._pool.waitForDone()

    def _go_on(self) -> None:
        while self._pcm is not None and self._wanted and len(self._under_way) < _AT_ONCE:
            number = self._wanted.pop(0)
            self._under_way.add(number)
            work = _Tile(self._pcm, number)
            work.facts.ready.connect(self._on_ready)
            self._pool.start(work)

    def _on_ready(self, pcm: Pcm, number: int, tile: object) -> None:
        if pcm is not self._pcm:
            return
        self._under_way.discard(number)
        if tile is not None:
            self.tile_ready.emit(number, tile)
        self._go_on()


class _Facts(QObject):
    ready = Signal(object, int, object)


class _Tile(QRunnable):
    def __init__(self, pcm: Pcm, number: int) -> None:
        super().__init__()
        self.facts = _Facts()
        self._pcm = pcm
        self._number = number

    def run(self) -> None:
        try:
            tile = spectrogram_tile(self._pcm, self._number)
        except (OSError, ValueError):  # the file went while it was read
            self.facts.ready.emit(self._pcm, self._number, None)
            return
        self.facts.ready.emit(self._pcm, self._number, tile)
