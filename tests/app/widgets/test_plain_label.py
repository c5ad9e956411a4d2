"""A PlainLabel shows markup as it is written."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.plain_label import NamedLabel, PlainLabel, breakable, shortened


def test_html_stays_what_was_written(qtbot: QtBot) -> None:
    label = PlainLabel('<b>bold</b> <img src="file:///etc/passwd">')
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == '<b>bold</b> <img src="file:///etc/passwd">'
    assert label.sizeHint().width() > PlainLabel("bold").sizeHint().width() * 3


def test_no_other_format_is_taken(qtbot: QtBot) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="plain text only"):
        label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_line_of_a_megabyte_is_cut(qtbot: QtBot) -> None:
    label = PlainLabel("a" * 1_000_000)
    qtbot.addWidget(label)
    assert label.text() == "a" * 9_999 + "…"


def test_long_words_may_break_behind_their_joints() -> None:
    path = "/home/somebody/recordings/a_very_long_name-of-a-film.mkv"
    assert (
        breakable(path).replace("\u200b", "|") == "/|home/|somebody/|recordings/|a_|very_|long_|name-|of-|a-|film.|mkv"
    )
    assert breakable("x" * 50).replace("\u200b", "|") == "x" * 40 + "|" + "x" * 10
    assert breakable("short words stay") == "short words stay"


def test_only_too_long_texts_are_shortened() -> None:
    assert shortened("four", 4) == "four"
    assert shortened("fifth", 4) == "fif…"


def test_a_fact_is_told_with_its_name_and_shown_without(qtbot: QtBot) -> None:
    label = NamedLabel("Saved")
    qtbot.addWidget(label)
    assert (label.accessibleName(), label.toolTip()) == ("Saved", "Saved")
    label.setText("14:02:11 <b>")
    assert (label.text(), label.accessibleName()) == ("14:02:11 <b>", "Saved: 14:02:11 <b>")
