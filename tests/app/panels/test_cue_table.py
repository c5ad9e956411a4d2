"""The table selects with the session, edits in place and shows the columns that were chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.models.cues import CueModel
from app.panels.cue_table import CueTable
from app.session import Session
from engine.subtitles.document import Document
from engine.subtitles.edits import delete
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile


@pytest.fixture
def table(qtbot: QtBot, session: Session) -> CueTable:
    made = CueTable(session, CueModel(session, find_profile("subtitle-edit")))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def selected_rows(table: CueTable) -> list[int]:
    return sorted(index.row() for index in table.view.selectionModel().selectedRows())


def shown_columns(table: CueTable) -> list[str]:
    model = table.view.model()
    assert isinstance(model, CueModel)
    return [column.key for number, column in enumerate(model.columns) if not table.view.isColumnHidden(number)]


def test_a_selected_row_is_the_sessions_cue(table: CueTable, session: Session) -> None:
    table.view.selectRow(1)
    assert session.selected == (2,)


def test_several_rows_are_selected_the_current_one_last(table: CueTable, session: Session) -> None:
    table.view.selectRow(2)
    flags = QItemSelectionModel.SelectionFlag
    table.view.selectionModel().setCurrentIndex(table.view.model().index(0, 0), flags.Select | flags.Rows)
    assert session.selected == (3, 1)


def test_what_the_session_selects_is_selected_and_in_view(table: CueTable, session: Session) -> None:
    session.select((1, 3))
    assert selected_rows(table) == [0, 2]
    assert table.view.currentIndex().row() == 2


def test_after_a_deletion_the_row_in_its_place_is_selected(table: CueTable, session: Session) -> None:
    session.select((2,))
    session.apply(delete((2,)))
    assert selected_rows(table) == [1]
    assert session.selected == (3,)


def test_text_is_edited_in_its_cell(table: CueTable, session: Session, qtbot: QtBot) -> None:
    model = table.view.model()
    assert isinstance(model, CueModel)
    column = next(number for number, column in enumerate(model.columns) if column.key == "text")
    index = model.index(0, column)
    table.view.setCurrentIndex(index)
    table.view.edit(index)
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Uno.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.document.cues[0].text == "Uno.")


def test_a_double_click_on_a_number_wants_the_cue_opened(table: CueTable) -> None:
    told: list[int] = []
    table.activated.connect(told.append)
    index = table.view.model().index(1, 0)
    table.view.doubleClicked.emit(index)
    assert told == [2]


def test_columns_are_chosen_and_remembered(table: CueTable, session: Session, qtbot: QtBot, tmp_path: object) -> None:
    assert shown_columns(table) == ["number", "start", "duration", "speed", "text", "state"]
    table.show_column("translation", shown=True)
    table.show_column("state", shown=False)
    settings = QSettings(f"{tmp_path}/layout.ini", QSettings.Format.IniFormat)
    table.save(settings)
    again = CueTable(session, CueModel(session, find_profile("subtitle-edit")))
    qtbot.addWidget(again)
    again.restore(settings)
    assert shown_columns(again) == ["number", "start", "duration", "speed", "text", "translation"]


def test_no_widget_is_made_for_a_row(qtbot: QtBot, documents: Callable[..., Document]) -> None:
    session = Session(History(documents(*["One."] * 5000)))
    table = CueTable(session, CueModel(session, find_profile("subtitle-edit")))
    qtbot.addWidget(table)
    table.show()
    count = len(table.view.viewport().children())
    table.view.scrollToBottom()
    session.select((4000,))
    assert len(table.view.viewport().children()) == count


def test_a_text_keeps_what_can_be_read_of_it_however_narrow_the_table_is(table: CueTable) -> None:
    header, letters = table.view.horizontalHeader(), 22 * table.view.fontMetrics().averageCharWidth()
    text = next(number for number in range(header.count()) if column_key(table, number) == "text")
    assert header.sectionSize(text) > letters
    QApplication.processEvents()
    assert header.length() == table.view.viewport().width()
    table.resize(300, 300)
    assert header.sectionSize(text) >= letters
    assert header.length() > table.view.viewport().width()
    table.resize(900, 300)
    QApplication.processEvents()
    assert header.length() == table.view.viewport().width()


def column_key(table: CueTable, number: int) -> str:
    model = table.view.model()
    assert isinstance(model, CueModel)
    return model.columns[number].key
