"""A box of choices that screen readers know by its name, in all its parts."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget


class ChoiceBox(QComboBox):
    """A QComboBox with a name, for which its visible label will do. The list that opens bears it, too.

    On Linux Qt tells the chosen text as a box's name: where no label stands beside the box, `explain` says what it is.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = label.replace("&", "").rstrip(": ")
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def explain(self, more: str = "") -> None:
        """Describe the box by its name, and more."""
        self.setAccessibleDescription(": ".join(filter(None, (self.accessibleName(), more))))

    def setEditable(self, editable: bool) -> None:  # noqa: N802 (Qt's name)
        super().setEditable(editable)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(self.accessibleName())

    def setLineEdit(self, edit: QLineEdit) -> None:  # noqa: N802 (Qt's name)
        edit.setAccessibleName(self.accessibleName())
        super().setLineEdit(edit)
