"""Saving and exporting, and everything a person must be asked before anything is lost."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.film import Film
from app.look.engine_words import in_words
from app.preferences import Preferences
from app.recovery import Recovery
from app.session import Session
from app.widgets.file_questions import file_to_save
from app.widgets.messages import Choice, failure, question
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.export import write_bytes_whole
from engine.subtitles.losses import Loss
from engine.subtitles.project.file import SUFFIX

if TYPE_CHECKING:
    from app.dialogs.export import Export


class SaveActions(QObject):
    """Writes the document into the person's files. `told` is what a status bar should say."""

    told = Signal(str)

    def __init__(
        self, window: QWidget, session: Session, recovery: Recovery, film: Film, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._recovery = recovery
        self._film = film
        self._preferences = preferences
        self._last_export: Export | None = None

    def save(self) -> bool:
        """Save to the person's file; ask for a name where there is none."""
        if self._recovery.path is None:
            return self.save_as()
        if self._recovery.is_changed_outside() and not self._may_overwrite():
            return False
        try:
            self._tell_losses(self._recovery.save())
        except EngineError as error:
            failure(self._window, self.tr("Save"), str(error))
            return False
        return True

    def save_as(self) -> bool:
        """Ask for a name, and save under it."""
        start = self._recovery.path or Path(self._folder) / f"{self._stem()}.srt"
        path, kind = file_to_save(self._window, self.tr("Save as"), start, self._written_kinds())
        if path is None:
            return False
        if not path.suffix:
            path = path.with_suffix(SUFFIX if SUFFIX in kind else ".srt")
        return self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save under a name."""
        try:
            self._tell_losses(self._recovery.save_as(path))
        except EngineError as error:
            failure(self._window, self.tr("Save as"), str(error))
            return False
        self._preferences.remember(path)
        return True

    def export(self) -> None:
        """Ask for a format, then for a name, and write a copy."""
        from app.dialogs.export import Export, ask  # no start waits for it, nor for the formats
        from engine.subtitles.format_table import FORMATS

        answer = ask(self._window, self._session.document, self._last_export or Export())
        if answer is None:
            return
        self._last_export = answer
        start = Path(self._folder) / f"{self._stem()}{answer.suffix}"
        kinds = f"{FORMATS[answer.suffix].name} (*{answer.suffix})"
        path, _ = file_to_save(self._window, self.tr("Export"), start, kinds)
        if path is not None:
            self.export_to(path, answer)

    def export_to(self, path: Path, export: "Export") -> bool:
        """Write a copy as it was asked for; the document goes on under its own name."""
        path = path if path.suffix else path.with_suffix(export.suffix)
        try:
            data, lost = export.data(self._session.document)
            write_bytes_whole(data, path, overwrite=True)
        except EngineError as error:
            failure(self._window, self.tr("Export"), str(error))
            return False
        self.told.emit(self.tr("Exported to {0}").format(shown(path)))
        self._tell_losses(lost)
        return True

    def may_go(self) -> bool:
        """Ask what becomes of edits that are in no file of the person's; False if the document stays."""
        if not self._recovery.unsaved or not self._session.history.past:
            return True
        answer = question(
            self._window,
            self.tr("Save?"),
            self.tr("{0} has changes that are not saved.").format(self._name()),
            (
                Choice("save", self.tr("&Save")),
                Choice("discard", self.tr("&Discard"), "destroy"),
                Choice("stay", self.tr("&Cancel"), "no"),
            ),
            "save",
        )
        if answer == "discard":
            self._recovery.discard()
            return True
        return answer == "save" and self.save()

    def notice_changes_outside(self) -> None:
        """Ask what to do if another program changed the file; to be called when the window comes to the front."""
        if not self._recovery.is_news_outside():
            return
        answer = question(
            self._window,
            self.tr("Changed by another program"),
            self.tr("{0} was changed or removed by another program.").format(self._name()),
            (
                Choice("reload", self.tr("&Reload")),
                Choice("as", self.tr("Save &as...")),
                Choice("keep", self.tr("&Keep mine"), "no"),
            ),
            "keep",
        )
        if answer == "reload":
            self._reload()
        elif answer == "as":
            self.save_as()

    def _may_overwrite(self) -> bool:
        answer = question(
            self._window,
            self.tr("Changed by another program"),
            self.tr("{0} was changed by another program since it was opened. Saving replaces that.").format(
                self._name()
            ),
            (
                Choice("overwrite", self.tr("&Overwrite"), "destroy"),
                Choice("as", self.tr("Save &as...")),
                Choice("reload", self.tr("&Reload")),
                Choice("stay", self.tr("&Cancel"), "no"),
            ),
            "stay",
        )
        if answer == "as":
            self.save_as()
        elif answer == "reload":
            self._reload()
        return answer == "overwrite"

    def _reload(self) -> None:
        try:
            self._recovery.reload()
        except EngineError as error:
            failure(self._window, self.tr("Reload"), str(error))

    def _tell_losses(self, lost: Sequence[Loss]) -> None:
        if lost:
            kept_not = ", ".join(in_words(loss.feature.value) for loss in lost)
            self.told.emit(self.tr("Saved, but this format can't hold: {0}").format(kept_not))

    def _name(self) -> str:
        path = self._recovery.path
        return self.tr("The new document") if path is None else shown(Path(path.name))

    @property
    def _folder(self) -> str:
        return folder_of(self._recovery, self._film, self._preferences)

    def _stem(self) -> str:
        named = self._recovery.path or self._film.path
        return named.stem if named else self.tr("subtitles")

    def _written_kinds(self) -> str:
        from engine.subtitles.format_table import FORMATS

        kinds: dict[str, list[str]] = {}
        for suffix, known in FORMATS.items():
            if known.read is not None:
                kinds.setdefault(known.name, []).append(f"*{suffix}")
        formats = [f"{name} ({' '.join(suffixes)})" for name, suffixes in kinds.items()]
        return ";;".join((*formats[:1], self.tr("Sotto's project (*{0})").format(SUFFIX), *formats[1:]))


def folder_of(recovery: Recovery, film: Film, preferences: Preferences) -> str:
    """Return the folder in which to begin to look: that of the document, of the film, or of the last file."""
    recent = preferences.settings.recent
    here = recovery.path or film.path or (recent[0] if recent else None)
    return str(here.parent if here else Path.home())
