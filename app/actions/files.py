"""The actions on files: new, open, close; subtitles with the film beside them, films, folders, what was left behind."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.actions.saving import SaveActions, folder_of
from app.actions.table import Action
from app.film import MEDIA, Film, is_media, media_beside
from app.kept_order import kept_order
from app.preferences import Preferences
from app.recovery import Recovery
from app.session import Session
from app.widgets.clock import short_clock
from app.widgets.file_questions import file_to_open, files_to_open
from app.widgets.messages import failure
from engine.errors import EngineError
from engine.paths import resources, shown
from engine.subtitles.document import Document
from engine.subtitles.edits import set_media
from engine.subtitles.media import find_media, media_at
from engine.subtitles.project.file import SUFFIX


class FileActions(QObject):
    """Opens documents and the media that belong to them. `told` is what a status bar should say."""

    told = Signal(str)
    several = Signal(list)  # media files that were given at once

    def __init__(
        self,
        window: QWidget,
        session: Session,
        recovery: Recovery,
        film: Film,
        preferences: Preferences,
        saving: SaveActions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._recovery = recovery
        self._film = film
        self._preferences = preferences
        self._saving = saving
        self.is_open = False  # whether a document or medium is there, or the start page

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        there, saving = self._is_there, self._saving
        return (
            Action("file.new", self.tr("&New"), self.new, "", "new", "open"),
            Action("file.open", self.tr("&Open..."), self.ask_and_open, "", "open", "open"),
            Action("file.open_media", self.tr("Open &film or sound..."), self.ask_and_open_media, "", "film", "open"),
            Action("file.open_sample", self.tr("Open the sa&mple"), self.open_sample, group="open"),
            Action("file.save", self.tr("&Save"), saving.save, "", "save", "save", there),
            Action("file.save_as", self.tr("Save &as..."), saving.save_as, "", "save-as", "save", there),
            Action("file.export", self.tr("&Export..."), saving.export, "", "export", "save", there),
            Action("file.close", self.tr("&Close"), self.close, "", "close", "close", there),
            Action("file.quit", self.tr("&Quit"), self._quit, group="close"),
        )

    def _is_there(self) -> bool:
        return self.is_open

    def new(self) -> None:
        """Begin an empty document, without a film."""
        if self._saving.may_go():
            self._film.open(None)
            self._recovery.new(Document())
            self._say_open(True)

    def ask_and_open(self) -> None:
        """Ask for files, and open them."""
        self.open(files_to_open(self._window, self.tr("Open"), self._folder, self._all_kinds()))

    def ask_and_open_media(self) -> None:
        """Ask for a film or sound, and open it beside the document that is there."""
        kinds = self.tr("Film and sound ({0})").format(" ".join(f"*{suffix}" for suffix in MEDIA))
        path = file_to_open(self._window, self.tr("Open film or sound"), self._folder, kinds)
        if path is not None and self.is_open:
            self.attach(path)
        elif path is not None:
            self.open((path,))

    def open_sample(self) -> None:
        """Open the film that comes with Sotto."""
        self.open((resources() / "sample" / "interview.mp4",))

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was given: subtitles, a project, a film; a film with subtitles goes to these. Several films are for
        the queue."""
        files = _all_files(paths)
        if len(files) > 1 and all(map(is_media, files)):
            self.several.emit(files)
        else:
            self.open_first(paths)

    def open_first(self, paths: Sequence[Path]) -> None:
        """Open the first document that was given, or else the first film; the other films are for the queue."""
        files = _all_files(paths)
        films = [path for path in files if is_media(path)]
        texts = [path for path in files if not is_media(path)]
        if paths and not files:
            self.told.emit(self.tr("There is no film or sound in this folder."))
        elif texts and (texts[0] == self._recovery.path or self._saving.may_go()):
            film = _film_of(texts[0], films)
            self._open_document(texts[0], film)
            films = [other for other in films if other != film]
            if len(texts) > 1:
                self.told.emit(
                    self.tr("A window holds one document: {0} was opened.").format(shown(Path(texts[0].name)))
                )
        elif films and not texts and self._saving.may_go():
            self._open_film(films.pop(0))
        else:
            return
        if films:
            self.several.emit(films)

    def attach(self, media: Path) -> None:
        """Say which film or sound the document belongs to, and open it."""
        try:
            known = media_at(media)
        except EngineError as error:
            failure(self._window, self.tr("Open film or sound"), str(error))
            return
        self._film.open(media)
        self._session.apply(set_media(known))

    def open_left_behind(self, hidden: Path) -> None:
        """Open what an earlier run left unsaved."""
        try:
            self._recovery.open_left_behind(hidden)
        except EngineError as error:
            failure(self._window, self.tr("Recover"), str(error))
            return
        self._after_opening(None)

    def close(self) -> None:
        """Close the document, and go back to the start page; what is still to be heard of it is no question."""
        if self._saving.may_go():
            path, left = self._recovery.path, kept_order(self._recovery)
            self._film.open(None)
            self._recovery.new(Document())
            self._say_open(False)
            if path is not None and left is not None:
                text = self.tr("{0} was heard up to {1}: open it again to hear the rest.")
                self.told.emit(text.format(shown(Path(path.name)), short_clock(left.reached)))

    def _open_document(self, path: Path, media: Path | None) -> None:
        if path != self._recovery.path:
            try:
                self._recovery.open(path)
            except EngineError as error:
                failure(self._window, self.tr("Open"), str(error))
                return
        self._after_opening(media)
        self._preferences.remember(path)

    def _after_opening(self, media: Path | None) -> None:
        path, left = self._recovery.path, kept_order(self._recovery)
        known = self._session.document.media or (left.film if left else None)
        found = media or (find_media(known, path or Path(known.path)) if known else None)
        if found is None and path is not None:
            found = media_beside(path)
        self._film.open(found)
        self._say_open(True)
        self._tell_opened(missing=known is not None and found is None)
        if self._session.document.cues and not self._session.selected:
            self._session.select((self._session.document.cues[0].id,))

    def _open_film(self, path: Path) -> None:
        try:
            known = media_at(path)
        except EngineError as error:
            failure(self._window, self.tr("Open"), str(error))
            return
        self._recovery.new(Document(media=known))
        self._film.open(path)
        self._say_open(True)
        self._preferences.remember(path)

    def _tell_opened(self, *, missing: bool) -> None:
        parts = [self._recovery.told, self._recovery.refusal]
        if self._recovery.repairs:
            parts.append(self.tr("Mended in the file: {0}.").format(self._recovery.repairs))
        if self._recovery.recovered:
            parts.append(
                self.tr("Changes that were not saved and are here again: {0}.").format(self._recovery.recovered)
            )
        left = kept_order(self._recovery)
        if left is not None:
            text = self.tr("It was heard up to {0}: “Go on where it broke off” hears the rest.")
            parts.append(text.format(short_clock(left.reached)))
        if missing:
            parts.append(self.tr("The film was not found: open it from the File menu."))
        told = " ".join(filter(None, parts))
        if told:
            self.told.emit(told)

    def _say_open(self, there: bool) -> None:
        self.is_open = there
        self._recovery.named.emit()

    @property
    def _folder(self) -> str:
        return folder_of(self._recovery, self._film, self._preferences)

    def _all_kinds(self) -> str:
        from engine.subtitles.format_table import FORMATS  # all readers come with it: no start waits for them

        read = [suffix for suffix, known in FORMATS.items() if known.read is not None]
        everything = " ".join(f"*{suffix}" for suffix in (SUFFIX, *read, *MEDIA))
        texts = " ".join(f"*{suffix}" for suffix in (SUFFIX, *read))
        return ";;".join(
            (
                self.tr("Subtitles, film and sound ({0})").format(everything),
                self.tr("Subtitles ({0})").format(texts),
                self.tr("Film and sound ({0})").format(" ".join(f"*{suffix}" for suffix in MEDIA)),
                self.tr("All files (*)"),
            )
        )

    def _quit(self) -> None:
        QApplication.closeAllWindows()


def _film_of(text: Path, films: Sequence[Path]) -> Path | None:
    """Return the film that was given with a text: the only one, or that of the same name."""
    named = next((film for film in films if text.stem == film.stem or Path(text.stem).stem == film.stem), None)
    return named or (films[0] if len(films) == 1 else None)


def _all_files(paths: Sequence[Path]) -> list[Path]:
    """Return files, those of folders with the media in them."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.iterdir() if is_media(file) and file.is_file())
        else:
            found.append(path.absolute())
    return found
