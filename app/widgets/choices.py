"""Choices of which some can't be chosen: these are disabled, and the reason stands under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGroupBox, QRadioButton, QStyle, QVBoxLayout, QWidget

from app.widgets.question import Reason

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """What can be chosen, what stands on it, and why it can't be chosen now ("" if it can)."""

    value: Value
    text: str
    reason: str = ""


class Choices(QGroupBox, Generic[Value]):
    """One of several choices. `chosen_changed` follows every change, also where a choice became impossible."""

    chosen_changed = Signal()

    def __init__(self, title: str, choices: Sequence[Choice[Value]], chosen: Value) -> None:
        super().__init__(title)
        self._group = QButtonGroup(self)
        self._lines: list[tuple[Value, QRadioButton, Reason]] = []
        layout = QVBoxLayout(self)
        for choice in choices:
            button, reason = QRadioButton(choice.text), Reason()
            reason.setContentsMargins(_indent(button), 0, 0, 0)
            self._group.addButton(button)
            self._lines.append((choice.value, button, reason))
            layout.addWidget(button)
            layout.addWidget(reason)
        self._choose(chosen)
        self.set_reasons([choice.reason for choice in choices])
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> Value:
        return next(value for value, button, _ in self._lines if button.isChecked())

    def choose(self, value: Value) -> None:
        """Choose, if it can be chosen."""
        self._choose(value)
        self._leave_impossible()

    def button(self, value: Value) -> QRadioButton:
        return next(button for each, button, _ in self._lines if each == value)

    def set_reasons(self, reasons: Sequence[str]) -> None:
        """Say of each choice why it can't be chosen, "" where it can."""
        for (_, button, line), reason in zip(self._lines, reasons, strict=True):
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            line.say(reason)
        self._leave_impossible()

    def _on_toggled(self, _: object, on: bool) -> None:
        if on:
            self.chosen_changed.emit()

    def _choose(self, value: Value) -> None:
        for each, button, _ in self._lines:
            if each == value:
                button.setChecked(True)

    def _leave_impossible(self) -> None:
        """Choose the first that can be chosen where the chosen one can't be."""
        if any(button.isChecked() and button.isEnabled() for _, button, _ in self._lines):
            return
        possible = next((button for _, button, _ in self._lines if button.isEnabled()), self._lines[0][1])
        possible.setChecked(True)


class CheckWithReason(QWidget):
    """A check box that can be disabled for a reason; then it counts as not checked."""

    toggled = Signal()

    def __init__(self, text: str, checked: bool) -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.box.setChecked(checked)
        self._reason = Reason()
        self._reason.setContentsMargins(_indent(self.box), 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self._reason)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(lambda _: self.toggled.emit())

    @property
    def checked(self) -> bool:
        return self.box.isEnabled() and self.box.isChecked()

    def set_reason(self, reason: str) -> None:
        """Say why it can't be checked, "" if it can."""
        self.box.setEnabled(not reason)
        self.box.setAccessibleDescription(reason)
        self._reason.say(reason)


def _indent(button: QWidget) -> int:
    """Where the text of a radio button or check box begins, so that the reason stands under it."""
    metric = QStyle.PixelMetric
    style = button.style()
    return style.pixelMetric(metric.PM_ExclusiveIndicatorWidth) + style.pixelMetric(metric.PM_RadioButtonLabelSpacing)
