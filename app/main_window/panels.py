"""The panels of the window, and what they tell each other by it: none of them knows another."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.cues import Cursor
from app.main_window.parts import Parts
from app.models.cues import CueModel
from app.models.film_sound import sound_of
from app.panels.cue_editor import CueEditor
from app.panels.cue_table import CueTable
from app.panels.emptiness import Emptiness
from app.panels.find import FindBar
from app.panels.jobs import JobsPanel
from app.panels.problems.panel import ProblemsPanel
from app.panels.start_page import StartPage
from app.panels.video import VideoPanel
from app.panels.waveform import WaveformPanel
from engine.settings import Follow, Settings
from engine.subtitles.checks import RULES, Problem
from engine.subtitles.profiles import Profile
from engine.subtitles.search import Match

_TITLES = {rule.name: rule.title for rule in RULES}


class Panels(QObject):
    """Makes the panels and joins them."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        session, player, film, profile = parts.session, parts.player, parts.film, parts.profile
        self._parts = parts
        self.model = CueModel(session, profile, self)
        self.table = CueTable(session, self.model)
        self.emptiness = Emptiness(self.table.view, session, film, parts.transcription)
        self.editor = CueEditor(session, player, profile)
        self.video = VideoPanel(session, parts.timeline, player)
        self.waveform = WaveformPanel(session, parts.timeline, player, film, self.editor.focus_text)
        self.problems = ProblemsPanel(session, profile)
        self.find_bar = FindBar(session)
        self.find_bar.hide()
        self.jobs = JobsPanel(film, parts.transcription)
        self.jobs.watch(parts.rehearing)
        self.jobs.watch_translation(parts.translation)
        self.jobs.watch_downloads(parts.downloads)
        self.start_page = StartPage()
        self.searched_table = _above(self.find_bar, self.table)
        self._connect()

    @property
    def cursor(self) -> Cursor:
        """Where somebody types."""
        editor = self.editor
        return Cursor(editor.cursor_in_text, editor.selection_in_text, editor.focus_text, editor.text.hasFocus)

    def set_profile(self, profile: Profile) -> None:
        """Count, check and drag by a profile."""
        for panel in (self.model, self.editor, self.waveform, self.problems):
            panel.set_profile(profile)

    def set_settings(self, settings: Settings) -> None:
        """Play as a person chose."""
        chosen = settings.player
        self._parts.player.rewind = chosen.rewind
        self._parts.player.set_volume(chosen.volume / 100)
        self._parts.cue_sounds.set_on(chosen.sounds, chosen.sounds_volume / 100)
        self.video.transport.set_jump(chosen.stride)
        self.waveform.view.set_follow(chosen.follow)

    def open_find(self, *, replaces: bool) -> None:
        """Let somebody search, for what is selected in the text if something is."""
        text = self.editor.text.textCursor().selectedText() if self.editor.text.hasFocus() else ""
        self.find_bar.open(replaces=replaces, text=text)

    def save(self, layout: QSettings) -> None:
        """Remember how the panels look."""
        self.table.save(layout)
        self.video.save(layout)
        self.waveform.save(layout)

    def restore(self, layout: QSettings) -> None:
        """Take up what was remembered."""
        self.table.restore(layout)
        self.video.restore(layout)
        self.waveform.restore(layout)

    def _connect(self) -> None:
        film = self._parts.film
        film.prepared.connect(lambda ready: self.video.set_sound(sound_of(ready)))
        film.opened.connect(lambda: self.video.set_sound(None))
        self.waveform.follow_chosen.connect(self._remember_follow)
        self.table.activated.connect(self._go_to_cue)
        self.problems.found.connect(self._show_problems)
        self.problems.went.connect(self._seek_to_cue)
        self.find_bar.found.connect(self._show_match)
        self.find_bar.closed.connect(self.table.setFocus)

    def _remember_follow(self, follow: Follow) -> None:
        """Keep for every run what was chosen in the waveform's menu."""
        chosen = self._parts.preferences.settings
        self._parts.preferences.change(replace(chosen, player=replace(chosen.player, follow=follow)))

    def _show_match(self, match: Match) -> None:
        """Select in the editor what was found; the cursor stays in the bar."""
        if match.field != "speaker":
            self.editor.show_range(match.field, match.begin, match.end)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        broken = [problem for problem in problems if problem.level == "problem"]
        self.model.set_problems({problem.cue: _TITLES[problem.rule] for problem in reversed(broken)})
        self.waveform.set_problems(problems)

    def _go_to_cue(self, cue_id: int) -> None:
        self._seek_to_cue(cue_id)
        self.editor.focus_text()

    def _seek_to_cue(self, cue_id: int) -> None:
        cue, player = self._parts.session.cue(cue_id), self._parts.player
        if cue is not None and not player.playing:
            player.seek(cue.start)


def _above(bar: QWidget, panel: QWidget) -> QWidget:
    """Return a widget with a bar above a panel."""
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(bar)
    layout.addWidget(panel, 1)
    both.setFocusProxy(panel)
    return both
