"""The problems panel finds what the checks find when nobody types, leads through it, and mends what is safe to mend."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.panels.problems.panel import ProblemsPanel
from app.session import Session
from app.widgets.tall import Tall
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import set_text
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from tests.support.accessibility import unnamed

_PROFILE = find_profile("netflix-en")
_LONG = "This is one line, and it is quite a lot longer than forty-two characters."
_CUES = (
    Cue(1, 0, 4000, "Good."),
    Cue(2, 5000, 11_000, _LONG),
    Cue(3, 12_000, 14_000, ""),
    Cue(4, 15_000, 17_500, "Good, too."),
    Cue(5, 17_000, 19_000, "This one overlaps."),
)
_FOUND = [(2, "characters-per-line"), (3, "empty"), (5, "overlap")]

Make = Callable[..., ProblemsPanel]


@pytest.fixture
def problems(qtbot: QtBot) -> Make:
    def make(cues: tuple[Cue, ...] = _CUES) -> ProblemsPanel:
        panel = ProblemsPanel(Session(History(Document(cues))), _PROFILE)
        qtbot.addWidget(panel)
        panel.show()
        qtbot.waitUntil(lambda: not panel.checks.busy)
        return panel

    return make


def _rows(panel: ProblemsPanel) -> list[tuple[int, str]]:
    return [(problem.cue, problem.rule) for problem in panel.model.problems]


def test_problems_stand_in_the_order_of_the_cues_with_what_was_measured(problems: Make) -> None:
    panel = problems()
    model = panel.model
    assert _rows(panel) == _FOUND
    assert [model.index(1, column).data() for column in range(3)] == ["3", "A cue without text", ""]
    assert [model.index(0, column).data() for column in range(3)] == [
        "2",
        "A line that is too long",
        "73 characters, at most 42",
    ]
    assert panel.count.text() == "Problems: 3, advice: 0"


def test_each_problem_says_why_it_matters(problems: Make) -> None:
    panel = problems()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    why = "Nobody sees anything for as long as it stands, and many players show an empty box."
    assert panel.why.text() == f"{why}\nNo safe fix is known: mend it by hand."
    assert panel.view.accessibleDescription() == why
    assert not panel.fix.isEnabled()


def test_next_and_previous_lead_from_problem_to_problem_and_round_again(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    went: list[int] = []
    panel.went.connect(went.append)
    panel._session.select((4,))
    for _ in range(2):
        qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.previous, Qt.MouseButton.LeftButton)
    assert went == [5, 2, 5]
    assert panel._session.selected == (5,)


def test_previous_begins_before_the_current_cue(problems: Make) -> None:
    panel = problems()
    panel._session.select((4,))
    panel.go_previous()
    assert panel._session.selected == (3,)


def test_a_click_on_a_row_goes_to_its_cue(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    place = panel.view.visualRect(panel.model.index(2, 1)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel._session.selected == (5,)


def test_a_fix_mends_one_problem_and_is_one_step(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    panel.view.setCurrentIndex(panel.model.index(2, 0))
    assert panel.current is not None
    assert panel.current.rule == "overlap"
    qtbot.mouseClick(panel.fix, Qt.MouseButton.LeftButton)
    assert [cue.end for cue in panel._session.document.cues][3] == 16_917
    qtbot.waitUntil(lambda: not panel.checks.busy)
    assert _rows(panel) == _FOUND[:2]
    panel._session.undo()
    assert panel._session.document.cues == _CUES


def test_all_fixes_are_shown_before_they_are_made(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    qtbot.mouseClick(panel.fix_all, Qt.MouseButton.LeftButton)
    preview = panel.preview
    assert preview.isVisible()
    assert panel._session.document.cues == _CUES
    rows = [[preview.model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert rows[0] == ["2", _LONG, "This is one line, and it is quite a\nlot longer than forty-two characters."]
    assert rows[1][0] == "4"
    assert preview.text.text() == "Cues that would change: 2. No word changes."
    qtbot.mouseClick(preview.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.checks.busy)
    assert _rows(panel) == [(3, "empty")]
    assert not preview.isVisible()


def test_the_buttons_are_seen_in_a_low_panel_without_scrolling(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    low = Tall(panel)
    qtbot.addWidget(low)
    low.resize(800, 9 * low.fontMetrics().lineSpacing())
    low.show()
    qtbot.waitUntil(lambda: panel.width() > 700)
    for button in (panel.fix, panel.fix_all):
        assert not button.visibleRegion().isEmpty()
    panel.preview_all()
    for button in (panel.preview.apply, panel.preview.back):
        qtbot.waitUntil(lambda button=button: button.isVisible())  # type: ignore[misc]
        assert not button.visibleRegion().isEmpty()
    assert low.verticalScrollBar().maximum() == 0


def test_a_fix_can_be_left_out_of_all(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    panel.preview_all()
    box = panel.preview.model.index(0, 0)
    panel.preview.view.setCurrentIndex(box)
    qtbot.keyClick(panel.preview.view, Qt.Key.Key_Space)
    assert panel.preview.text.text() == "Cues that would change: 1. No word changes."
    qtbot.mouseClick(panel.preview.apply, Qt.MouseButton.LeftButton)
    assert panel._session.document.cues[1] == _CUES[1]
    assert panel._session.document.cues[3].end == 16_917


def test_the_preview_is_left_with_escape_and_nothing_has_changed(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    panel.preview_all()
    qtbot.keyClick(panel.preview.view, Qt.Key.Key_Escape)
    assert not panel.preview.isVisible()
    assert panel._session.document.cues == _CUES


def test_fixes_for_cues_that_were_changed_meanwhile_are_refused(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    panel.preview_all()
    panel._session.apply(set_text(2, "Changed"))
    with qtbot.waitSignal(panel._session.refused) as refused:
        qtbot.mouseClick(panel.preview.apply, Qt.MouseButton.LeftButton)
    assert refused.args == ["A cue was changed since it was checked: check again"]
    assert panel._session.document.cues[1].text == "Changed"


def test_checks_wait_until_nobody_types(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    for text in ("F", "Fi", "Fin", "Fine."):
        panel._session.apply(set_text(3, text))
        assert panel.checks.busy
    assert _rows(panel) == _FOUND
    with qtbot.waitSignal(panel.found) as found:
        pass
    assert [problem.cue for problem in found.args[0]] == [2, 5]
    assert _rows(panel) == [_FOUND[0], _FOUND[2]]


def test_the_row_stays_at_its_problem_when_others_go(problems: Make, qtbot: QtBot) -> None:
    panel = problems()
    panel.view.setCurrentIndex(panel.model.index(2, 0))
    panel._session.apply(set_text(3, "Fine."))
    qtbot.waitUntil(lambda: not panel.checks.busy)
    assert panel.current is not None
    assert panel.current.cue == 5


def test_advice_can_be_left_out(problems: Make, qtbot: QtBot) -> None:
    panel = problems((Cue(1, 0, 2000, "Short\nlines"),))
    panel.set_profile(find_profile("subtitle-edit"))
    qtbot.waitUntil(lambda: not panel.checks.busy)
    assert _rows(panel) == [(1, "one-line")]
    assert panel.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Advice: A break that isn't needed"
    qtbot.mouseClick(panel.advice, Qt.MouseButton.LeftButton, pos=panel.advice.rect().center() / 8)
    assert _rows(panel) == []
    assert panel.count.text() == "Problems: 0, advice: 1"


def test_a_document_without_problems_says_so(problems: Make) -> None:
    panel = problems(_CUES[:1])
    assert panel.count.text() == "Nothing to find fault with."
    assert not panel.fix_all.isEnabled()
    panel.go_next()
    assert panel._session.selected == ()


def test_a_long_document_is_checked_piece_by_piece(problems: Make) -> None:
    cues = tuple(replace(_CUES[0], id=number, start=5000 * number, end=5000 * number + 4000) for number in range(3000))
    panel = problems((*cues[:2999], replace(cues[2999], text="")))
    assert _rows(panel) == [(2999, "empty")]


def test_every_control_has_a_name(problems: Make) -> None:
    assert unnamed(problems()) == []
