"""What is said of models that can be got, on machines that are named here."""

from engine.abilities import Abilities
from engine.checkpoints.recommend import Machine, Measured
from engine.checkpoints.sizes import Sizes
from engine.checkpoints.suitable import Candidate
from engine.commands.advice import advice

MANY = ("en", "de", "no")
TINY = Candidate("tiny", True, Abilities(MANY, translates=True, word_times=True), Sizes(384, 4, 4))
TURBO = Candidate("turbo", False, Abilities(MANY, translates=False, word_times=True), Sizes(1280, 32, 4))


def test_what_can_be_got_and_what_to_take_is_said_in_a_line_each() -> None:
    assert list(advice((TINY, TURBO), Machine(memory=6_144, cores=4))) == [
        "To be had with sotto models get NAME: turbo; and any other Whisper of a hub as OWNER/NAME.",
        "For this machine, to transcribe: turbo (to be got), 4,290 MiB of memory, about 30:40 for an hour of speech.",
        "For this machine, to translate into English: tiny (which is here), 560 MiB of memory, about 03:18 for an hour "
        "of speech.",
    ]


def test_a_machine_that_tells_nothing_is_not_spoken_of() -> None:
    assert list(advice((TINY,), Machine(memory=0, cores=4))) == []


def test_what_was_measured_here_is_what_is_said() -> None:
    *_, translating = advice((TINY, TURBO), Machine(memory=6_144, cores=4), Measured("tiny", "cpu", 40.0))
    assert translating == (
        "For this machine, to translate into English: tiny (which is here), 560 MiB of memory, about 01:30 for an hour "
        "of speech."
    )
