"""The waveform's colours, all made from the palette: light, dark and high contrast need nothing of their own."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from app.widgets.marks import is_dark, warning_colour

_ON_DARK = ((8, 10, 18), (26, 34, 86), (88, 42, 128), (176, 60, 112), (234, 114, 70), (250, 188, 92), (255, 247, 204))
_ON_LIGHT = (
    (255, 255, 255),
    (224, 230, 242),
    (172, 190, 224),
    (114, 144, 202),
    (68, 94, 166),
    (36, 48, 112),
    (12, 14, 52),
)


@dataclass(frozen=True, slots=True)
class Colours:
    """What each part is drawn in. `wave` is outside of cues, `wave_in_cue` and `wave_selected` inside of them.

    `heat` are the 256 colours of the spectrogram as QRgb, from silent to loud.
    """

    ground: QColor
    ruler: QColor
    text: QColor
    faint: QColor
    wave: QColor
    wave_in_cue: QColor
    wave_selected: QColor
    cue: QColor
    cue_edge: QColor
    label: QColor
    selected: QColor
    selected_edge: QColor
    selected_label: QColor
    selected_text: QColor
    speech: QColor
    uncovered: QColor
    playhead: QColor
    warning: QColor
    stretch: QColor
    heat: tuple[int, ...]

    @classmethod
    def of(cls, palette: QPalette) -> "Colours":
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        accent, upon = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.HighlightedText)
        dark = is_dark(palette)
        ink = _mixed(text, accent, 0.55)
        return cls(
            ground=base,
            ruler=_mixed(base, text, 0.06),
            text=text,
            faint=_mixed(text, base, 0.3),
            wave=_mixed(text, base, 0.5),
            wave_in_cue=_mixed(ink, base, 0.25),
            wave_selected=_mixed(accent, text, 0.3),
            cue=_mixed(base, accent, 0.1 if not dark else 0.16),
            cue_edge=_mixed(ink, base, 0.3),
            label=_mixed(base, accent, 0.2 if not dark else 0.3),
            selected=_mixed(base, accent, 0.24 if not dark else 0.34),
            selected_edge=_mixed(accent, text, 0.35),
            selected_label=accent,
            selected_text=upon,
            speech=QColor("#4fb58a") if dark else QColor("#2b8a62"),
            uncovered=warning_colour(palette),
            playhead=QColor("#ff6f61") if dark else QColor("#d12f1f"),
            warning=warning_colour(palette),
            stretch=_mixed(text, base, 0.2),
            heat=_heat(_ON_DARK if dark else _ON_LIGHT),
        )


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return the first colour with a share (0 to 1) of the second in it."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one * (1 - share) + other * share) for one, other in parts))


def _heat(stops: tuple[tuple[int, int, int], ...]) -> tuple[int, ...]:
    """Return 256 colours through some stops at equal distances."""
    last = len(stops) - 1
    colours = []
    for place in (number * last / 255 for number in range(256)):
        first = min(int(place), last - 1)
        pairs = zip(stops[first], stops[first + 1], strict=True)
        colours.append(QColor(*(round(one + (other - one) * (place - first)) for one, other in pairs)).rgba())
    return tuple(colours)
