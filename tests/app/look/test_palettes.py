"""The palettes can be read: measured as WCAG 2.2 (1.4.3, 1.4.6) does."""

import pytest
from PySide6.QtGui import QPalette

from app.look.palettes import Scheme, palette, scheme_of
from app.widgets.marks import warning_colour
from tests.support.contrast import contrast

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


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("high-contrast", 7.0)])
def test_every_text_stands_out_from_its_ground(scheme: Scheme, least: float) -> None:
    colours = palette(scheme)
    poor = [
        (text.name, group.name)
        for text, ground in _PAIRS
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
        if contrast(colours.color(group, text), colours.color(group, ground)) < least
    ]
    assert poor == []


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_edges_what_has_the_focus_and_warnings_stand_out_by_three_to_one(scheme: Scheme) -> None:
    colours = palette(scheme)
    marks = {role.name: colours.color(role) for role in (_Role.Mid, _Role.Dark, _Role.Highlight, _Role.Accent)}
    marks["warning"] = warning_colour(colours)
    poor = [
        (name, ground.name)
        for name, mark in marks.items()
        for ground in (_Role.Window, _Role.Base, _Role.AlternateBase)
        if contrast(mark, colours.color(ground)) < 3
    ]
    assert poor == []


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_what_is_disabled_can_still_be_read(scheme: Scheme) -> None:
    disabled = QPalette.ColorGroup.Disabled
    colours = palette(scheme)
    assert contrast(colours.color(disabled, _Role.WindowText), colours.color(disabled, _Role.Window)) > 3
    assert colours.color(disabled, _Role.WindowText) != colours.color(QPalette.ColorGroup.Active, _Role.WindowText)


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_a_palette_knows_its_scheme(scheme: Scheme) -> None:
    assert scheme_of(palette(scheme)) == scheme
