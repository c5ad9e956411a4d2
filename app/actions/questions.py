"""The actions that ask first: shift, stretch, go to, preferences, information; dialogs and what follows from them.

Dialogs that are large are imported when they are asked for: no start of the window waits for them.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.actions.table import Action
from app.dialogs import go_to, shift_times
from app.dialogs.preferences.values import ActionName, Question
from app.film import Film
from app.look.language import LANGUAGES
from app.player import Player
from app.preferences import Preferences
from app.session import Session
from engine.errors import EngineError
from engine.subtitles.edits import shift, shift_from
from engine.subtitles.profiles import read_profiles


class QuestionActions(QObject):
    """Asks, and does what was answered."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        player: Player,
        film: Film,
        preferences: Preferences,
        names: Callable[[], tuple[ActionName, ...]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._player = player
        self._film = film
        self._preferences = preferences
        self._names = names
        self._last_shift = shift_times.Shift()

    def time_table(self) -> tuple[Action, ...]:
        """Return those of the menu of times."""
        return (
            Action("time.shift", self.tr("S&hift times..."), self.shift, "", "shift-times", "dialog", self._has_cues),
            Action(
                "time.stretch",
                self.tr("S&tretch times..."),
                self.stretch,
                "",
                "stretch-times",
                "dialog",
                self._has_cues,
            ),
        )

    def edit_table(self) -> tuple[Action, ...]:
        """Return those of the menu of editing."""
        return (
            Action("edit.go_to", self.tr("&Go to..."), self.go_to, "", "go-to", "go", self._has_cues),
            Action("edit.preferences", self.tr("&Preferences..."), self.preferences, "", "settings", "choose"),
        )

    def help_table(self) -> tuple[Action, ...]:
        """Return those of the menu of help."""
        return (
            Action(
                "help.media",
                self.tr("&Media information..."),
                self.media_information,
                "",
                "information",
                "about",
                lambda: self._film.path is not None,
            ),
            Action("help.about", self.tr("&About Sotto"), self.about, group="about"),
        )

    def shift(self) -> None:
        """Ask how to shift times, and do it."""
        document, selected = self._session.document, self._session.selected
        answer = shift_times.ask(self._window, document, selected, self._last_shift)
        if answer is None:
            return
        self._last_shift = answer
        if answer.scope == "following" and selected:
            self._session.apply(shift_from(selected[-1], answer.delta))
        else:
            cues = selected if answer.scope == "selected" else tuple(cue.id for cue in document.cues)
            self._session.apply(shift(cues, answer.delta))

    def stretch(self) -> None:
        """Ask how to stretch times, and do it."""
        from app.dialogs import stretch_times

        answer = stretch_times.ask(self._window, self._session.document)
        if answer is not None:
            self._session.apply(answer.edit)

    def go_to(self) -> None:
        """Ask for a cue or a time, and go there."""
        cues, current = self._session.document.cues, self._session.current
        here = next((at for at, cue in enumerate(cues, 1) if current is not None and cue.id == current.id), 1)
        end = max(self._film.duration, max((cue.end for cue in cues), default=0))
        answer = go_to.ask(self._window, go_to.Places(len(cues), end, here))
        if answer is None:
            return
        if answer.cue is not None:
            cue = cues[answer.cue - 1]
            self._session.select((cue.id,))
            self._player.seek(cue.start)
        elif answer.time is not None:
            self._player.seek(answer.time)

    def preferences(self) -> None:
        """Ask for the settings, and take them."""
        settings = self._preferences.settings
        try:
            profiles = read_profiles(self._preferences.own_profiles)
        except EngineError as error:
            self._preferences.complained.emit(str(error))
            profiles = read_profiles()
        from app.dialogs.preferences.dialog import ask as ask_preferences

        answer = ask_preferences(self._window, Question(settings, self._names(), profiles, LANGUAGES))
        if answer is not None:
            self._preferences.change(answer)

    def media_information(self) -> None:
        """Show what is known of the film."""
        path = self._film.path
        if path is not None:
            size = path.stat().st_size if path.is_file() else 0
            from app.dialogs import media_information

            media_information.show(self._window, media_information.MediaFacts(path, size, self._film.ready))

    def about(self) -> None:
        """Tell about Sotto."""
        from app.dialogs import about

        about.show(self._window, about.installed_facts())

    def _has_cues(self) -> bool:
        return bool(self._session.document.cues)
