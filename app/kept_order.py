"""Keeps in the document's file what lets its transcription go on after a restart, and takes it up from there."""

from app.orders import Unfinished, from_fact, to_fact
from app.recovery import Recovery
from app.transcription import Transcription
from engine.subtitles.project.hidden import UNFINISHED


def keep_order(transcription: Transcription, recovery: Recovery) -> None:
    """Write what is left to be heard together with the cues that were heard: none is heard twice, and none is lost."""
    transcription.noted.connect(lambda left: recovery.lay_by({UNFINISHED: to_fact(left)}))
    transcription.state_changed.connect(lambda _: recovery.keep_laid_by())


def kept_order(recovery: Recovery) -> Unfinished | None:
    """Return what an earlier run left unfinished of the document that is open, None if nothing."""
    return from_fact(recovery.fact(UNFINISHED))
