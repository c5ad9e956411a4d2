"""What is said of models: in the list, below it, and on the start page."""

from PySide6.QtCore import QObject

from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.model_choice.words import ModelWords
from app.dialogs.models.values import Facts, Row
from app.look.language_names import language_name
from app.widgets.numbers import size
from engine.abilities import Abilities
from engine.checkpoints.suitable import Job

_MINUTE = 60_000  # ms
_MIB = 1 << 20
_NAMED = 3  # languages; more are counted


class ListWords(QObject):
    """Puts facts about models into the window's language."""

    def duration(self, time: int) -> str:
        """Write a time that is expected: to the minute, as nobody knows it better."""
        hours, minutes = divmod(round(time / _MINUTE), 60)
        if hours:
            return self.tr("{0} h {1} min").format(hours, minutes) if minutes else self.tr("{0} h").format(hours)
        return self.tr("{0} min").format(minutes) if minutes else self.tr("less than a minute")

    def sizes(self, row: Row) -> str:
        """Write how large a model is on the disk, from the least to the most where that isn't known."""
        least, most = row.size
        if not most:
            return ""
        return size(least) if least == most else self.tr("{0} to {1}").format(size(least), size(most))

    def languages(self, can: Abilities | None) -> str:
        """Name the languages of a model, or count them."""
        if can is None:
            return ""
        known = can.languages
        return ", ".join(map(language_name, known)) if len(known) <= _NAMED else str(len(known))

    def machine(self, facts: Facts) -> str:
        """Say what this machine has."""
        known = facts.prospects.machine
        if known is None:
            return ""
        text = self.tr("This computer has {0} cores, and {1} of free memory.")
        return text.format(known.cores, size(known.memory * _MIB))

    def time(self, row: Row, job: Job) -> str:
        """Say how long the film would take, or why the model is not to be taken."""
        if row.state == "broken" or row.abilities is None:
            return ""
        if not row.able:
            return _lack(job, row.abilities)
        if row.abilities.synthetic_only:
            return self.tr("only to try Sotto")
        if not row.fits:
            return self.tr("needs {0} of memory").format(size(row.memory * _MIB))
        return "" if row.time is None else self.duration(row.time)

    def details(self, row: Row, job: Job) -> str:
        """Say in sentences what there is to know of a model."""
        if row.state == "broken" or row.abilities is None:
            return row.problem
        can = row.abilities
        known = self.languages(can)
        facts = [
            self.tr("{0} languages").format(known) if len(can.languages) > _NAMED else known,
            self.tr("translates into English") if can.translates else self.tr("does not translate"),
        ]
        if row.path is not None:
            facts.append(self.tr("exact word times") if can.word_times else self.tr("rough word times"))
        if row.trained_for:
            facts.append(self.tr("trained further for {0}").format(", ".join(map(language_name, row.trained_for))))
        if row.licence:
            facts.append(self.tr("licence {0}").format(row.licence))
        if row.memory:
            facts.append(self.tr("needs {0} of memory").format(size(row.memory * _MIB)))
        sentences = [f"{row.wish or row.path or row.name}: {'; '.join(facts)}."]
        if can.synthetic_only:
            sentences.append(
                self.tr("It learned from synthetic speech and is useless for people's voices: it is here to try Sotto.")
            )
        if not row.able:
            sentences.append(self.tr("What is asked for above it can't do: {0}.").format(_lack(job, can)))
        return " ".join(sentences)

    def advice(self, row: Row | None, length: int) -> str:
        """Say which model to take, and what it would cost."""
        if row is None:
            return self.tr("No model that can do this fits into the free memory: close other programs.")
        cost = self.tr("it is here") if row.path is not None else self.sizes(row)
        if row.time is None:
            return self.tr("Recommended: {0} ({1}).").format(row.name, cost)
        text = self.tr("Recommended: {0} ({1}), about {2} for {3} of speech.")
        return text.format(row.name, cost, self.duration(row.time), self.duration(length))


def _lack(job: Job, can: Abilities) -> str:
    return ModelWords(Shelf(()), job).mark(can)
