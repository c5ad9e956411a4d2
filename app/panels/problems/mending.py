"""Which fixes mend one problem, looked for among its neighbours alone: that takes a moment, however long the film."""

from dataclasses import replace

from engine.subtitles.checks import Problem, check
from engine.subtitles.document import Document
from engine.subtitles.edits import Fix
from engine.subtitles.fixes import Change, propose
from engine.subtitles.profiles import Profile

_NEIGHBOURS = 12  # cues on each side


def fixes_for(document: Document, profile: Profile, problem: Problem) -> tuple[Fix, ...]:
    """Return the fixes after which the problem is gone, of its own cue or the one before it; none if none is known."""
    at = next((index for index, cue in enumerate(document.cues) if cue.id == problem.cue), None)
    if at is None:
        return ()
    near = replace(document, cues=document.cues[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])
    changes = [change for change in propose(near, profile) if problem.rule in change.rules]
    for change in changes:
        if not _is_there(_with(near, change), profile, problem):
            return (Fix(change.before, (change.after,)),)
    return ()


def _with(document: Document, change: Change) -> Document:
    cues = tuple(change.after if cue == change.before else cue for cue in document.cues)
    return replace(document, cues=cues)


def _is_there(document: Document, profile: Profile, problem: Problem) -> bool:
    found = check(document, profile)
    return any((each.rule, each.cue, each.level) == (problem.rule, problem.cue, problem.level) for each in found)
