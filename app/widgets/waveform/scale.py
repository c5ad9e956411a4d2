"""Which time stands at which pixel, and how scrolling and zooming change that."""

from dataclasses import dataclass, replace

FINEST = 0.25  # ms a pixel: a tenth of a second is 400 pixels
_COARSEST = 3_600_000.0
_TAIL = 0.1  # of the view may lie behind the end


@dataclass(frozen=True, slots=True)
class Scale:
    """`start` is the time at the left edge, in ms, `per_pixel` the ms a pixel, `width` that of the view in pixels."""

    start: float
    per_pixel: float
    width: int

    @property
    def span(self) -> float:
        """How many ms are in view."""
        return self.width * self.per_pixel

    @property
    def end(self) -> float:
        return self.start + self.span

    def x(self, time: float) -> float:
        return (time - self.start) / self.per_pixel

    def time(self, x: float) -> int:
        return round(self.start + x * self.per_pixel)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """Show `factor` times as much detail; the time at `x` stays there."""
        per_pixel = min(max(self.per_pixel / factor, FINEST), _COARSEST)
        return replace(self, start=self.start + x * (self.per_pixel - per_pixel), per_pixel=per_pixel)

    def scrolled(self, pixels: float) -> "Scale":
        return replace(self, start=self.start + pixels * self.per_pixel)

    def at(self, time: float, place: float) -> "Scale":
        """Bring a time to a place in the view: 0 is the left edge, 1 the right one."""
        return replace(self, start=time - place * self.span)

    def within(self, duration: int) -> "Scale":
        """Stay where there is something to see of a film that lasts so long."""
        per_pixel = min(self.per_pixel, max(duration * (1 + _TAIL) / max(self.width, 1), 10_000 / max(self.width, 1)))
        scale = replace(self, per_pixel=max(per_pixel, FINEST))
        latest = max(duration - (1 - _TAIL) * scale.span, 0)
        return replace(scale, start=min(max(scale.start, 0), latest))
