"""The picture of the film, and the bar to play it."""

from app.panels.video.panel import VideoPanel

__all__ = ["VideoPanel"]
