"""Which models can do a job, and which are named where one can't."""

from pathlib import Path

import pytest

from engine.abilities import Abilities
from engine.checkpoints.catalogue import Offer
from engine.checkpoints.local import ModelInfo
from engine.checkpoints.sizes import Sizes
from engine.checkpoints.suitable import Candidate, Job, able, candidates, check, decide, instead, lack
from engine.errors import EngineError
from engine.languages import LANGUAGES

ALL = tuple(LANGUAGES)
SMALL, LARGE, TURBO = Sizes(768, 12, 12), Sizes(1280, 32, 32), Sizes(1280, 32, 4)


def model(name: str, abilities: Abilities, *, installed: bool = False, trained_for: tuple[str, ...] = ()) -> Candidate:
    return Candidate(name, installed, abilities, SMALL, trained_for=trained_for)


SMALL_EN = model("small.en", Abilities(("en",), translates=False, word_times=True))
SMALL_MANY = model("small", Abilities(ALL[:99], translates=True, word_times=True))
V3 = model("large-v3", Abilities(ALL, translates=True, word_times=True))
TURBO_HERE = model("turbo", Abilities(ALL, translates=False, word_times=True), installed=True)
SWEDISH = model("kb", Abilities(("sv",), translates=False, word_times=False), trained_for=("sv",))
TOY = model("toy", Abilities(("en", "no"), translates=True, word_times=True, synthetic_only=True), installed=True)
MODELS = (TURBO_HERE, TOY, SMALL_EN, SMALL_MANY, V3, SWEDISH)


@pytest.mark.parametrize(
    ("job", "reasons"),
    [
        (Job(), ["", "", "only knows English, detects nothing", "", "", "only knows Swedish, detects nothing"]),
        (Job(language="en"), ["", "", "", "", "", "only knows Swedish"]),
        (
            Job(language="yue"),
            ["", "knows no Cantonese", "only knows English", "knows no Cantonese", "", "only knows Swedish"],
        ),
        (
            Job("translate", "no"),
            ["does not translate", "", "does not translate", "", "", "does not translate"],
        ),
    ],
)
def test_each_model_is_allowed_or_refused_with_the_reason(job: Job, reasons: list[str]) -> None:
    verdicts = decide(job, MODELS)
    assert [verdict.reason for verdict in verdicts] == reasons
    assert [verdict.allowed for verdict in verdicts] == [not reason for reason in reasons]
    assert [verdict.candidate for verdict in verdicts] == list(MODELS)


def test_what_a_result_will_lack_is_noted() -> None:
    notes = [verdict.note for verdict in decide(Job(language="sv", word_times=True), (V3, SWEDISH))]
    assert notes == ["", "times words less exactly"]
    assert [verdict.note for verdict in decide(Job(), (TOY,))] == ["knows synthetic speech only"]


@pytest.mark.parametrize(
    ("job", "told"),
    [
        (Job(language="de"), "Here can: turbo. To be fetched: small, large-v3."),
        (Job("translate", "de"), "To be fetched: small, large-v3."),
        (Job(language="sv"), "Here can: turbo. To be fetched: kb, small, large-v3."),
        (Job("translate", "xx"), ""),
    ],
)
def test_the_models_that_can_are_named_those_that_are_here_first(job: Job, told: str) -> None:
    assert instead(job, MODELS) == told


def test_what_a_model_lacks_is_told() -> None:
    assert lack(Job("translate", "xx"), SMALL_EN.abilities) == "translation"
    assert lack(Job(), SMALL_EN.abilities) == "detection"
    assert lack(Job(language="no"), SMALL_EN.abilities) == "language"
    assert lack(Job(language="yue"), SMALL_MANY.abilities) == "language"
    assert lack(Job("translate"), SMALL_MANY.abilities) is None


def test_models_that_can_are_at_most_four_and_none_of_synthetic_speech() -> None:
    more = tuple(model(name, V3.abilities) for name in "abcdef")
    assert [found.name for found in able(Job(language="sv"), (*MODELS, *more))] == ["turbo", "kb", "small", "large-v3"]
    assert able(Job("translate", "no"), (TOY,)) == ()


def test_a_model_that_is_here_is_not_offered_again() -> None:
    offer = Offer("small", "openai/whisper-small", "MIT", SMALL_MANY.abilities, SMALL, (1, 1, 1, 1), 2, 4.0, ())
    kb = Offer("kb", "KBLab/kb", "Apache-2.0", SWEDISH.abilities, SMALL, (1, 1, 1, 1), None, None, ("sv",))
    here = ModelInfo("whisper-small", Path("/m"), SMALL_MANY.abilities, 1, 1, 80, SMALL)
    assert candidates([here], [kb, offer]) == (
        Candidate("whisper-small", True, SMALL_MANY.abilities, SMALL, 2, 4.0),
        Candidate("kb", False, SWEDISH.abilities, SMALL, None, None, ("sv",)),
    )


def test_another_network_of_the_same_name_is_another_model() -> None:
    offer = Offer("small", "openai/whisper-small", "MIT", SMALL_MANY.abilities, SMALL, (1, 1, 1, 1), 2, 4.0, ())
    here = ModelInfo("small", Path("/m"), SMALL_MANY.abilities, 1, 1, 80, TURBO)
    assert [found.installed for found in candidates([here], [offer])] == [True, False]


def test_a_refusal_names_what_can(byte_model: Path) -> None:
    with pytest.raises(EngineError) as caught:
        check(Path("base.en"), SMALL_EN.abilities, Job(language="no"), [byte_model])
    assert caught.value.kind == "options"
    assert str(caught.value).startswith("base.en knows only en, not 'no'")
    assert str(caught.value).endswith(
        " Here can: byte. To be fetched: nb-whisper-tiny, nb-whisper-base, nb-whisper-small."
    )
