"""The card of the embedded model: what it is for, how it was made, and what it reached."""

from collections.abc import Sequence
from pathlib import Path

from engine.training.recipe import Recipe
from engine.training.state import Point

CARD = "README.md"
_EVALUATION = "\n\n## Evaluation\n"
_HEAD = """\
# sotto-mini

A very small multilingual Whisper that this project trained from nothing, on **synthetic speech only** (espeak-ng).
It is for trying Sotto on a machine without a network, and for its tests. **It is useless for people's
voices**: take one of the published models for those.

Languages: English, Norwegian Bokmål (`<|no|>`), Spanish, German; translation of the others into English.

## How it was made

`make model` makes it again: sentences from the grammar in `packaging/model`, spoken by espeak-ng through many voices,
speeds and pitches, with noise, music and pauses; a byte-level BPE; a training from random weights. Beside the text, the
encoder was taught the phoneme and the token of every 20 ms, and one head of every decoder layer to listen where the
token is heard; the readers of phonemes and tokens are not part of the model.
"""


def begin_card(path: Path, recipe: Recipe, curve: Sequence[Point], how: str) -> None:
    """Write what the model is and how it was made; `how` tells sizes, hours and minutes."""
    parts = [_HEAD, f"{how}\n", _stages(recipe), "## The curve\n", _curve(curve)]
    path.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")


def end_card(path: Path, report: str) -> None:
    """Put the evaluation's report, Markdown, under a heading of the card's own, instead of an older one."""
    begun, _, _ = path.read_text(encoding="utf-8").partition(_EVALUATION)
    _, _, parts = report.partition("\n")
    ended = begun.rstrip() + _EVALUATION + parts.replace("\n## ", "\n### ")
    path.write_text(ended.rstrip() + "\n", encoding="utf-8")


def _stages(recipe: Recipe) -> str:
    rows = [
        f"| {stage.steps:,} | {stage.length / 1000:g} s | {stage.batch * recipe.accumulate} | {stage.prompts:.0%} "
        f"| {stage.translations:.0%} |"
        for stage in recipe.stages
    ]
    how = "Muon for the matrices of the blocks, AdamW for the rest" if recipe.orthogonal else "AdamW"
    return "\n".join(
        [
            f"{how}, learning rate {recipe.learning_rate:g}, seed {recipe.seed}, in stages:\n",
            "| steps | windows | at once | with a prompt | translated |\n|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _curve(curve: Sequence[Point]) -> str:
    head = "| step | minutes | loss | greedy WER, the stage's windows | language or silence |\n|---|---|---|---|---|"
    rows = [
        f"| {at.step:,} | {at.minutes:.0f} | {at.loss:.2f} | {at.wer or 0:.1%} | {at.language or 0:.0%} |"
        for at in curve
    ]
    return "\n".join([head, *rows, ""])
