"""The film or sound of the document: it is found, opened in the player, and prepared by an engine process."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.player import Player
from engine.protocol import Cancelled, Discard, Failed, Finished, MediaReady, Prepare, Progress

VIDEO: tuple[str, ...] = (
    ".mp4",
    ".m4v",
    ".mkv",
    ".webm",
    ".mov",
    ".avi",
    ".ts",
    ".m2ts",
    ".mts",
    ".mpg",
    ".mpeg",
    ".vob",
    ".flv",
)
VIDEO += (".wmv", ".3gp", ".ogv", ".mxf")
SOUND = (".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".opus", ".oga", ".wma", ".aif", ".aiff", ".amr", ".caf")
MEDIA = (*VIDEO, *SOUND)


class Film(QObject):
    """The medium that is open, None if none is.

    `opened` tells that another one is open, or none. `prepared` tells what the engine found out and made, each time
    there is more of it, `progressed` how far it is, `failed` why it can't be prepared.
    """

    opened = Signal()
    prepared = Signal(object)
    progressed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, player: Player, engine: EngineProcess, ffmpeg: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._engine = engine
        self._ffmpeg = ffmpeg
        self._job = 0
        self._whole = False
        self.path: Path | None = None
        self.ready: MediaReady | None = None
        engine.told.connect(self._on_told)

    @property
    def sound(self) -> str:
        """The private file of decoded sound, "" while it isn't whole."""
        return self.ready.pcm if self.ready else ""

    @property
    def track(self) -> int | None:
        """The sound track that was prepared, None if there is none or nobody knows yet."""
        return self.ready.track if self.ready and self.ready.tracks else None

    @property
    def duration(self) -> int:
        """How long it is in ms, 0 while nobody knows."""
        return self.ready.duration if self.ready else self._player.duration

    @property
    def preparing(self) -> bool:
        return self._job != 0

    def open(self, path: Path | None) -> None:
        """Open a medium in the player and have it prepared; None closes the one that is open."""
        if path == self.path:
            return
        self._let_go()
        self.path, self.ready = path, None
        self._player.open(path)
        if path is not None:
            self._prepare(None)
        self.opened.emit()

    def choose_track(self, track: int) -> None:
        """Prepare another sound track."""
        if self.path is not None:
            self._let_go()
            self.ready = None
            self._player.set_sound(None)
            self._prepare(track)

    def close(self) -> None:
        """End the preparation and the engine's process."""
        self._engine.stop()

    def _prepare(self, track: int | None) -> None:
        self._job = self._prepared = self._engine.next_job()
        ffmpeg = None if self._ffmpeg is None else str(self._ffmpeg)
        self._engine.ask(Prepare(self._job, str(self.path), track, ffmpeg))

    def _let_go(self) -> None:
        if self._job:
            self._engine.cancel(self._job)
        elif self.ready is not None:
            self._engine.ask(Discard(self._engine.next_job(), self.ready.job))
        self._job = 0

    def _on_told(self, event: object) -> None:
        match event:
            case MediaReady() if event.job == self._job:
                self._take(event)
            case Progress() if event.job == self._job:
                self.progressed.emit(event)
            case Failed() if event.job == self._job:
                self._job = 0
                self.failed.emit(event.message)
            case Finished() | Cancelled() if event.job == self._job:
                self._job = 0
                self.prepared.emit(self.ready)

    def _take(self, ready: MediaReady) -> None:
        before, self.ready = self.ready, ready
        rate = ready.picture.frame_rate if ready.picture else None
        if ready.remux and (before is None or not before.remux):
            position = self._player.position
            self._player.open(Path(ready.remux), rate)
            self._player.seek(position)
        elif before is None:
            self._player.set_frame_rate(rate)
        self._player.set_sound(Path(ready.pcm) if ready.pcm else None)
        self.prepared.emit(ready)


def is_media(path: Path) -> bool:
    return path.suffix.lower() in MEDIA


def media_beside(subtitles: Path) -> Path | None:
    """Return the film or sound of the same name in the same folder; "talk.en.srt" belongs to "talk.mp4", too."""
    names = [subtitles.stem, Path(subtitles.stem).stem]
    for name in dict.fromkeys(names):
        for suffix in MEDIA:
            for candidate in (subtitles.with_name(name + suffix), subtitles.with_name(name + suffix.upper())):
                if candidate.is_file():
                    return candidate
    return None
