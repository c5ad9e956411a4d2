"""The find bar finds, replaces, counts, and says in itself what is wrong."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.panels.find import FindBar
from app.session import Session
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.search import Match
from tests.support.accessibility import unnamed

_CUES = (
    Cue(1, 0, 1000, "A house in a wood", "Åse", "Et hus i en skog"),
    Cue(2, 2000, 3000, "Houses, <i>houses</i>"),
    Cue(3, 4000, 5000, "No home", "Ola", "Ingen house"),
)


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar(Session(History(Document(_CUES))))
    qtbot.addWidget(made)
    made.open(replaces=True)
    return made


def _type(bar: FindBar, qtbot: QtBot, text: str) -> None:
    bar.wanted.clear()
    qtbot.keyClicks(bar.wanted, text)
    qtbot.waitUntil(lambda: not bar._soon.isActive())


def _check(box: object, qtbot: QtBot) -> None:
    qtbot.keyClick(box, Qt.Key.Key_Space)


def _texts(bar: FindBar) -> list[str]:
    return [cue.text for cue in bar._session.document.cues]


def test_matches_are_counted_as_one_types(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "house")
    assert bar.message.text() == "Found: 3"
    _type(bar, qtbot, "mouse")
    assert bar.message.text() == "Nothing found."


def test_enter_goes_from_match_to_match_and_tells_which(bar: FindBar, qtbot: QtBot) -> None:
    found: list[Match] = []
    bar.found.connect(found.append)
    _type(bar, qtbot, "house")
    for _ in range(4):
        qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert [(match.cue, match.begin, match.end) for match in found] == [(1, 2, 7), (2, 0, 5), (2, 11, 16), (1, 2, 7)]
    assert bar.message.text() == "1 of 3"
    assert bar._session.selected == (1,)
    qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.message.text() == "3 of 3"


def test_case_and_whole_words_can_be_asked_for(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "Houses")
    assert bar.message.text() == "Found: 2"
    _check(bar.case, qtbot)
    qtbot.waitUntil(lambda: bar.message.text() == "Found: 1")
    _type(bar, qtbot, "hous")
    _check(bar.word, qtbot)
    qtbot.waitUntil(lambda: bar.message.text() == "Nothing found.")


def test_the_fields_that_are_searched_are_chosen(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "house")
    _check(bar.fields["translation"], qtbot)
    qtbot.waitUntil(lambda: bar.message.text() == "Found: 4")
    for name in ("text", "translation"):
        _check(bar.fields[name], qtbot)  # type: ignore[index]
    qtbot.waitUntil(lambda: bar.message.text() == "Choose where to search.")
    assert not bar.next.isEnabled()
    _check(bar.fields["speaker"], qtbot)
    _type(bar, qtbot, "åse")
    assert bar.message.text() == "Found: 1"


def test_a_replaced_match_is_one_step_and_leads_to_the_next(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "house")
    qtbot.keyClicks(bar.replacement, "cottage")
    qtbot.mouseClick(bar.replace, Qt.MouseButton.LeftButton)  # finds the first
    assert _texts(bar)[0] == "A house in a wood"
    qtbot.mouseClick(bar.replace, Qt.MouseButton.LeftButton)
    assert _texts(bar)[0] == "A cottage in a wood"
    assert bar.match == Match(2, "text", 0, 5)
    assert bar._session.history.undo_label == "Replace"


def test_a_replacement_that_holds_what_is_sought_is_not_replaced_again(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "(hous)e")
    _check(bar.expression, qtbot)
    qtbot.keyClicks(bar.replacement, "\\1e house")
    bar.find_next()
    bar.replace_match()
    assert _texts(bar)[0] == "A house house in a wood"
    assert bar.match == Match(2, "text", 0, 5)


def test_all_are_replaced_in_one_step_and_counted(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "house")
    qtbot.keyClicks(bar.replacement, "tent")
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert _texts(bar) == ["A tent in a wood", "tents, <i>tents</i>", "No home"]
    assert bar.message.text() == "Replaced: 3"
    bar._session.undo()
    assert bar._session.document.cues == _CUES


def test_a_wrong_expression_is_told_in_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    _check(bar.expression, qtbot)
    _type(bar, qtbot, "(house")
    assert bar.message.text().startswith("The regular expression is wrong:")
    bar.find_next()
    bar.replace_every()
    assert bar.message.text().startswith("The regular expression is wrong:")
    assert bar._session.document.cues == _CUES


def test_a_wrong_replacement_is_told_in_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    _check(bar.expression, qtbot)
    _type(bar, qtbot, "house")
    qtbot.keyClicks(bar.replacement, "\\7")
    bar.find_next()
    bar.replace_match()
    assert "7" in bar.message.text()
    assert bar._session.document.cues == _CUES


def test_an_expression_that_would_never_end_is_given_up(qtbot: QtBot) -> None:
    slow = Session(History(Document((Cue(1, 0, 1000, "a" * 60 + "b"),))))
    hanging = FindBar(slow)
    qtbot.addWidget(hanging)
    hanging.open(replaces=False)
    hanging.expression.setChecked(True)
    hanging.wanted.setText("(a|aa)+$")
    hanging.find_next()
    assert hanging.message.text() == (
        "The regular expression takes longer than 2 s: simplify it, or search for plain text"
    )


def test_the_count_follows_edits(bar: FindBar, qtbot: QtBot) -> None:
    _type(bar, qtbot, "house")
    bar._session.undo()
    _type(bar, qtbot, "wood")
    qtbot.keyClicks(bar.replacement, "house")
    bar.replace_every()
    _type(bar, qtbot, "house")
    assert bar.message.text() == "Found: 4"


def test_escape_closes_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_line_for_replacing_is_there_only_where_it_was_asked_for(bar: FindBar) -> None:
    assert bar.replacement.isVisible()
    bar.open(replaces=False, text="wood")
    assert not bar.replacement.isVisible()
    assert bar.wanted.selectedText() == "wood"


def test_every_control_has_a_name(bar: FindBar) -> None:
    assert unnamed(bar) == []
