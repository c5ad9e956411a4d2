"""The editor shows the current cue, changes it as it is typed, and counts by the profile."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.panels.cue_editor import CueEditor
from app.player import Player
from app.session import Session
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from engine.transcript import Word

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def player() -> Player:
    return Player()


@pytest.fixture
def editor(qtbot: QtBot, session: Session, player: Player) -> CueEditor:
    made = CueEditor(session, player, find_profile("subtitle-edit"))
    qtbot.addWidget(made)
    made.show()
    return made


def marked(editor: CueEditor) -> list[tuple[str, bool]]:
    """Return the words that are marked, and whether they are underlined."""
    return [
        (found.cursor.selectedText(), found.format.underlineStyle() == WAVE) for found in editor.text.extraSelections()
    ]


def counted(editor: CueEditor) -> str:
    return f"{editor.counted.lines.text()}, {editor.counted.speed.text()}"


def test_without_a_cue_nothing_can_be_typed(editor: CueEditor) -> None:
    assert not editor.text.isEnabled()
    assert not editor.start.isEnabled()


def test_the_current_cue_is_shown(editor: CueEditor, session: Session) -> None:
    session.select((2,))
    assert editor.text.text() == "Two."
    assert (editor.start.time, editor.end.time, editor.length.time) == (4000, 5500, 1500)


def test_typing_is_in_the_document_at_once_and_one_word_is_one_step(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    editor.text.selectAll()
    QTest.keyClicks(editor.text, "Uno")
    assert session.document.cues[0].text == "Uno"
    assert editor.text.textCursor().position() == 3
    session.undo()
    session.undo()
    assert session.document.cues[0].text == "One."
    assert editor.text.text() == "One."


def test_the_keys_of_undo_are_left_to_the_window(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    QTest.keyClicks(editor.text, "x")
    QTest.keyClick(editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.text() == session.document.cues[0].text == "xOne."


def test_the_translation_is_typed_beside_it(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    QTest.keyClicks(editor.translation, "Eins.")
    assert session.document.cues[0].translation == "Eins."
    assert session.document.cues[0].text == "One."


def test_times_are_typed_into_their_fields(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    editor.end.selectAll()
    QTest.keyClicks(editor.end, "0:00:03,250")
    QTest.keyClick(editor.end, Qt.Key.Key_Return)
    assert session.document.cues[0].end == 3250
    assert editor.length.time == 1250


def test_a_speaker_is_chosen_or_typed(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    editor.speaker.setEditText("Ada")
    QTest.keyClick(editor.speaker.lineEdit(), Qt.Key.Key_Return)
    assert session.document.cues[0].speaker == "Ada"
    assert session.document.speakers == ("Ada",)


def test_characters_are_counted_against_the_profile(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    assert counted(editor) == "Per line: 4 / 43, Per second: 2.7 / 25"
    editor.text.selectAll()
    QTest.keyClicks(editor.text, "This line has more than forty-three characters")
    assert counted(editor) == "Per line: 46 \u25b2 / 43, Per second: 30.7 \u25b2 / 25"


def test_counts_for_which_there_is_no_room_stand_under_each_other(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    counts = editor.counted
    line = counts.lines.sizeHint().height()
    counts.resize(1000, line)
    assert counts.minimumSizeHint().height() == line
    counts.resize(counts.speed.sizeHint().width(), line)
    assert counts.minimumSizeHint().height() == 2 * line


def test_doubtful_words_are_underlined_in_this_cue_alone(editor: CueEditor, session: Session) -> None:
    words = (Word(" one", 0, 400, 0.9), Word(" two", 400, 900, 0.2))
    cues = (Cue(1, 0, 1000, "one two", words=words, origin="machine"), Cue(2, 1000, 2000, "three"))
    session.open(History(Document(cues)))
    session.select((1,))
    assert marked(editor) == [("two", True)] or marked(editor) == [("one", False), ("two", True)]
    session.select((2,))
    assert marked(editor) == []


def test_the_word_under_the_playhead_is_marked(editor: CueEditor, session: Session, player: Player) -> None:
    words = (Word(" one", 0, 400, 0.9), Word(" \U0001f600two", 400, 900, 0.9))
    session.open(History(Document((Cue(1, 0, 1000, "one \U0001f600two", words=words, origin="machine"),))))
    session.select((1,))
    player.moved.emit(500)
    assert marked(editor) == [("\U0001f600two", False)]
    player.moved.emit(950)
    assert marked(editor) == []


def test_the_cursor_is_told_in_characters(editor: CueEditor, session: Session) -> None:
    session.open(History(Document((Cue(1, 0, 1000, "\U0001f600\U0001f600 two"),))))
    session.select((1,))
    cursor = editor.text.textCursor()
    cursor.setPosition(4)  # behind two characters of two halves each
    editor.text.setTextCursor(cursor)
    assert editor.cursor_in_text() == 2


def test_spaces_that_do_not_break_stay_what_they_are(editor: CueEditor, session: Session) -> None:
    session.open(History(Document((Cue(1, 0, 1000, "12\u00a0km"),))))
    session.select((1,))
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.text, "!")
    assert session.document.cues[0].text == "12\u00a0km!"


def test_what_is_pasted_is_plain_text(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    pasted.setText("bold")
    editor.text.selectAll()
    editor.text.insertFromMimeData(pasted)
    assert session.document.cues[0].text == "bold"


def test_leaving_the_text_ends_the_step(editor: CueEditor, session: Session) -> None:
    session.select((1,))
    editor.text.setFocus()
    QTest.keyClicks(editor.text, "a")
    editor.text.left.emit()
    QTest.keyClicks(editor.text, "b")
    assert len(session.history.past) == 2
