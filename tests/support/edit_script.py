"""A scripted editing session: every kind of step that a history can take, the same for the same seed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import blake2b
from random import Random

from engine.subtitles.document import Cue, Document, Media, Note, SrtCue, VttCue, VttFile, VttRegion, VttSettings
from engine.subtitles.project.past import Past, Step
from engine.transcript import Word

_MOST_STEPS = 40
Edit = Callable[[Random, list[Cue]], None]


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


def session(seed: int, cues: int) -> Iterator[Past]:
    """Yield every state of a session, the first as it was created; without end."""
    random = Random(seed)
    past = Past.of(document(cues), saved=True)
    while True:
        yield past
        past = random.choices(_MOVES, _WEIGHTS)[0](random, past)


def digest(past: Past) -> str:
    """Return a checksum of all that a past holds, made without the project's own way of writing it."""
    return blake2b(repr(past).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _edited(random: Random, past: Past) -> Past:
    label, edit = random.choice(_EDITS)
    cues = list(past.document.cues)
    edit(random, cues)
    steps = (*past.steps[: past.position + 1], Step(label, replace(past.document, cues=tuple(cues))))
    saved = past.saved if past.saved is not None and past.saved <= past.position else None
    return _bounded(Past(steps, len(steps) - 1, saved))


def _bounded(past: Past) -> Past:
    dropped = max(0, len(past.steps) - _MOST_STEPS)
    saved = past.saved - dropped if past.saved is not None and past.saved >= dropped else None
    return Past(past.steps[dropped:], past.position - dropped, saved)


def _typed_on(random: Random, past: Past) -> Past:
    """Merge into the last step, as consecutive typing is."""
    if past.position == 0 or past.position < len(past.steps) - 1 or past.saved == past.position:
        return _edited(random, past)
    cues = list(past.document.cues)
    _type(random, cues)
    step = Step(past.steps[-1].label, replace(past.document, cues=tuple(cues)))
    return Past((*past.steps[:-1], step), past.position, past.saved)


def _heard(_: Random, past: Past) -> Past:
    """Revise the oldest step and all later ones by a cue at the end, as a segment that arrives is."""
    number = 1 + max(cue.id for step in past.steps for cue in step.document.cues)
    cue = Cue(number, number * 2000, number * 2000 + 1000, f"gehört {number}", origin="machine")
    base, *rest = past.steps
    revised = [Step(step.label, replace(step.document, cues=(*step.document.cues, cue))) for step in rest]
    return Past((base, *revised), past.position, past.saved if past.saved == 0 else None)


def _undone(random: Random, past: Past) -> Past:
    return replace(past, position=max(0, past.position - random.randint(1, 5)))


def _redone(random: Random, past: Past) -> Past:
    return replace(past, position=min(len(past.steps) - 1, past.position + random.randint(1, 3)))


def _saved(_: Random, past: Past) -> Past:
    return replace(past, saved=past.position)


def _named(random: Random, past: Past) -> Past:
    """Change what is no cue."""
    speakers = (*past.document.speakers, f"Speaker {random.randrange(1000)}")
    steps = (*past.steps[: past.position + 1], Step("name", replace(past.document, speakers=speakers, language="nn")))
    return _bounded(Past(steps, len(steps) - 1, None))


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
