"""How long a cue may stand, and how long it should: the limits of time that layout, checks and fixes share."""

from engine.subtitles.profiles import Profile

LINGERING = 1500  # ms past its words that layout lets a cue stand, where a profile doesn't say: the BBC's number


def latest_end(start: int, spoken: int, following: int | None, profile: Profile) -> int:
    """Return when a cue must end that begins at `start`, is spoken until `spoken`, and is followed at `following`.

    It may linger past its words only so long, unless it would be shorter than the profile's shortest.
    """
    lingering = LINGERING if profile.lingering.value is None else int(profile.lingering.value)
    latest = max(spoken + lingering, start + int(profile.shortest.value or 0))
    if profile.longest.value is not None:
        latest = min(latest, start + int(profile.longest.value))
    return latest if following is None else min(latest, following - int(profile.gap.value or 0))


def closes_gap(gap: float, profile: Profile) -> bool:
    """Say whether a gap is one of those that a profile wants closed."""
    first, below = profile.closed_gaps_from.value, profile.closed_gaps_below.value
    return first is not None and below is not None and first <= gap < below
