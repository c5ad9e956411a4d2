"""What all dialogs have: parts under each other that scroll on a small screen, buttons, and the reason why not."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.widgets.choice_box import ChoiceBox
from app.widgets.plain_label import PlainLabel
from app.widgets.remedies import Remedies, Remedy

_Button = QDialogButtonBox.StandardButton
_OF_SCREEN = 0.92  # so much of the screen a dialog takes at most


class Question(QDialog):
    """A dialog whose parts go into `body`. `refuse` says why it can't be accepted now, and what would help."""

    def __init__(self, title: str, parent: QWidget | None, buttons: _Button = _Button.Ok | _Button.Cancel) -> None:
        super().__init__(parent)
        self._was_shown = False
        self.setWindowTitle(title)
        self._inside = inside = QWidget()
        self.body = QVBoxLayout(inside)
        self._wanted = QSize()
        self.reason = Reason()
        self.remedies = Remedies()
        self.remedies.done.connect(self._after_remedy)
        self.buttons = QDialogButtonBox(buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        self._scrolled = _Scrolled(inside, self.body)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.remedies)
        layout.addWidget(self.buttons)

    def call_accept(self, text: str) -> None:
        """Write on the button that accepts what it does."""
        self.buttons.button(_Button.Ok).setText(text)

    def refuse(self, reason: str, remedies: Sequence[Remedy] = ()) -> None:
        """Don't let the answer be given, for a reason; "" lets it. `remedies` are offered under the reason."""
        self.reason.say(reason)
        self.remedies.offer(remedies if reason else ())
        accept = self.buttons.button(_Button.Ok)
        accept.setEnabled(not reason)
        accept.setDefault(True)

    @property
    def refused(self) -> str:
        """Why the answer can't be given, "" if it can."""
        return self.reason.text()

    def _after_remedy(self) -> None:
        """Lead the keys to the answer where it can be given now; the button that was pressed is gone."""
        if not self.refused:
            self.buttons.button(_Button.Ok).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Let Enter accept, or say again why not; Qt would press Cancel while the other button is disabled."""
        accept = self.buttons.button(_Button.Ok)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or accept is None:
            super().keyPressEvent(event)
        elif accept.isEnabled():
            accept.click()
        else:
            self.reason.speak()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the room that the parts want, up to the screen's; Qt by itself would stop at two thirds of it."""
        if not event.spontaneous() and not self._was_shown:
            self._was_shown = True
            for button in self.buttons.buttons():
                button.setIcon(QIcon())  # the style's own are not of our set
            self._begin_with_parts()
            self._wanted = self._inside.sizeHint()
            self.resize(self._room_for_parts())
            self._inside.installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Grow with parts that are unfolded, and stay on the screen; nothing shrinks under anybody's hands."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            wanted = self._inside.sizeHint()
            if wanted != self._wanted:
                self._wanted = wanted
                self._scrolled.updateGeometry()
                self.resize(self._room_for_parts().expandedTo(self.size()))
                free, frame = self.screen().availableGeometry(), self.frameGeometry()
                beyond = frame.bottomRight() - free.bottomRight()
                self.move(self.x() - max(beyond.x(), 0), self.y() - max(beyond.y(), 0))
        return super().eventFilter(watched, event)

    def _room_for_parts(self) -> QSize:
        wanted, room = self.sizeHint(), self.screen().availableSize() * _OF_SCREEN
        if wanted.height() > room.height():
            wanted.setWidth(wanted.width() + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) + 4)
        return wanted.boundedTo(room)

    def _begin_with_parts(self) -> None:
        """Let the keys begin at the first part, not at the buttons, which were made before and follow as they stand."""
        layout = self.buttons.layout()
        items = [layout.itemAt(place) for place in range(layout.count())] if layout is not None else []
        row = [item.widget() for item in items if item is not None]
        for one, following in pairwise(filter(None, row)):
            QWidget.setTabOrder(one, following)
        # Never ask for nextInFocusChain: PySide takes what it returns for a part of what was asked, which makes a ring.
        before = self.focusWidget()
        for _ in self.findChildren(QWidget) if before is None else ():
            self.focusNextChild()
            part = self.focusWidget()
            if part is None or self._inside.isAncestorOf(part):
                break


class Reason(PlainLabel):
    """A sentence on why something can't be; it takes no room where there is none, and is spoken when it comes."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Show a reason, or none."""
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        self.speak()

    def speak(self) -> None:
        """Let a screen reader say it."""
        if self.text() and self.window().isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))


class WithReason(QWidget):
    """A field with the reason under it why it can't be used; labels lead to the field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self._reason = Reason()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field)
        layout.addWidget(self._reason)
        # A label does not lead to what takes no focus by itself. Set behind the proxy, it would become the field's own.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(field)
        if isinstance(field, ChoiceBox):
            field.explain()  # the label stands beside this, not beside the field

    def say(self, reason: str) -> None:
        """Show a reason, or none; the field stays as it is."""
        self._reason.say(reason)
        if isinstance(self.field, ChoiceBox):
            self.field.explain(reason)
        else:
            self.field.setAccessibleDescription(reason)

    def disable(self, reason: str) -> None:
        """Disable the field for a reason; "" enables it."""
        self.field.setEnabled(not reason)
        self.say(reason)


class _Scrolled(QScrollArea):
    """Is as big as what is in it, as long as there is room."""

    def __init__(self, inside: QWidget, layout: QVBoxLayout) -> None:
        super().__init__()
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout.setContentsMargins(0, 0, 4, 0)  # a gap before the scroll bar
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        letter = self.fontMetrics().averageCharWidth()
        return QSize(30 * letter, 8 * self.fontMetrics().height()).boundedTo(self._inside.sizeHint())
