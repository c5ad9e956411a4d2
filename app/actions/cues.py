"""The actions on cues: what is selected is changed, by edits of the engine."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.actions.table import Action
from app.player import Player
from app.session import Session
from engine.subtitles.document import Cue
from engine.subtitles.doubt import has_doubtful
from engine.subtitles.edits import (
    Edit,
    auto_break,
    delete,
    duplicate,
    insert_after,
    insert_at,
    insert_before,
    merge,
    merge_as_dialogue,
    split_at_text,
    split_at_time,
    toggle_style,
    toggle_style_of_range,
    verify,
)
from engine.subtitles.line_breaks import break_marked_text, shape_of
from engine.subtitles.profiles import Profile
from engine.subtitles.styles import Style


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where somebody types: the place in the current cue's text, what of it is selected, and the way there."""

    place: Callable[[], int]
    selection: Callable[[], tuple[int, int] | None]
    focus: Callable[[], None]
    has_focus: Callable[[], bool]


class CueActions:
    """Does what a person wants done with the selected cues."""

    def __init__(self, session: Session, player: Player, cursor: Cursor, profile: Callable[[], Profile]) -> None:
        self._session = session
        self._player = player
        self._cursor = cursor
        self._profile = profile

    def tr(self, text: str) -> str:
        """Return a text in the language of the window, as a QObject does."""
        return QCoreApplication.translate("CueActions", text)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        some, two = self._has_selection, self._has_several
        return (
            Action("cue.insert_after", self.tr("&Insert after"), self._insert_after, icon="insert", group="insert"),
            Action("cue.insert_before", self.tr("Insert &before"), self._insert_before, group="insert", enabled=some),
            Action(
                "cue.insert_at_playhead", self.tr("Insert at the playhe&ad"), self._insert_at_playhead, group="insert"
            ),
            Action("cue.duplicate", self.tr("Duplica&te"), self._on_selected(duplicate), group="insert", enabled=some),
            Action("cue.delete", self.tr("&Delete"), self._on_selected(delete), "", "delete", "insert", some),
            Action(
                "cue.split",
                self.tr("&Split at the cursor"),
                self._split,
                self.tr("Split the text where the cursor stands; each part gets the time in which it is said"),
                "split",
                "cut",
                some,
            ),
            Action("cue.split_at_playhead", self.tr("Split at the play&head"), self._split_at_playhead, group="cut"),
            Action("cue.merge", self.tr("&Merge"), self._on_selected(merge), "", "merge", "cut", two),
            Action(
                "cue.merge_as_dialogue",
                self.tr("Merge as dialo&gue"),
                self._on_selected(merge_as_dialogue),
                group="cut",
                enabled=two,
            ),
            Action("cue.italic", self.tr("Itali&c"), lambda: self._style("i"), "", "italic", "text", some),
            Action("cue.bold", self.tr("B&old"), lambda: self._style("b"), "", "bold", "text", some),
            Action("cue.underline", self.tr("&Underline"), lambda: self._style("u"), "", "underline", "text", some),
            Action("cue.auto_break", self.tr("Brea&k lines"), self._auto_break, "", "break-lines", "text", some),
            Action("cue.verify", self.tr("Mark as &verified"), self._verify, "", "verified", "text", some),
            Action("cue.edit_text", self.tr("&Edit the text"), self._cursor.focus, group="text", enabled=some),
            Action("cue.previous", self.tr("&Previous cue"), lambda: self._go(-1), "", "up", "go"),
            Action("cue.next", self.tr("&Next cue"), lambda: self._go(1), "", "down", "go"),
            Action("cue.first", self.tr("&First cue"), lambda: self._go_to(0), group="go"),
            Action("cue.last", self.tr("&Last cue"), lambda: self._go_to(-1), group="go"),
            Action("cue.next_doubt", self.tr("Next doubtful &word"), lambda: self._go_to_doubt(1), group="go"),
            Action("cue.previous_doubt", self.tr("Previous doubtful wo&rd"), lambda: self._go_to_doubt(-1), group="go"),
        )

    def _has_selection(self) -> bool:
        return bool(self._session.selected)

    def _has_several(self) -> bool:
        return len(self._session.selected) > 1

    def _on_selected(self, edit: Callable[[tuple[int, ...]], Edit]) -> Callable[[], bool]:
        return lambda: self._session.apply(edit(self._session.selected))

    def _insert_after(self) -> None:
        current = self._session.current
        if current is None:
            self._insert_at_playhead()
        else:
            self._session.apply(insert_after(current.id, self._gap()))

    def _insert_before(self) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(insert_before(current.id, self._gap()))

    def _insert_at_playhead(self) -> None:
        if self._session.apply(insert_at(self._player.position)):
            self._cursor.focus()

    def _split(self) -> None:
        current = self._session.current
        if current is not None:
            place = self._cursor.place()
            inside = 0 < place < len(current.text)
            self._session.apply(split_at_text(current.id, place if inside else _middle(current.text)))

    def _split_at_playhead(self) -> None:
        position = self._player.position
        found = next((cue for cue in self._session.document.cues if cue.start < position < cue.end), None)
        if found is None:
            self._session.refused.emit(self.tr("No cue stands at the playhead"))
        else:
            self._session.apply(split_at_time(found.id, position))

    def _style(self, style: Style) -> None:
        current, part = self._session.current, self._cursor.selection()
        if current is not None and part is not None and self._cursor.has_focus() and len(self._session.selected) == 1:
            self._session.apply(toggle_style_of_range(current.id, style, *part))
        else:
            self._session.apply(toggle_style(self._session.selected, style))

    def _auto_break(self) -> None:
        language = self._session.document.language
        shape = shape_of(self._profile().for_language(language))
        self._session.apply(
            auto_break(self._session.selected, lambda text: break_marked_text(text, shape, language)),
        )

    def _verify(self) -> None:
        if self._session.apply(verify(self._session.selected)) and len(self._session.selected) == 1:
            self._go(1)

    def _gap(self) -> int:
        return int(self._profile().gap.value or 0)

    def _go(self, distance: int) -> None:
        cues, current = self._session.document.cues, self._session.current
        if current is None:
            self._go_to(0)
            return
        place = next(at for at, cue in enumerate(cues) if cue.id == current.id) + distance
        if 0 <= place < len(cues):
            self._show(cues[place])

    def _go_to(self, place: int) -> None:
        if self._session.document.cues:
            self._show(self._session.document.cues[place])

    def _go_to_doubt(self, direction: int) -> None:
        cues, current = self._session.document.cues, self._session.current
        here = next((at for at, cue in enumerate(cues) if current is not None and cue.id == current.id), -1)
        ahead = cues[here + 1 :] if direction > 0 else cues[: max(here, 0)][::-1]
        found = next((cue for cue in ahead if has_doubtful(cue)), None)
        if found is None:
            self._session.refused.emit(self.tr("No more doubtful words in this direction"))
        else:
            self._show(found)

    def _show(self, cue: Cue) -> None:
        self._session.select((cue.id,))
        if not self._player.playing:
            self._player.seek(cue.start)


def _middle(text: str) -> int:
    """Return where a text is best cut in two: at a line break, else at the space nearest to the middle."""
    spaces = [at for at, letter in enumerate(text) if letter == "\n"] or [
        at for at, letter in enumerate(text) if letter == " "
    ]
    return min(spaces, key=lambda at: abs(at - len(text) // 2), default=len(text) // 2)
