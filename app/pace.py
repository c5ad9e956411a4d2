"""How far a work of several parts is, how fast, and how long still: summed from what the engine tells of each part."""

from dataclasses import dataclass, replace

from engine.protocol import Progress


@dataclass(frozen=True, slots=True)
class Pace:
    """`total` ms of sound are to be heard; `done` of them are, in `worked` ms, and of the part at work `here`."""

    total: int
    done: int = 0
    worked: float = 0.0
    here: int = 0
    worked_here: float = 0.0

    def following(self, progress: Progress, length: int) -> "Pace":
        """Take what the engine tells of the part at work, which is `length` ms long."""
        if progress.stage != "transcribe":
            return self
        worked = progress.done / progress.speed if progress.speed else self.worked_here
        return replace(self, here=min(progress.done, length), worked_here=worked)

    def behind(self, length: int) -> "Pace":
        """Put a part of `length` ms behind, which was heard."""
        return Pace(self.total, self.done + length, self.worked + self.worked_here)

    def without(self, length: int) -> "Pace":
        """Leave out a part of `length` ms, which need not be heard any more."""
        return replace(self, total=max(self.total - length, 0))

    def told(self, job: int) -> Progress:
        """Return how far all parts together are."""
        done, worked = min(self.done + self.here, self.total), self.worked + self.worked_here
        if not done or not worked:
            return Progress(job, "translate", done, self.total, None, None)
        speed = (self.done + self.here) / worked
        return Progress(job, "translate", done, self.total, round(speed, 2), round((self.total - done) / speed))
