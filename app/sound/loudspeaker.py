"""The machine's loudspeaker: plays samples to the very last one, which a media player can't."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from app.sound.samples import BYTES_PER_MS, Samples
from engine.audio.pcm import SAMPLE_RATE

_LAST = 1_000  # ms after which the card has played what it said it had: it speaks too early
_AHEAD = 200  # ms that the card has in advance: as long as the window may be busy


class Loudspeaker(QObject):
    """Plays one run of samples at a time on the device that the system prefers, if there is any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._samples: Samples | None = None
        self._rest = QTimer(self, singleShot=True, interval=_LAST)
        self._rest.timeout.connect(self.stop)

    @property
    def is_there(self) -> bool:
        """Whether the machine has a device for sound."""
        return bool(QMediaDevices.audioOutputs())

    def play(self, samples: Samples, volume: float) -> bool:
        """Play samples as loud as 0 to 1; False if there is no device for them. What it played before ends."""
        self.stop()
        device, form = QMediaDevices.defaultAudioOutput(), _format()
        if device.isNull() or not device.isFormatSupported(form):
            samples.close()
            return False
        sink = QAudioSink(device, form, self)
        sink.setBufferSize(_AHEAD * BYTES_PER_MS)
        sink.setVolume(volume)
        sink.stateChanged.connect(self._on_state)
        self._sink, self._samples = sink, samples
        sink.start(samples)
        if sink.error() not in (QtAudio.Error.NoError, QtAudio.Error.UnderrunError):
            self.stop()
            return False
        return True

    def set_volume(self, volume: float) -> None:
        """Change how loud it is while it plays."""
        if self._sink is not None:
            self._sink.setVolume(volume)

    def stop(self) -> None:
        """Be silent at once, and let the device go."""
        self._rest.stop()
        sink, samples, self._sink, self._samples = self._sink, self._samples, None, None
        if sink is not None:
            sink.stateChanged.disconnect(self._on_state)
            sink.reset()
            sink.deleteLater()
        if samples is not None:
            samples.close()

    def _on_state(self) -> None:
        """Let the device go some time after it took all, or when it is gone itself."""
        if self._sink is None or self._samples is None:
            return
        state = self._sink.state()
        if state is QtAudio.State.IdleState and self._samples.atEnd():
            self._rest.start()
        elif state is QtAudio.State.StoppedState:
            self._rest.start(0)


def _format() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(SAMPLE_RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
