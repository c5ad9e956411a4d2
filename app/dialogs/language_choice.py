"""The choice of the language that is spoken: one of Whisper's, or to have it detected."""

from PySide6.QtCore import QCoreApplication

from app.look.language_names import language_name
from app.widgets.choice_box import ChoiceBox
from engine.languages import LANGUAGES


class LanguageChoice(ChoiceBox):
    """A box of languages by their names. `code` is the chosen one's, "" to have it detected."""

    def __init__(self, chosen: str) -> None:
        super().__init__(QCoreApplication.translate("TranscribeDialog", "Language"))
        self.addItem(QCoreApplication.translate("TranscribeDialog", "Detect"), "")
        names = sorted(((language_name(code), code) for code in LANGUAGES), key=lambda item: item[0].casefold())
        for name, code in names:
            self.addItem(name, code)
        self.choose(chosen)

    @property
    def code(self) -> str:
        code = self.currentData()
        return code if isinstance(code, str) else ""

    def choose(self, code: str) -> None:
        """Choose a language, "" to have it detected; one that is none of Whisper's is not to be had."""
        self.setCurrentIndex(max(0, self.findData(code)))
