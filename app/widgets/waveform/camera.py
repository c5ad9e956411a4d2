"""Where the waveform looks: scrolling, zooming, showing a time, following the playhead."""

from dataclasses import replace
from typing import Literal

from app.widgets.waveform.scale import Scale

Follow = Literal["page", "centre", "no"]

FIRST_SPAN = 12_000  # ms in view at first
_MARGIN = 0.04  # of the view


class Camera:
    """Holds the scale, and keeps it where there is something to see of `duration` ms."""

    def __init__(self) -> None:
        self.scale = Scale(0, FIRST_SPAN / 1000, 1000)
        self.follow: Follow = "page"
        self.duration = FIRST_SPAN

    def resize(self, width: int) -> None:
        """Give the view another width in pixels; the left edge stays."""
        self.look(replace(self.scale, width=max(width, 1)))

    def look(self, scale: Scale) -> None:
        self.scale = replace(scale, width=self.scale.width if scale.width < 1 else scale.width).within(self.duration)

    def show(self, start: int, end: int) -> None:
        """Bring a stretch of time into view, moving as little as needed; a longer one is shown from its start."""
        scale, margin = self.scale, _MARGIN * self.scale.span
        if start < scale.start or end - start > scale.span - 2 * margin:
            self.look(scale.at(start - margin, 0))
        elif end > scale.end:
            self.look(scale.at(end + margin, 1))

    def fill(self, start: int, end: int) -> None:
        """Show a stretch of time from edge to edge."""
        self.look(Scale(start, max(end - start, 1) / self.scale.width, self.scale.width))

    def follow_playhead(self, time: int, *, playing: bool, jumped: bool) -> None:
        """Turn the page or keep the playhead in the middle, as chosen; a playhead that jumped is always in view."""
        scale = self.scale
        place = scale.x(time) / scale.width
        if self.follow == "centre" and (playing or jumped):
            self.look(scale.at(time, 0.5))
        elif jumped and not 0 <= place <= 1:
            self.look(scale.at(time, 0.3))
        elif self.follow == "page" and playing and not 0 <= place <= 1 - _MARGIN:
            self.look(scale.at(time, _MARGIN))
