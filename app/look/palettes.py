"""Three palettes of our own: light, dark, high contrast. Text stands at 4.5:1 or more on its ground, 7:1 in the last.

The Fusion style takes every colour from the palette, and no desktop has to be there to give one.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QPalette

Scheme = Literal["light", "dark", "high-contrast"]
_Role = QPalette.ColorRole
_FUSIONS_SHADE = 140  # per cent that an edge is darker than the ground


@dataclass(frozen=True, slots=True)
class Colours:
    """A scheme as #rrggbb. `ground` is the window's, `base` that of fields and lists, `edge` is around them; `faint` is
    for what is disabled or explains, `mark` for what is selected or has the focus, `link` for links."""

    ground: str
    base: str
    stripe: str
    button: str
    text: str
    faint: str
    edge: str
    mark: str
    on_mark: str
    link: str


LIGHT = Colours(
    ground="#f3f3f1",
    base="#ffffff",
    stripe="#f7f7f5",
    button="#e9e9e6",
    text="#1b1b1a",
    faint="#6b6b68",
    edge="#868682",
    mark="#1f5fae",
    on_mark="#ffffff",
    link="#1a56a0",
)
DARK = Colours(
    ground="#262728",
    base="#1c1d1e",
    stripe="#222324",
    button="#37393b",
    text="#e8e8e6",
    faint="#a3a5a6",
    edge="#86898c",
    mark="#3a76c4",
    on_mark="#ffffff",
    link="#8ab8f5",
)
HIGH_CONTRAST = Colours(
    ground="#000000",
    base="#000000",
    stripe="#000000",
    button="#000000",
    text="#ffffff",
    faint="#c8c8c8",
    edge="#ffffff",
    mark="#ffd500",
    on_mark="#000000",
    link="#66d9ff",
)
_COLOURS: dict[Scheme, Colours] = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}


def palette(scheme: Scheme) -> QPalette:
    """Return the palette of a scheme."""
    colours = _COLOURS[scheme]
    made = QPalette()
    for role, colour in _active(colours).items():
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            made.setColor(group, role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(colours.button))
    return made


def edged(used: QPalette) -> QPalette:
    """Return the palette for boxes, fields and lists. Fusion draws their edges in a shade of the window's ground, which
    can't be seen where that is dark; they themselves paint no ground, so for them it can be one whose shade can."""
    made = QPalette(used)
    shade = _COLOURS[scheme_of(used)].edge
    made.setColor(_Role.Window, QColor(shade).lighter(_FUSIONS_SHADE))
    return made


def scheme_of(used: QPalette) -> Scheme:
    """Say which of the three a palette is nearest to."""
    ground = used.color(_Role.Window)
    if ground == QColor(HIGH_CONTRAST.ground):
        return "high-contrast"
    return "dark" if ground.lightness() < used.color(_Role.WindowText).lightness() else "light"


def _active(colours: Colours) -> dict[QPalette.ColorRole, str]:
    ground = QColor(colours.ground)
    return {
        _Role.Window: colours.ground,
        _Role.WindowText: colours.text,
        _Role.Base: colours.base,
        _Role.AlternateBase: colours.stripe,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.faint,
        _Role.Button: colours.button,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.on_mark,
        _Role.Highlight: colours.mark,
        _Role.HighlightedText: colours.on_mark,
        _Role.Accent: colours.mark,
        _Role.Link: colours.link,
        _Role.LinkVisited: colours.link,
        _Role.ToolTipBase: colours.base,
        _Role.ToolTipText: colours.text,
        _Role.Mid: colours.edge,
        _Role.Light: ground.lighter(112).name(),
        _Role.Midlight: ground.lighter(106).name(),
        _Role.Dark: colours.edge,
        _Role.Shadow: QColor(colours.edge).darker(130).name(),
    }
