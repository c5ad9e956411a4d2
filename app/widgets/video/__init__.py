"""The picture of a film with its captions, or a calm one of a sound."""

from app.widgets.video.captions import VOICES, Caption
from app.widgets.video.still import Still
from app.widgets.video.view import VideoView

__all__ = ["VOICES", "Caption", "Still", "VideoView"]
