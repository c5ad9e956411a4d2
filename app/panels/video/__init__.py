"""The picture of the film, and the bar to play it."""

from app.panels.video.panel import Shown, VideoPanel

__all__ = ["Shown", "VideoPanel"]
