"""A scripted editing session: every kind of step that a history can take, the same for the same seed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from random import Random

from engine.subtitles.document import Cue, Document, Media, Note, SrtCue, VttCue, VttFile, VttRegion, VttSettings
from engine.subtitles.project.contents import Contents
from engine.transcript import Word

_MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Step:
    """What has to stand where, to get to the state that it leads to."""

    label: str
    state: int
    at: int
    length: int
    cues: tuple[Cue, ...]
    frame: Document


State = Contents[Step]
Edit = Callable[[Random, list[Cue]], None]


def step_to(goal: Document, here: Document, label: str, state: int) -> Step:
    """Return the step from one document to another."""
    at = next((at for at, (one, other) in enumerate(zip(goal.cues, here.cues, strict=False)) if one is not other), None)
    at = min(len(goal.cues), len(here.cues)) if at is None else at
    return Step(label, state, at, len(here.cues) - at, goal.cues[at:], replace(goal, cues=()))


def stepped(document: Document, step: Step) -> Document:
    return replace(step.frame, cues=(*document.cues[: step.at], *step.cues, *document.cues[step.at + step.length :]))


def edited(contents: State, label: str, document: Document) -> State:
    """Make an edit one step."""
    state = contents.last_state + 1
    step = step_to(contents.document, document, label, contents.state)
    past = (*contents.past, step)[-_MOST_STEPS:]
    return replace(contents, document=document, past=past, future=(), state=state, last_state=state)


def undone(contents: State) -> State:
    """Take the last step back."""
    *past, step = contents.past
    document = stepped(contents.document, step)
    forth = step_to(contents.document, document, step.label, contents.state)
    return replace(contents, document=document, past=tuple(past), future=(*contents.future, forth), state=step.state)


def redone(contents: State) -> State:
    """Make the last step that was taken back again."""
    *future, step = contents.future
    document = stepped(contents.document, step)
    back = step_to(contents.document, document, step.label, contents.state)
    return replace(contents, document=document, past=(*contents.past, back), future=tuple(future), state=step.state)


def document(cues: int) -> Document:
    """A document with something in every field."""
    made = tuple(_cue(number) for number in range(1, cues + 1))
    region = VttRegion("top", 50.5, 2, (0, 0.0), (10, 20.5), "up")
    extra = VttFile("header", ("::cue { color: red }",), (region,))
    media = Media("/films/an \udcff odd name.mkv", 1 << 40, "ab12")
    return Document(made, "nb", (Note("a note\n\0", 2),), extra, "en", ("Ann", "Bo"), media, "netflix-en")


def _cue(number: int) -> Cue:
    words = (Word("Ein", number * 2000, number * 2000 + 300, 0.1 + number / 1e9), Word(" Wort", None, None, 1.0))
    extras = (None, SrtCue("X1:1"), VttCue(f"id {number}", VttSettings("rl", 1.5, False, size=100.0), "<c>x</c>"))
    return Cue(
        number,
        number * 2000,
        number * 2000 + 1500,
        f"<i>Zeile {number}</i>\nсловно 字幕 \ud83d",
        ("", "Ann", "Bo")[number % 3],
        "line" * (number % 4),
        words * (number % 3),
        ("machine", "edited", "verified")[number % 3],
        extras[number % 3],
    )


def session(seed: int, cues: int) -> Iterator[State]:
    """Yield every state of a session, the first as it was created; without end."""
    random = Random(seed)
    state: State = Contents(document(cues), saved=0)
    while True:
        yield state
        state = random.choices(_MOVES, _WEIGHTS)[0](random, state)


def digest(state: State) -> str:
    """Return a checksum of all that a project holds, made without the project's own way of writing it."""
    return blake2b(repr(state).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _edited(random: Random, state: State) -> State:
    label, edit = random.choice(_EDITS)
    cues = list(state.document.cues)
    edit(random, cues)
    return edited(state, label, replace(state.document, cues=tuple(cues)))


def _typed_on(random: Random, state: State) -> State:
    """Merge into the last step, as consecutive typing is."""
    if not state.past or state.future:
        return _edited(random, state)
    *past, step = state.past
    before = stepped(state.document, step)
    cues = list(state.document.cues)
    _type(random, cues)
    after, number = replace(state.document, cues=tuple(cues)), state.last_state + 1
    back = step_to(before, after, step.label, step.state)
    return replace(state, document=after, past=(*past, back), state=number, last_state=number)


def _heard(_: Random, state: State) -> State:
    """Add a cue at the end to every state but the first, as a segment that arrives is: all steps are others then."""
    number = 1 + max(cue.id for cue in (*state.document.cues, *(cue for step in state.past for cue in step.cues)))
    cue = Cue(number, number * 2000, number * 2000 + 1000, f"gehört {number}", origin="machine")
    documents = [state.document]
    for step in reversed(state.past):
        documents.append(stepped(documents[-1], step))
    revised = [replace(known, cues=(*known.cues, cue)) for known in documents[:-1]] + documents[-1:]
    steps = zip(revised[1:], revised, reversed(state.past), strict=False)
    past = tuple(step_to(goal, here, step.label, step.state) for goal, here, step in steps)[::-1]
    settled = (*state.settled, f"job {number}")[-3:]
    return replace(state, document=revised[0], past=past, future=(), saved=None, settled=settled)


def _undone(random: Random, state: State) -> State:
    for _ in range(min(len(state.past), random.randint(1, 5))):
        state = undone(state)
    return state


def _redone(random: Random, state: State) -> State:
    for _ in range(min(len(state.future), random.randint(1, 3))):
        state = redone(state)
    return state


def _saved(_: Random, state: State) -> State:
    return replace(state, saved=state.state)


def _named(random: Random, state: State) -> State:
    """Change what is no cue."""
    speakers = (*state.document.speakers[:5], f"Speaker {random.randrange(1000)}")
    return edited(state, "name", replace(state.document, speakers=speakers, language="nn"))


def _type(random: Random, cues: list[Cue]) -> None:
    at = random.randrange(len(cues))
    cues[at] = replace(cues[at], text=f"typed {random.random()}", origin="edited")


def _insert(random: Random, cues: list[Cue]) -> None:
    at = random.randint(0, len(cues))
    first = max(cue.id for cue in cues) + 1
    cues[at:at] = [Cue(first + more, at, at + 5, "new") for more in range(random.randint(1, 4))]


def _delete(random: Random, cues: list[Cue]) -> None:
    for _ in range(min(random.randint(1, 5), len(cues) - 1)):
        del cues[random.randrange(len(cues))]


def _replace_all(random: Random, cues: list[Cue]) -> None:
    cues[:] = [replace(cue, text=cue.text.replace("e", "E"), translation=f"{random.random()}") for cue in cues]


def _shuffle(random: Random, cues: list[Cue]) -> None:
    start = random.randrange(len(cues))
    part = cues[start : start + 20]
    random.shuffle(part)
    cues[start : start + 20] = part


def _merge(random: Random, cues: list[Cue]) -> None:
    at = random.randrange(len(cues) - 1) if len(cues) > 1 else 0
    cues[at : at + 2] = [replace(cues[at], text="\n".join(cue.text for cue in cues[at : at + 2]))]


_EDITS: tuple[tuple[str, Edit], ...] = (
    ("type", _type),
    ("insert", _insert),
    ("delete", _delete),
    ("replace all", _replace_all),
    ("shuffle", _shuffle),
    ("merge", _merge),
)
_MOVES = (_edited, _typed_on, _heard, _undone, _redone, _saved, _named)
_WEIGHTS = (10, 4, 2, 3, 2, 1, 1)
