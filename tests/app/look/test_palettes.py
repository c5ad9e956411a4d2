"""The palettes can be read: measured as WCAG 2.2 (1.4.3, 1.4.6) does."""

import pytest
from PySide6.QtGui import QColor, QPalette

from app.look.palettes import Scheme, palette, scheme_of

_Role = QPalette.ColorRole
_PAIRS = (
    (_Role.WindowText, _Role.Window),
    (_Role.Text, _Role.Base),
    (_Role.Text, _Role.AlternateBase),
    (_Role.ButtonText, _Role.Button),
    (_Role.HighlightedText, _Role.Highlight),
    (_Role.ToolTipText, _Role.ToolTipBase),
    (_Role.PlaceholderText, _Role.Base),
    (_Role.Link, _Role.Window),
)


def _luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("high-contrast", 7.0)])
def test_every_text_stands_out_from_its_ground(scheme: Scheme, least: float) -> None:
    colours = palette(scheme)
    poor = [
        (text.name, group.name)
        for text, ground in _PAIRS
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
        if _contrast(colours.color(group, text), colours.color(group, ground)) < least
    ]
    assert poor == []


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_what_is_disabled_can_still_be_read(scheme: Scheme) -> None:
    disabled = QPalette.ColorGroup.Disabled
    colours = palette(scheme)
    assert _contrast(colours.color(disabled, _Role.WindowText), colours.color(disabled, _Role.Window)) > 3
    assert colours.color(disabled, _Role.WindowText) != colours.color(QPalette.ColorGroup.Active, _Role.WindowText)


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_a_palette_knows_its_scheme(scheme: Scheme) -> None:
    assert scheme_of(palette(scheme)) == scheme
