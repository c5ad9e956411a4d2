"""The waveform's ground as a picture that is kept until something of it changes, and the spectrogram's tiles."""

from PySide6.QtGui import QFont, QPainter, QPalette, QPixmap

from app.widgets.waveform.colours import Colours
from app.widgets.waveform.painting import paint_ground
from app.widgets.waveform.scene import Scene
from app.widgets.waveform.tiles import LONGEST, Tile, Tiles


class Ground:
    """Paints a scene once, and again only when it was told that the scene has changed."""

    def __init__(self, palette: QPalette) -> None:
        self.colours = Colours.of(palette)
        self.shows_tiles = False
        self._tiles = Tiles()
        self._picture: QPixmap | None = None

    def change(self) -> None:
        """Forget the picture."""
        self._picture = None

    def recolour(self, palette: QPalette) -> None:
        self.colours = Colours.of(palette)
        self._picture = None

    def put_tile(self, number: int, tile: Tile) -> None:
        self._tiles.put(number, tile)
        self._picture = None

    def forget_tiles(self) -> None:
        self._tiles.clear()
        self._picture = None

    def missing_tiles(self, scene: Scene) -> tuple[int, ...]:
        """Return the numbers of the tiles that the picture lacks, the most wanted first."""
        return self._tiles.missing(scene.scale, scene.sound.duration) if scene.sound and self._tiled(scene) else ()

    def picture(self, scene: Scene, font: QFont, ratio: float) -> QPixmap:
        """Return the picture at a device pixel ratio."""
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            width, height = scene.areas.wave.width(), scene.areas.wave.bottom()
            picture = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            painter.setFont(font)
            paint_ground(painter, scene, self.colours, ratio, self._tiles if self._tiled(scene) else None)
            painter.end()
            self._picture = picture
        return self._picture

    def _tiled(self, scene: Scene) -> bool:
        return self.shows_tiles and scene.sound is not None and scene.scale.span <= LONGEST
