"""What is heard of a medium: its own sound from the system's device, or stretches of the decoded one to the sample."""

from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from app.sound.exact import ExactSound
from app.sound.loudspeaker import Loudspeaker


class MediumSound(QObject):
    """Gives `media` the device for sound, as soon as there is one, and takes it away while `exact` is heard."""

    def __init__(self, media: QMediaPlayer, speaker: Loudspeaker | None, parent: QObject) -> None:
        super().__init__(parent)
        self.volume = 1.0
        self._media = media
        self._speaker = speaker or Loudspeaker(parent)
        self.exact = ExactSound(self._speaker)
        self._devices: QMediaDevices | None = None
        self._output: QAudioOutput | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a device that anything could be heard from."""
        return self._speaker.is_there

    def look_for_device(self) -> None:
        """Send the sound to the system's device, now or when one comes."""
        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._find_device)
            self._find_device()

    def set_volume(self, volume: float) -> None:
        """Be as loud as 0 (silent) to 1."""
        self.volume = volume
        self.exact.set_volume(volume)
        if self._output is not None:
            self._output.setVolume(volume)

    def begin(self, start: int, end: int, *, loops: bool) -> None:
        """Be heard to the sample from `start` to `end` (ms), if it can be: else the medium's own sound is there."""
        if self.exact.begin(start, end, self.volume, loops=loops):
            self._media.setAudioOutput(None)  # type: ignore[arg-type] # the stub knows no None

    def end(self) -> None:
        """End what is heard of a stretch at once; the medium has its own sound again."""
        self.exact.stop()
        self._give_back()

    def let_end(self) -> None:
        """The same, but let the last samples be heard."""
        self.exact.let_end()
        self._give_back()

    def _find_device(self) -> None:
        if self._output is None and QMediaDevices.audioOutputs():
            self._output = QAudioOutput(self)
            self._output.setVolume(self.volume)
            if not self.exact.is_on:
                self._media.setAudioOutput(self._output)

    def _give_back(self) -> None:
        if self._output is not None and self._media.audioOutput() is not self._output:
            self._media.setAudioOutput(self._output)
