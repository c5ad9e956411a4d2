"""What the questions are told of models that can be got, and of this machine."""

from pathlib import Path

import pytest

from app.actions.prospects import prospects
from engine.checkpoints.measured import write_measured
from engine.checkpoints.recommend import Measured
from engine.machine import cores, free_memory, graphics_cards
from engine.paths import cache_folder


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_what_can_be_got_is_told_with_what_gets_it() -> None:
    found = prospects(lambda _: ())
    assert "large-v3" in [offer.name for offer in found.offers]
    assert found.manage is not None
    assert prospects().manage is None


def test_the_machine_is_told_if_it_has_no_card() -> None:
    machine = prospects().machine
    if free_memory() and not graphics_cards():
        assert machine is not None
        assert machine.cores == cores()
        assert machine.memory > 0
    else:
        assert machine is None


def test_how_fast_it_was_seen_to_hear_is_told() -> None:
    assert prospects().measured is None
    measured = Measured("small", "cpu", 2.0)
    write_measured(measured, cache_folder())
    assert prospects().measured == measured


def test_without_a_cache_nothing_was_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert prospects().measured is None
