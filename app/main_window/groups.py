"""The groups of actions, each given what it works on, and the one table that they make together."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMainWindow

from app.actions.again import AgainActions
from app.actions.cues import CueActions
from app.actions.files import FileActions
from app.actions.first_model import FirstModelActions
from app.actions.listening import ListenActions
from app.actions.models import ModelActions
from app.actions.playing import PlayActions
from app.actions.prospects import prospects
from app.actions.questions import QuestionActions
from app.actions.queueing import QueueActions
from app.actions.recovering import RecoverActions
from app.actions.resuming import ResumeActions
from app.actions.saving import SaveActions
from app.actions.table import Action
from app.actions.times import TimeActions
from app.actions.translating import TranslateActions
from app.dialogs.model_choice.shelf import Prospects
from app.dialogs.preferences.values import ActionName
from app.main_window.own_actions import OwnActions
from app.main_window.panels import Panels
from app.main_window.parts import Parts
from engine.subtitles.profiles import Profile


class Groups:
    """`names` returns the actions as the key editor lists them, `run` does one by its name: once they are bound."""

    def __init__(
        self,
        window: QMainWindow,
        parts: Parts,
        panels: Panels,
        names: Callable[[], tuple[ActionName, ...]],
        run: Callable[[str], object],
    ) -> None:
        session, player, film, chosen = parts.session, parts.player, parts.film, parts.preferences

        def profile() -> Profile:
            return parts.profile

        def marked() -> tuple[int, int] | None:
            return panels.waveform.marked

        self.models = ModelActions(window, parts.downloads, parts.model_files, chosen, lambda: film.duration)

        def known() -> Prospects:
            return prospects(self.models.manage)

        self.saving = SaveActions(window, session, parts.recovery, film, chosen)
        self.files = FileActions(window, session, parts.recovery, film, chosen, self.saving)
        self.recovering = RecoverActions(window, parts.recovery, self.files)
        self.listening = ListenActions(
            window,
            session,
            player,
            film,
            parts.transcription,
            parts.rehearing,
            parts.translation,
            parts.recovery,
            chosen,
            profile,
            marked,
            known,
        )
        self.first_model = FirstModelActions(window, panels.start_page, self.models, self.listening.model)
        self.resuming = ResumeActions(
            window,
            session,
            film,
            parts.transcription,
            parts.recovery,
            chosen,
            profile,
            self.files.ask_and_open_media,
            lambda: parts.rehearing.state == parts.translation.state == "idle",
            known,
        )
        self.queueing = QueueActions(window, parts.batch, chosen, parts.unsaved, panels.jobs, self.files.open, known)
        self.again = AgainActions(window, session, player, film, parts.rehearing, self.listening, marked)
        self.translating = TranslateActions(
            window, session, film, parts.translation, chosen, profile, self.listening.may_start, known
        )
        self._questions = QuestionActions(window, session, player, film, chosen, names)
        self._cues = CueActions(session, player, panels.cursor, profile)
        self._times = TimeActions(session, player, profile, lambda: run("cue.next"))
        self._playing = PlayActions(session, player, chosen, lambda: film.path is not None)

    @property
    def told(self) -> tuple[SignalInstance, ...]:
        """What the groups have to say in a line."""
        groups = (self.files, self.saving, self.listening, self.queueing, self.again, self.translating, self.models)
        return tuple(group.told for group in groups)

    def table(self, own: OwnActions) -> tuple[Action, ...]:
        """Return all actions in the order of the menus, with the window's own among them."""
        return (
            *self.files.table(),
            *own.edit_table(),
            *self._questions.edit_table(),
            *self._cues.table(),
            *own.problem_table(),
            *self._times.table(),
            *self._questions.time_table(),
            *self._playing.table(),
            *self.listening.table(),
            *self.resuming.table(),
            *self.queueing.table(),
            *self.again.table(),
            *self.translating.table(),
            *self.models.table(),
            *own.view_table(),
            *self._questions.help_table(),
        )
