"""The waveform: a sound as a picture, with the cues of a document as blocks that can be dragged."""

from app.widgets.waveform.dragging import Retimed
from app.widgets.waveform.scene import Sound, Stretch
from app.widgets.waveform.view import WaveformView

__all__ = ["Retimed", "Sound", "Stretch", "WaveformView"]
