"""Every place of the window where a text shows that somebody else wrote: in a file, a model, a subtitle, an error.

One function each lets it show; tests.support.foreign_text watches what is opened meanwhile.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
)

from app.actions.palette import Palette
from app.main_window import MainWindow
from app.recovery import Kept
from app.widgets import messages
from app.widgets.job_row import Job
from app.widgets.video import Caption, Still
from engine.subtitles.edits import Edit
from tests.support.accessibility import names
from tests.support.dialogs import dialogs
from tests.support.showing import ask, hover, paste_into, settle, show, tip, type_name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text shows, as what, and what lets it. `control` is one of Qt's own that does take it for HTML."""

    name: str
    shown_as: str
    show: Callable[[], object]
    control: bool = False


def places(window: MainWindow, text: str, named: Path) -> Iterator[Place]:
    """Yield all places. `named` is a file that is there, whose name is markup; `window` has it open, full of `text`."""
    yield from _in_window(window, text)
    yield from _in_bars(window, text)
    yield from _questions(window, text)
    yield from _file_questions(window, named)
    for name, make in dialogs(text).items():
        yield Place(f"dialog: {name}", "all that is in it", lambda make=make: show(make()))
        yield Place(f"dialog: {name}", "pasted HTML", lambda make=make: paste_into(make(), text))
    yield from _controls(text)


def _controls(text: str) -> Iterator[Place]:
    """Yield widgets as Qt has them, in which it opens what is named: the watch must see that."""

    def message() -> None:
        box = QMessageBox()
        box.setText(text)
        show(box)

    yield Place("QLabel, as Qt has it", "control", lambda: show(QLabel(text)), control=True)
    yield Place("QMessageBox, as Qt has it", "control", message, control=True)
    yield Place("QToolTip, as Qt has it", "control", lambda: tip(text), control=True)


def _in_window(window: MainWindow, text: str) -> Iterator[Place]:
    panels, session = window.panels, window.parts.session
    table, editor = panels.table.view, panels.editor

    def edit_in_place() -> None:
        for column in (5, 6, 7):
            table.edit(panels.model.index(0, column))
            settle(window)
            QTest.keyClick(table.focusWidget() or table, Qt.Key.Key_Escape)

    def complete() -> None:
        editor.speaker.setFocus()
        editor.speaker.showPopup()
        settle(window)
        editor.speaker.hidePopup()
        editor.speaker.lineEdit().selectAll()
        QTest.keyClicks(editor.speaker.lineEdit(), text[:1])
        settle(window)
        QTest.keyClick(editor.speaker.lineEdit(), Qt.Key.Key_Escape)

    def undo_and_redo() -> None:
        session.apply(Edit(text, lambda document: replace(document, cues=document.cues[:-1])))
        _open_menus(window)
        session.undo()
        _open_menus(window)

    yield Place("window title", "the file's name", lambda: settle(window))
    yield Place("cue table", "text, translation, speaker", lambda: settle(table))
    yield Place("cue table", "typing in place", edit_in_place)
    yield Place("cue table", "columns' menu", lambda: show(_menu(window, panels.table.column_actions(window))))
    yield Place("cue editor", "text, translation, counts", lambda: settle(editor))
    yield Place("cue editor", "speakers and their completer", complete)
    yield Place("cue editor", "pasted HTML", lambda: paste_into(editor, text, shows=False))
    yield Place("waveform", "labels of cues", lambda: settle(panels.waveform))
    yield Place("waveform", "why there is none", lambda: panels.waveform.view.set_sound(None, text))
    yield Place("waveform", "its menu", lambda: show(_wave_menu(window)))
    yield Place("picture", "captions", lambda: panels.video.view.set_captions([Caption(text)]))
    yield Place("picture", "name of a sound", lambda: panels.video.view.set_still(Still(text)))
    yield Place("picture", "why there is none", lambda: panels.video.view.show_message(text))
    yield Place("problems", "list and reasons", lambda: _raise(window, "problems"))
    yield Place("problems", "preview of fixes", panels.problems.preview_all)
    yield Place("menus", "what undo and redo would do", undo_and_redo)
    yield Place("tooltips", "of everything in the window", lambda: hover(window))
    yield Place("accessible names", "of everything in the window", lambda: names(window))
    yield Place("tabs of docks", "their titles", lambda: settle(window.docks))


def _in_bars(window: MainWindow, text: str) -> Iterator[Place]:
    panels, bar = window.panels, window.panels.find_bar

    def find() -> None:
        window.commands.run("edit.replace")
        bar.wanted.setText(text)
        bar.replacement.setText(text)
        bar.find_next()
        bar.expression.setChecked(True)
        bar.wanted.setText(f"({text}")  # a pattern that can't be

    def jobs() -> None:
        states = ("waiting", "running", "paused", "failed", "done")
        panels.jobs.show_queue([Job(state, text, state, message=text) for state in states])
        window.dock("jobs").show()
        settle(window)
        hover(panels.jobs)

    def status() -> None:
        window.status.say(text)
        for label in (window.status.work, window.status.encoding, window.status.profile, window.status.model):
            label.setText(text)
        window.parts.recovery.kept_changed.emit(Kept("failed", "14:02:11", text))
        hover(window.statusBar())

    def start_page() -> None:
        panels.start_page.show_recent([Path("/films") / text.replace("/", ":"), Path(text)])
        panels.start_page.show_model(text)
        show(panels.start_page, closes=False)
        hover(panels.start_page)

    yield Place("find bar", "typed, replaced, why it fails", find)
    yield Place("jobs", "files' names and messages", jobs)
    yield Place("status bar", "messages, facts, their tooltips", status)
    yield Place("start page", "recent files, model", start_page)
    yield Place("empty table", "why it is empty", lambda: panels.emptiness.note.tell(text, text))
    yield Place("command palette", "typed", lambda: _palette(window, text))
    yield Place("title of the window", "a file's name", lambda: window.setWindowTitle(text))


def _questions(window: MainWindow, text: str) -> Iterator[Place]:
    choice = (messages.Choice("a", text), messages.Choice("b", "No", "no"))
    asked: dict[str, Callable[[], object]] = {
        "question": lambda: messages.question(window, text, text, choice, "a"),
        "information": lambda: messages.information(window, text, text),
        "failure": lambda: messages.failure(window, text, text),
        "failure with details": lambda: messages.failure(window, text, text, text),
        "failure with choices": lambda: messages.failure_with_choices(window, text, text, choice, "a"),
        "line of text": lambda: messages.ask_text(window, text, text, text),
        "progress": lambda: show(messages.progress(window, text, text, text, 3)),
        "close without saving": lambda: window.commands.run("file.close"),
        "file that can't be opened": lambda: window.groups.files.open([Path(f"{text.partition('/')[0]}.srt")]),
    }
    for name, opens in asked.items():
        yield Place("message box", name, lambda opens=opens: ask(opens))


def _file_questions(window: MainWindow, named: Path) -> Iterator[Place]:
    """Yield the questions for files, and the messages that Qt shows before them by itself."""

    def missing(dialog: QDialog) -> None:
        type_name(dialog, named.with_name(f"{named.stem}.none.srt").name)

    yield Place("question for files", "names in a folder", lambda: ask(lambda: window.commands.run("file.open")))
    yield Place("question for files", "no such file", lambda: ask(lambda: window.commands.run("file.open"), missing))
    yield Place(
        "question for files",
        "may it be replaced?",
        lambda: ask(lambda: window.commands.run("file.save_as"), lambda dialog: type_name(dialog, named.name)),
    )


def _open_menus(window: MainWindow) -> None:
    settle(window)
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        show(menu)
    hover(window)


def _menu(window: MainWindow, actions: list[object]) -> QMenu:
    menu = QMenu(window)
    menu.addActions(actions)
    return menu


def _wave_menu(window: MainWindow) -> QMenu:
    menu = QMenu(window)
    window.panels.waveform.fill_menu(menu, 1_000)
    return menu


def _raise(window: MainWindow, dock: str) -> None:
    window.dock(dock).show()
    window.dock(dock).raise_()
    window.commands.run("cue.next_problem")
    settle(window)


def _palette(window: MainWindow, text: str) -> None:
    palette = Palette(window.commands, window)
    palette.typed.setText(text)
    show(palette)
