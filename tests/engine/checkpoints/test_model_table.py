"""The table of abilities that were asked for and models: some of its cells, and what it prints."""

import pytest

from tests.support.model_table import JOBS, Cell, known, lines, table

MODELS = known()
CELLS = table(MODELS)


@pytest.mark.parametrize(
    ("model", "job", "cell"),
    [
        ("base.en", "detect", Cell("only English", ())),
        ("base.en", "English", Cell("yes", ())),
        ("small", "detect", Cell("yes", ("4",))),
        ("small", "Cantonese", Cell("no Cantonese", ())),
        ("small.en", "English, words", Cell("yes", ("4",))),
        ("medium", "translate", Cell("yes", ("8", "G6"))),
        ("large-v3", "translate German", Cell("yes", ("16",))),
        ("large-v3-turbo", "translate", Cell("no translation", ())),
        ("large-v3-turbo", "detect", Cell("yes", ("8", "G6"))),
        ("nb-whisper-large", "Norwegian", Cell("yes", ("16",))),
        ("nb-whisper-large", "English, words", Cell("about", ())),
        ("kb-whisper-medium", "Swedish", Cell("yes", ("8", "G6"))),
        ("kb-whisper-medium", "Norwegian", Cell("only Swedish", ())),
        ("distil-large-v3", "English, words", Cell("about", ())),
    ],
)
def test_a_cell_says_whether_and_where(model: str, job: str, cell: Cell) -> None:
    assert CELLS[model, job] == cell


def test_every_model_has_a_cell_for_every_job() -> None:
    assert len(CELLS) == len(MODELS) * len(JOBS) == 26 * 8


def test_each_machine_is_told_what_to_take() -> None:
    printed = list(lines(MODELS))
    assert "Cantonese           4: none fits: the smallest needs 4,290 MiB" in printed
    assert "Swedish            16: kb-whisper-large   cpu float32, 7,092 MiB      54 min for an hour" in printed
