"""Dresses the application: Fusion, the palette that was chosen or the system's own scheme, and the size of text."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.look.palettes import Scheme, edged, palette
from engine.settings import Look

_EDGED = (
    *("QCheckBox", "QRadioButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox"),
    *("QAbstractItemView", "QPushButton", "QProgressBar", "QSlider"),
)


def scheme_for(look: Look, system: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Scheme:
    """Return the scheme to show. A system that says nothing is taken for light."""
    if look.scheme != "system":
        return look.scheme
    if contrast == Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if system == Qt.ColorScheme.Dark else "light"


class Theme(QObject):
    """Keeps the application dressed as `look` says, also when the system's scheme changes. `changed` tells the scheme:
    who painted icons paints them again."""

    changed = Signal(str)

    def __init__(self, application: QApplication, look: Look) -> None:
        super().__init__(application)
        self._application = application
        self._look = look
        self._system_font = QFont(application.font())
        self.scheme: Scheme = "light"
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        self._dress()

    def show(self, look: Look) -> None:
        """Dress as somebody has chosen."""
        self._look = look
        self._dress()

    def _dress(self) -> None:
        hints = self._application.styleHints()
        self.scheme = scheme_for(self._look, hints.colorScheme(), hints.accessibility().contrastPreference())
        plain = palette(self.scheme)
        self._application.setPalette(plain)  # takes those of single classes back
        for name in _EDGED:
            self._application.setPalette(edged(plain), name)  # type: ignore[arg-type] # the stub says bytes
        font = QFont(self._system_font)
        if self._look.text_size:
            font.setPointSize(self._look.text_size)
        self._application.setFont(font)
        self.changed.emit(self.scheme)
