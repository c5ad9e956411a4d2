"""What can be done about a reason why not: buttons under it, each of which does away with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.widgets.plain_label import shortened

_MOST = 3
_LONGEST = 28  # letters: names of models may be of any length


@dataclass(frozen=True, slots=True)
class Remedy:
    """What stands on a button, of which an & is a letter like others, and what it does."""

    text: str
    run: Callable[[], object]


class Remedies(QWidget):
    """At most three buttons in a row, hidden where there is nothing to do. `done` follows one of them."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Remedy, ...] = ()
        self.buttons = tuple(QPushButton() for _ in range(_MOST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _, place=place: self._run(place))
            row.addWidget(button)
        row.addStretch()
        self.offer(())

    def offer(self, remedies: Sequence[Remedy]) -> None:
        """Show these, in this order; a fourth has no room."""
        self._offered = tuple(remedies[:_MOST])
        for place, button in enumerate(self.buttons):
            text = self._offered[place].text if place < len(self._offered) else ""
            button.setText(shortened(text, _LONGEST).replace("&", "&&"))
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus)
            button.setVisible(bool(text))
        self.setVisible(bool(self._offered))

    def _run(self, place: int) -> None:
        self._offered[place].run()
        self.done.emit()
