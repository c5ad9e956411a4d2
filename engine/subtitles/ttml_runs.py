"""Stretches of TTML's text: their style by its properties, and which of their spaces are shown."""

from collections.abc import Mapping
from typing import Literal

from engine.subtitles.markup import Run, write_run

Style = Mapping[str, str]


def styled_run(text: str, style: Style) -> Run:
    """Return a run in the style that TTML's properties name."""
    styles: set[Literal["i", "b", "u"]] = set()
    if style.get("fontStyle") in ("italic", "oblique"):
        styles.add("i")
    if style.get("fontWeight") == "bold":
        styles.add("b")
    if "underline" in style.get("textDecoration", "").split():
        styles.add("u")
    return Run(text, frozenset(styles), style.get("color"))


def collapse(runs: list[Run]) -> list[Run]:
    """Take out spaces beside spaces, line breaks and the ends (TTML2, 10.2.23)."""
    collapsed: list[Run] = []
    after_space = True
    for run in runs:
        text = run.text.lstrip(" ") if after_space else run.text
        if text.startswith("\n"):
            _strip_end(collapsed)
        if text:
            collapsed.append(Run(text, run.styles, run.colour))
            after_space = text[-1] in " \n"
    _strip_end(collapsed)
    return collapsed


def _strip_end(runs: list[Run]) -> None:
    while runs and not runs[-1].text.rstrip(" "):
        runs.pop()
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].styles, runs[-1].colour)


def text_of(runs: list[Run]) -> str:
    """Join runs, those of one style into one."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and (last.styles, last.colour) == (run.styles, run.colour):
            joined[-1] = Run(last.text + run.text, run.styles, run.colour)
        else:
            joined.append(run)
    return "".join(write_run(run) if run.text.strip() else run.text for run in joined)
