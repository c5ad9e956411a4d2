"""What the questions are told of models that can be got, and of this machine."""

from app.actions.prospects import prospects
from engine.checkpoints.recommend import Measured
from engine.machine import cores, free_memory, graphics_cards


def test_offers_and_machine_are_told_with_what_is_handed_on() -> None:
    measured = Measured("small", "cpu", 2.0)
    found = prospects(measured, lambda _: ())
    assert "large-v3" in [offer.name for offer in found.offers]
    assert found.measured == measured
    assert found.manage is not None
    if free_memory() and not graphics_cards():
        assert found.machine is not None
        assert found.machine.cores == cores()
        assert found.machine.memory > 0
    else:
        assert found.machine is None
