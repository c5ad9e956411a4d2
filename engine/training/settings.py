"""What a training was asked for, kept beside its state: a resumed run needs nothing but the folder."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.training.examples import WINDOW_MS
from engine.training.recipe import Recipe, Stage

FILE = "training.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`rank` 0 trains all parameters, else adapters of that rank. `afresh` forgets what the model has learned."""

    pairs: tuple[str, ...]
    model: str
    language: str | None = None
    rank: int = 0
    afresh: bool = False
    steps: int = 200  # at most
    batch: int = 8  # windows a step
    parts: int = 1  # that a batch is learned in: more of them need less memory
    workers: int = 1  # parts that are learned side by side
    learning_rate: float | None = None  # None: what suits the network
    seed: int = 0
    look_every: int = 25  # steps
    frugal: bool = False

    def recipe(self, state: int) -> Recipe:
        """Return the numbers of the training of a network of width `state`: windows of 30 s, as decoding hears them."""
        stage = Stage(self.steps, WINDOW_MS, max(1, self.batch // self.parts), translations=0.3, silent=0.03)
        return Recipe(
            (stage,),
            seed=self.seed,
            learning_rate=self.learning_rate or self._usual_rate(state),
            warm_up=min(50, self.steps // 10),
            weight_decay=0.01,
            corrupted=(0.15, 0.25) if self.afresh else (0.0, 0.1),
            accumulate=self.parts,
            frugal=self.frugal,
        )

    def _usual_rate(self, state: int) -> float:
        """Return a rate that teaches and doesn't spoil: all parameters learn at about a fortieth of the rates that
        Whisper was trained with, which fall as the square of the width (Radford et al. 2022, table 17)."""
        if self.rank or self.afresh:
            return 1e-3
        return 10 / state**2


def write(settings: Settings, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = folder / f"{FILE}.new"
        new.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
        new.replace(folder / FILE)
    except OSError as error:
        raise EngineError("disk", f"{shown(folder)} can't be written ({error.strerror}): choose another.") from error


def read(folder: Path) -> Settings:
    """Read the settings of a training. Raises EngineError("options") if the folder holds none."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Settings(**content | {"pairs": tuple(content["pairs"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise EngineError("options", f"{shown(folder)} holds no training to resume: start one with -o.") from error
