"""What is said of models that are to do a job: why one can't, which can, how long it takes, whether memory suffices."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.dialogs.model_choice.shelf import Shelf
from app.look.language_names import language_name
from app.widgets.clock import short_clock
from app.widgets.numbers import size
from app.widgets.remedies import Remedy
from engine.abilities import Abilities
from engine.checkpoints.local import ModelInfo
from engine.checkpoints.suitable import Job, lack

_MINUTE = 60_000
_MINUTES = 100  # more are told as hours


@dataclass(frozen=True, slots=True)
class ModelWords:
    """Speaks of models for a job in the window's language."""

    shelf: Shelf
    job: Job

    def tr(self, text: str, comment: str = "", count: int = -1) -> str:
        """Translate as a QObject does: the tool that gathers texts knows this name."""
        return QCoreApplication.translate("ModelWords", text, comment, count)

    def mark(self, can: Abilities) -> str:
        """Say in some words what a model lacks, "" if it can do the job."""
        known = can.languages
        match lack(self.job, can):
            case None:
                return ""
            case "translation":
                return self.tr("does not translate")
            case "detection":
                return self.tr("detects no language")
        if len(known) == 1:
            return self.tr("only knows {0}").format(language_name(known[0]))
        return self.tr("does not know {0}").format(language_name(self.job.language or ""))

    def refusal(self, model: ModelInfo | None) -> str:
        """Say why a model can't do the job and which can, those that are here first; "" where it can."""
        if model is None:
            return self._nothing_here()
        problem = self._problem(model)
        if not problem:
            return ""
        here, elsewhere = self.shelf.others(self.job)
        parts = [problem]
        if here:
            parts.append(self.tr("Here can: {0}.").format(", ".join(here)))
        if elsewhere:
            parts.append(self.tr("To be had: {0}.").format(", ".join(elsewhere)))
        return " ".join(parts)

    def expected(self, model: ModelInfo, length: int, *, whole: bool) -> str:
        """Say how long a model takes for so many ms of sound, the `whole` film or a part; "" where nobody knows."""
        time = self.shelf.time(model, length)
        if time is None:
            return ""
        if not length:
            return self.tr("{0} for an hour of film on this machine.").format(self._about(time))
        if whole:
            text = self.tr("{0} for this film ({1}) on this machine.")
        else:
            text = self.tr("{0} for this part ({1}) on this machine.")
        return text.format(self._about(time), short_clock(length))

    def warning(self, model: ModelInfo) -> str:
        """Say what to be aware of before a model is taken; "" if nothing."""
        parts = []
        if model.abilities.synthetic_only:
            parts.append(
                self.tr("It learned from synthetic speech and is useless for people's voices: it is here to try Sotto.")
            )
            if self.shelf.prospects.manage and not self.shelf.persons:
                parts.append(self.tr("For films of your own get another one."))
        lacking = self.shelf.lacking_memory(model)
        if lacking is not None:
            text = self.tr(
                "{0} needs about {1} of memory, and {2} are free: it may become very slow, or fail. Close other "
                "programs, or choose a smaller model."
            )
            parts.append(text.format(model.name, *map(size, lacking)))
        return " ".join(parts)

    def remedies(
        self, length: int, use: Callable[[ModelInfo], object], get: Callable[[], object]
    ) -> tuple[Remedy, ...]:
        """Return what can be done where a model can't do the job: to `use` the best one that can, and to `get` one."""
        best, found = self.shelf.best(self.job, length), []
        if best is not None:
            found.append(Remedy(self.tr("Use {0}").format(best.name), partial(use, best)))
        if self.shelf.prospects.manage is not None:
            found.append(Remedy(self.tr("Get a model…"), get))
        return tuple(found)

    def _problem(self, model: ModelInfo) -> str:
        known = model.abilities.languages
        match lack(self.job, model.abilities):
            case None:
                return ""
            case "translation":
                return self.tr("{0} does not translate.").format(model.name)
            case "detection":
                text = self.tr("{0} only knows {1}, and detects no language.")
                return text.format(model.name, language_name(known[0]))
        if len(known) == 1:
            return self.tr("{0} only knows {1}.").format(model.name, language_name(known[0]))
        return self.tr("{0} does not know {1}.").format(model.name, language_name(self.job.language or ""))

    def _nothing_here(self) -> str:
        if self.shelf.prospects.manage is None:
            return self.tr("There is no model here: choose the folder of one with “Other model…”.")
        return self.tr("There is no model here: get one, or choose the folder of one with “Other model…”.")

    def _about(self, time: int) -> str:
        if time < _MINUTE:
            return self.tr("Less than a minute")
        minutes = round(time / _MINUTE)
        if minutes < _MINUTES:
            return self.tr("About %n minutes", "", minutes)
        return self.tr("About {0} h {1} min").format(*divmod(minutes, 60))
