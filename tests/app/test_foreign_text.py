"""Foreign text is plain text: nothing in the window makes a widget that takes it for HTML and opens what it names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.foreign_text import counted, missing, watch

APP = Path(__file__).parent.parent.parent / "app"
RICH = frozenset(
    {
        "QLabel",
        "QMessageBox",
        "QInputDialog",
        "QProgressDialog",
        "QErrorMessage",
        "QTextEdit",
        "QTextBrowser",
        "QWhatsThis",
        "QFileDialog",  # its messages are rich text: app/widgets/file_questions.py
    }
    | {"QStaticText", "QGraphicsTextItem", "QTextDocument"}
)
ALLOWED = frozenset({"widgets"})  # where the plain ones are made of them


def rich_calls(code: str) -> Iterator[tuple[int, str]]:
    """Yield the line and name of every call that makes one of the classes, or calls a function of the class."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in RICH:
            yield node.lineno, called.id
        elif isinstance(called, ast.Attribute):
            owner = called.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if called.attr in RICH or (name in RICH and called.attr[:1].islower()):
                yield node.lineno, called.attr if called.attr in RICH else f"{name}.{called.attr}"


def rich_bases(code: str) -> Iterator[tuple[int, str]]:
    """Yield the line and name of every class that is made of one of them."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ClassDef):
            yield from ((node.lineno, base.id) for base in node.bases if isinstance(base, ast.Name) and base.id in RICH)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("QLabel('x')", ["QLabel"]),
        ("QtWidgets.QLabel(text)", ["QLabel"]),
        ("QMessageBox.warning(None, 'a', text)", ["QMessageBox.warning"]),
        ("QFileDialog.getOpenFileName(window)", ["QFileDialog.getOpenFileName"]),
        ("QInputDialog.getText(window, 'a', text)", ["QInputDialog.getText"]),
        ("selection = QTextEdit.ExtraSelection()", []),
        ("PlainLabel('x')", []),
    ],
)
def test_the_lint_finds_what_it_looks_for(code: str, found: list[str]) -> None:
    assert [name for _, name in rich_calls(code)] == found


def test_nothing_outside_of_the_widgets_makes_a_widget_that_shows_rich_text() -> None:
    found = [
        f"{path.relative_to(APP)}:{line} {name}"
        for path in sorted(APP.rglob("*.py"))
        if path.relative_to(APP).parts[0] not in ALLOWED
        for line, name in (*rich_calls(path.read_text("utf-8")), *rich_bases(path.read_text("utf-8")))
    ]
    assert found == []


def test_no_text_is_given_to_a_function_that_takes_html() -> None:
    forbidden = {"setHtml", "insertHtml", "appendHtml", "setInformativeText"}
    found = [
        f"{path.relative_to(APP)}:{node.lineno} {node.func.attr}"
        for path in sorted(APP.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in forbidden
    ]
    assert found == []


def test_a_trace_is_counted_by_the_places_that_it_marks() -> None:
    trace = [
        '7 openat(AT_FDCWD, "/f/canary-7f3a.png", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '7 access("/foreign-text/0", F_OK) = -1 ENOENT (No such file or directory)',
        '8 openat(AT_FDCWD, "/f/canary-7f3a.png", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '7 openat(AT_FDCWD, "/f/canary-7f3a.png", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '7 statx(AT_FDCWD, "//canary-7f3a/share/a.png", AT_NO_AUTOMOUNT, STATX_ALL, 0x7ffd) = -1 ENOENT',
        '7 access("/foreign-text/1", F_OK) = -1 ENOENT (No such file or directory)',
        '7 openat(AT_FDCWD, "/films/<img src=canary-7f3a.png> &amp; <b>.srt", O_RDONLY) = 9',
        '7 connect(9, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
        '7 connect(9, {sa_family=AF_UNIX, sun_path="/run/bus"}, 11) = 0',
    ]
    files, connections = counted(trace)
    assert files == {-1: 1, 0: 2}
    assert connections == {1: 1}


@pytest.mark.skipif(bool(missing()), reason=missing() or "it can be watched")
def test_nothing_in_the_window_opens_what_a_foreign_text_names() -> None:
    rows = watch()
    assert [row for row in rows if not row.control and (row.files or row.connections)] == []
    assert all(row.files for row in rows if row.control), "the watch is blind"
    assert len(rows) > 55
