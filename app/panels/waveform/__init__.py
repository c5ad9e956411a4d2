"""The waveform along the bottom of the window."""

from app.panels.waveform.panel import WaveformPanel

__all__ = ["WaveformPanel"]
