"""What somebody wants who asks for a model: a repository of the hub, by its own name or a short one, or a file."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.catalogue import Offer, Published, read_offers
from engine.checkpoints.download.staging import is_installed
from engine.checkpoints.find import find_offer
from engine.checkpoints.origin import read_origin
from engine.errors import EngineError

ENDPOINT = "https://huggingface.co"
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*", re.ASCII)


def endpoint() -> str:
    """Return the hub's address, by the name of the variable that other programs use, too."""
    return os.environ.get("HF_ENDPOINT", "").strip().rstrip("/") or ENDPOINT


def is_repository(wish: str) -> bool:
    """Tell whether somebody means OWNER/NAME."""
    return _REPOSITORY.fullmatch(wish) is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """`name` is that of the model's folder; `source` that of its Origin: a repository, or the URL of `file`."""

    name: str
    source: str
    file: Published | None = None

    def here(self, folder: Path) -> Path | None:
        """Return where it lies if it was fetched into `folder` before; nobody is asked."""
        place = folder / self.name
        origin = read_origin(place)
        return place if origin and origin.source == self.source and is_installed(place, origin) else None


def wanted(wish: str) -> Wanted:
    """Return what is meant by a published name, a file's name, OWNER/NAME, an address on the hub, or the source of an
    Origin. Raises EngineError("options") with the names that are known."""
    asked = wish.removeprefix(f"{endpoint()}/").rstrip("/")
    if is_repository(asked):
        return _of_repository(asked)
    offers = read_offers()
    offer = _by_address(offers, wish) or find_offer(offers, asked)
    if offer is None:
        names = ", ".join(each.name for each in offers)
        raise EngineError(
            "options", f"No model is called {wish!r}: name a repository as OWNER/NAME, or one of {names}."
        )
    if isinstance(offer, Published) and asked in (offer.file, offer.url):
        return Wanted(offer.name, offer.url, offer)
    return _of_repository(offer.repository)


def _of_repository(repository: str) -> Wanted:
    return Wanted(repository.rpartition("/")[2], repository)


def _by_address(offers: tuple[Offer, ...], address: str) -> Published | None:
    return next((each for each in offers if isinstance(each, Published) and each.url == address), None)
