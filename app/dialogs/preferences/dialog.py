"""The dialog of the preferences: a list of pages and the page."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.dialogs.preferences.keys_page import KeysPage
from app.dialogs.preferences.pages import LanguagePage, LookPage, PlayerPage, PrivacyPage, ProfilePage
from app.dialogs.preferences.values import Question
from app.look.icons import icon
from app.widgets import question
from engine.settings import Settings, without_recent


def ask(parent: QWidget | None, asked: Question) -> Settings | None:
    """Ask for the settings of every run."""
    dialog = PreferencesDialog(asked, parent)
    return dialog.answer if dialog.exec() else None


class PreferencesDialog(question.Question):
    """Everything is applied when it is accepted, nothing before."""

    def __init__(self, asked: Question, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Preferences"), parent)
        self._settings = asked.settings
        settings = asked.settings
        self.keys = KeysPage(settings.keys, asked.actions)
        self.profile = ProfilePage(settings.profile, asked.profiles)
        self.look = LookPage(settings.look)
        self.language = LanguagePage(settings.language, asked.languages)
        self.player = PlayerPage(settings.player)
        self.privacy = PrivacyPage(settings.privacy)
        self.pages = QStackedWidget()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the preferences"))
        for title, name, page in (
            (self.tr("Keys"), "keyboard", self.keys),
            (self.tr("Profile"), "verified", self.profile),
            (self.tr("Look"), "settings", self.look),
            (self.tr("Language"), "translate", self.language),
            (self.tr("Player"), "play", self.player),
            (self.tr("Privacy"), "speaker", self.privacy),
        ):
            self.list.addItem(QListWidgetItem(icon(name), title))
            self.pages.addWidget(page)
        line = QHBoxLayout()
        line.addWidget(self.list)
        line.addWidget(self.pages, 1)
        self.body.addLayout(line)
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + 4 * self.fontMetrics().averageCharWidth())
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.show_page(0)

    @property
    def answer(self) -> Settings:
        settings = replace(
            self._settings,
            keys=self.keys.keys,
            profile=self.profile.profile,
            look=self.look.look,
            language=self.language.language,
            player=self.player.player,
            privacy=self.privacy.privacy,
        )
        return settings if settings.privacy.keep_recent else without_recent(settings)

    def show_page(self, page: int) -> None:
        """Show a page by its place in the list."""
        self.list.setCurrentRow(page)
