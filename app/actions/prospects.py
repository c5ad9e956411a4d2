"""What there is to know of models beside those that are here: what could be got, what this machine has and has done."""

from app.dialogs.model_choice.shelf import Manage, Prospects
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.measured import last_measured
from engine.checkpoints.recommend import Machine
from engine.machine import childrens_memory, cores, free_memory, graphics_cards


def prospects(manage: Manage | None = None) -> Prospects:
    """Return what is so now; of the machine nothing where it can't be told, or nobody knows what its card can do."""
    free = free_memory()
    is_known = free > 0 and not graphics_cards()
    memory = free + childrens_memory()  # an engine process gives a model back before it takes another
    return Prospects(read_offers(), Machine(memory >> 20, cores()) if is_known else None, last_measured(), manage)
