"""The waveform can be read in every dress: text at 4.5:1, all that is drawn at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from app.look.palettes import Scheme, palette
from app.widgets.waveform.colours import Colours
from tests.support.contrast import contrast

_TEXTS = (
    *(("text", "label"), ("selected_text", "selected_label"), ("text", "ruler"), ("faint", "ruler")),
    *(("text", "cue"), ("text", "selected"), ("text", "ground"), ("faint", "ground"), ("faint", "cue")),
)
_MARKS = (
    *(("wave", "ground"), ("wave_in_cue", "cue"), ("wave_selected", "selected"), ("cue_edge", "cue")),
    *(("cue_edge", "ground"), ("selected_edge", "selected"), ("selected_edge", "ground"), ("speech", "ground")),
    *(("uncovered", "ground"), ("playhead", "ground"), ("playhead", "cue"), ("playhead", "selected")),
    *(("warning", "label"), ("warning", "ground"), ("stretch", "ground")),
)


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize(("pairs", "least"), [(_TEXTS, 4.5), (_MARKS, 3.0)], ids=["texts", "marks"])
def test_everything_stands_out(scheme: Scheme, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    colours = Colours.of(palette(scheme))
    poor = [
        f"{drawn} on {ground}"
        for drawn, ground in pairs
        if contrast(getattr(colours, drawn), getattr(colours, ground)) < least
    ]
    assert poor == []
