"""A scripted editing session: every kind of step that a history can take, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from random import Random

from engine.errors import EditError
from engine.subtitles import edits
from engine.subtitles.document import Cue, Document, Media, Note, SrtCue, VttCue, VttFile, VttRegion, VttSettings
from engine.subtitles.edits import Edit
from engine.subtitles.history import History
from engine.subtitles.search import Query, replace_all
from engine.transcript import Word

_MOST_STEPS = 40  # so that steps are forgotten in a short session, too
_JOB = "job 1"


def edited(history: History, label: str, document: Document) -> History:
    """Make the way to any other document one step."""
    return history.apply(Edit(label, lambda _: document))


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


def session(seed: int, cues: int) -> Iterator[History]:
    """Yield every state of a session, the first as it was created; without end."""
    random = Random(seed)
    state = History(document(cues))
    while True:
        yield state
        try:
            state = random.choices(_MOVES, _WEIGHTS)[0](random, state)
        except EditError:
            continue
        if len(state.past) > _MOST_STEPS:
            gone = tuple(step.job for step in state.past[:-_MOST_STEPS] if step.job)
            state = replace(state, past=state.past[-_MOST_STEPS:], settled=(*state.settled, *gone))


def digest(state: History) -> str:
    """Return a checksum of all that a project holds, made without the project's own way of writing it."""
    return blake2b(repr(state.sealed()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _edited(random: Random, state: History) -> History:
    return state.apply(random_edit(random, state.document))


def _typed(random: Random, state: History) -> History:
    """Type a letter behind a cue's text: mostly where the last one was typed, which makes one step of both."""
    places = [state.typing.place.cue] * 3 if state.typing else []
    chosen = random.choice([*places, _some(random, state.document)])
    text = next(cue.text for cue in state.document.cues if cue.id == chosen)
    return state.apply(edits.set_text(chosen, text + random.choice("abc ")))


def _heard(random: Random, state: History) -> History:
    """Add a cue by a transcription that goes on while the user edits: all steps behind its own are others then."""
    number = state.document.free_id
    cue = Cue(0, number * 2000, number * 2000 + 1000, f"gehört {number}", random.choice(("", "Cleo")))
    known = (*state.settled, *(step.job for step in (*state.past, *state.future)))
    return state.revise(_JOB, [cue]) if _JOB in known else state.apply(edits.add_heard(_JOB, [cue]))


def _undone(random: Random, state: History) -> History:
    for _ in range(min(len(state.past), random.randint(1, 5))):
        state = state.undo()
    return state


def _redone(random: Random, state: History) -> History:
    for _ in range(min(len(state.future), random.randint(1, 3))):
        state = state.redo()
    return state


def _saved(_: Random, state: History) -> History:
    return state.with_saved()


def _some(random: Random, document: Document) -> int:
    if not document.cues:
        raise EditError("No cue is left")
    return random.choice(document.cues).id


def _several(random: Random, document: Document) -> list[int]:
    begin = random.randrange(len(document.cues) + 1)
    return [cue.id for cue in document.cues[begin : begin + random.randint(1, 5)]]


def _shuffled(random: Random, document: Document) -> Document:
    cues = list(document.cues)
    random.shuffle(part := cues[: random.randint(2, 20)])
    return replace(document, cues=(*part, *cues[len(part) :]))


def random_edit(random: Random, document: Document) -> Edit:
    """Return one of the edits that the window has; some can't be done."""
    cue, several = _some(random, document), _several(random, document)
    return random.choice(
        (
            edits.set_text(cue, f"typed {random.random()}"),
            edits.set_translation(cue, f"\ud83d {random.random()}"),
            edits.insert_after(cue),
            edits.insert_at(random.randrange(600_000), None, "new"),
            edits.delete(several),
            edits.duplicate(several),
            edits.merge(several),
            edits.split_at_text(cue, random.randrange(12)),
            edits.shift(several, random.randint(-900, 900)),
            edits.rename_speaker("Ann", f"Speaker {random.randrange(9)}"),
            edits.set_speaker(several, "Ann"),
            edits.set_languages("nn", random.choice(("en", "es"))),
            edits.sort(),
            replace_all(Query("e", match_case=True), random.choice("EÉ")),
            Edit("Shuffle", lambda known: _shuffled(random, known)),
        )
    )


_MOVES = (_edited, _typed, _heard, _undone, _redone, _saved)
_WEIGHTS = (10, 6, 3, 3, 2, 1)
