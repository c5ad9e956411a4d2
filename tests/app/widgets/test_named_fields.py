"""Fields stand beside their body, and above it in two columns where it would become too narrow to read."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.widgets.named_fields import NamedFields


@pytest.fixture
def fields(qtbot: QtBot) -> NamedFields:
    made = NamedFields(tuple((f"&{name}", QLineEdit()) for name in ("Start", "End", "Length")), QPlainTextEdit())
    qtbot.addWidget(made)
    made.show()
    return made


def places(fields: NamedFields) -> list[tuple[bool, bool]]:
    """Say of each field whether it stands beside the first one, and whether below it."""
    fields.layout().activate()
    found = fields.findChildren(QLineEdit)
    return [(each.x() > found[0].x(), each.y() > found[0].y()) for each in found]


def test_beside_a_wide_body_they_stand_under_each_other(fields: NamedFields) -> None:
    fields.resize(2_000, 300)
    body = fields.findChild(QPlainTextEdit)
    assert places(fields) == [(False, False), (False, True), (False, True)]
    assert body.x() > fields.findChildren(QLineEdit)[0].x()


def test_above_a_narrow_body_they_stand_in_two_columns(fields: NamedFields) -> None:
    fields.resize(2_000, 300)
    fields.resize(fields.minimumSizeHint().width(), 300)
    body = fields.findChild(QPlainTextEdit)
    assert fields.is_narrow
    assert places(fields) == [(False, False), (True, False), (False, True)]
    assert body.y() > fields.findChildren(QLineEdit)[2].y()
    fields.resize(2_000, 300)
    assert not fields.is_narrow


def test_names_lead_to_their_fields(fields: NamedFields) -> None:
    names = [label for label in fields.children() if getattr(label, "buddy", lambda: None)()]
    assert [label.text() for label in names] == ["&Start", "&End", "&Length"]
    assert [label.buddy() for label in names] == fields.findChildren(QLineEdit)
