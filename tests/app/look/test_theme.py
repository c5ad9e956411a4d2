"""The look follows what somebody chose, and the system where nobody did."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from app.look.palettes import Scheme, scheme_of
from app.look.theme import Theme, scheme_for
from engine.settings import Look
from engine.settings import Scheme as Wish

_System, _Contrast = Qt.ColorScheme, Qt.ContrastPreference


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = QFont(qapp.font()), qapp.palette()
    yield qapp
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.mark.parametrize(
    ("wish", "system", "contrast", "shown"),
    [
        ("system", _System.Unknown, _Contrast.NoPreference, "light"),
        ("system", _System.Dark, _Contrast.NoPreference, "dark"),
        ("system", _System.Dark, _Contrast.HighContrast, "high-contrast"),
        ("light", _System.Dark, _Contrast.HighContrast, "light"),
        ("high-contrast", _System.Light, _Contrast.NoPreference, "high-contrast"),
    ],
)
def test_the_scheme_is_the_chosen_one_or_the_systems(
    wish: Wish, system: Qt.ColorScheme, contrast: Qt.ContrastPreference, shown: Scheme
) -> None:
    assert scheme_for(Look(wish), system, contrast) == shown


def test_the_application_is_dressed_anew_when_the_choice_changes(application: QApplication) -> None:
    usual = application.font().pointSize()
    theme = Theme(application, Look("dark", 19))
    told: list[str] = []
    theme.changed.connect(told.append)
    assert scheme_of(application.palette()) == "dark"
    assert application.font().pointSize() == 19
    theme.show(Look("light"))
    assert told == ["light"]
    assert scheme_of(application.palette()) == "light"
    assert application.font().pointSize() == usual


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_an_empty_box_can_be_seen_on_its_ground(application: QApplication, scheme: Wish) -> None:
    Theme(application, Look(scheme))
    window = QWidget()
    box = QCheckBox(window)
    box.resize(20, 20)
    window.resize(30, 30)
    ground = window.palette().window().color().lightnessF()
    picture = window.grab().toImage()
    seen = max(abs(picture.pixelColor(x, 10).lightnessF() - ground) for x in range(20))
    assert seen > 0.25
