"""The list of models says what each can do here, and what somebody wants done with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from app.dialogs.model_choice.shelf import Prospects
from app.dialogs.models.dialog import ModelsDialog
from app.dialogs.models.table import LANGUAGES, NAME, SIZE, TIME, TRANSLATES, WHERE
from app.dialogs.models.values import Facts, recommended, rows_of
from app.widgets import job_row
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.recommend import Machine, Measured
from engine.checkpoints.sizes import Sizes
from engine.checkpoints.suitable import Job
from engine.paths import embedded_models
from tests.support.dialogs import BASE_EN, MINI, SMALL

TOY = replace(MINI, name="sotto-mini", path=embedded_models() / "sotto-mini")
MINE = replace(SMALL, name="whisper-small", path=Path("/m/whisper-small"), sizes=Sizes(768, 12, 12))
BROKEN = Unknown(Path("/m/broken"), "/m/broken has no weights: get it anew.")
ENGLISH, NORWEGIAN = Job(language="en"), Job(language="no")


def _facts(*here: ModelInfo | Unknown, memory: int = 8192, length: int = 0, cores: int = 4) -> Facts:
    wishes = {MINE.path: "openai/whisper-small"}
    return Facts(here, Prospects(read_offers(), Machine(memory, cores)), length, wishes, Path("/home/me/models"))


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("C"))


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., ModelsDialog]:
    def make(facts: Facts, job: Job | None = None) -> ModelsDialog:
        dialog = ModelsDialog(facts, job or Job())
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def _cells(dialog: ModelsDialog, name: str) -> list[str]:
    at = next(at for at, row in enumerate(dialog.model.rows) if row.name == name)
    columns = (WHERE, SIZE, LANGUAGES, TRANSLATES, TIME)
    return [str(dialog.model.index(at, column).data()) for column in columns]


def _choose(dialog: ModelsDialog, name: str) -> None:
    at = next(at for at, row in enumerate(dialog.model.rows) if row.name == name)
    dialog.table.setCurrentIndex(dialog.model.index(at, NAME))


def test_own_models_come_first_then_the_toy_then_what_is_broken_then_what_can_be_got() -> None:
    rows = rows_of(_facts(TOY, BROKEN, MINE), Job())
    assert [(row.name, row.state) for row in rows[:3]] == [
        ("whisper-small", "here"),
        ("sotto-mini", "embedded"),
        ("broken", "broken"),
    ]
    assert {row.state for row in rows[3:]} == {"offered"}
    assert "openai/whisper-small" not in [row.wish for row in rows[3:]], "it is here"


def test_what_can_do_the_job_here_stands_before_what_cant() -> None:
    offered = [row for row in rows_of(_facts(TOY), Job("translate")) if row.state == "offered"]
    fine = [row.able and row.fits for row in offered]
    assert fine == sorted(fine, reverse=True)
    assert fine[0]
    assert not fine[-1]


@pytest.mark.parametrize(
    ("memory", "job", "name"),
    [
        (8192, Job(), "whisper-small"),
        (1000, Job(), "whisper-base"),
        (8192, ENGLISH, "distil-large-v3.5"),
        (8192, NORWEGIAN, "nb-whisper-small"),
        (100, Job(), None),
    ],
)
def test_one_is_recommended_for_the_machine_and_the_job(memory: int, job: Job, name: str | None) -> None:
    best = recommended(rows_of(_facts(TOY, memory=memory, cores=2), job))
    assert (best.name if best else None) == name


def test_a_measured_machine_tells_other_times() -> None:
    facts = _facts(MINE)
    slow = replace(facts, prospects=replace(facts.prospects, measured=Measured("whisper-small", "cpu", 1.0)))
    time = {row.name: row.time for row in rows_of(slow, Job())}
    assert time["whisper-small"] == 3_600_000


def test_each_cell_says_what_it_is(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(MINE, TOY, BROKEN, BASE_EN))
    assert _cells(dialog, "whisper-small") == ["here", "967 MB", "99", "yes", "18 min"]
    assert _cells(dialog, "sotto-mini") == ["comes with Sotto", "12 MB", "English, German", "yes", "only to try Sotto"]
    assert _cells(dialog, "broken")[0] == "can't be used"
    assert _cells(dialog, "whisper-tiny")[:2] == ["to be got", "74 MB to 149 MB"]
    assert _cells(dialog, "base.en")[4] == "detects no language"
    assert (
        dialog.advice.text()
        == "Recommended: whisper-large-v3-turbo (1.6 GB to 3.2 GB), about 31 min for 1 h of speech."
    )
    assert dialog.machine.text() == "This computer has 4 cores, and 8.6 GB of free memory."
    assert dialog.home.text() == "New models are kept in /home/me/models"


def test_what_is_asked_for_decides_who_can(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(TOY, memory=2048))
    dialog.task.setCurrentIndex(1)
    assert _cells(dialog, "whisper-large-v3-turbo")[4] == "does not translate"
    assert _cells(dialog, "whisper-large-v3")[4].startswith("needs ")
    dialog.language.setCurrentIndex(dialog.language.findData("sv"))
    assert _cells(dialog, "whisper-tiny.en")[4] == "does not translate"
    dialog.task.setCurrentIndex(0)
    assert _cells(dialog, "whisper-tiny.en")[4] == "only knows English"
    assert dialog.chosen is not None


def test_times_are_those_of_the_film_that_is_open(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(MINE, length=600_000, cores=2))
    title = dialog.model.headerData(TIME, Qt.Orientation.Horizontal)
    assert (title, _cells(dialog, "whisper-small")[4]) == ("This film takes", "6 min")
    assert dialog.advice.text() == "Recommended: whisper-small (it is here), about 6 min for 10 min of speech."


def test_the_cursor_begins_at_the_recommended_one_and_stays_on_its_model(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(TOY))
    assert dialog.chosen is not None
    assert dialog.chosen.recommended
    _choose(dialog, "whisper-tiny")
    dialog.show_facts(_facts(TOY, MINE))
    assert dialog.chosen.name == "whisper-tiny"
    assert "openai/whisper-tiny: 99 languages; translates into English; licence MIT" in dialog.details.text()


def test_getting_checking_and_removing_are_told(make: Callable[..., ModelsDialog], qtbot: QtBot) -> None:
    dialog = make(_facts(MINE, TOY))
    told: list[object] = []
    dialog.get_wanted.connect(lambda wish, anew: told.append((wish, anew)))
    dialog.verify_wanted.connect(told.append)
    dialog.remove_wanted.connect(told.append)
    _choose(dialog, "whisper-tiny")
    assert not dialog.verify.isEnabled()
    assert not dialog.remove.isEnabled()
    qtbot.mouseClick(dialog.get, Qt.MouseButton.LeftButton)
    _choose(dialog, "whisper-small")
    assert dialog.get.text() == "&Get anew"
    for button in (dialog.get, dialog.verify, dialog.remove):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [("openai/whisper-tiny", False), ("openai/whisper-small", True), MINE.path, MINE.path]


def test_what_comes_with_sotto_stays(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(TOY))
    _choose(dialog, "sotto-mini")
    assert [each.isEnabled() for each in (dialog.get, dialog.verify, dialog.remove)] == [False, False, False]
    assert "useless for people's voices" in dialog.details.text()


def test_enter_on_a_model_gets_it_and_delete_asks_to_remove_it(make: Callable[..., ModelsDialog], qtbot: QtBot) -> None:
    dialog = make(_facts(MINE, TOY))
    told: list[object] = []
    dialog.get_wanted.connect(lambda wish, _: told.append(wish))
    dialog.remove_wanted.connect(told.append)
    dialog.activateWindow()
    dialog.table.setFocus()
    _choose(dialog, "whisper-tiny")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    _choose(dialog, "whisper-small")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert told == ["openai/whisper-tiny", MINE.path]
    assert dialog.isVisible()


def test_what_is_fetched_is_seen_in_its_row_and_below(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(TOY))
    job = job_row.Job("fetch openai/whisper-tiny", "whisper-tiny", "running", "fetching", 40_000_000, 151_000_000)
    job = replace(job, unit="bytes", rests=True, speed=5_200_000.0, time_left=22_000)
    dialog.show_tasks([job], {"openai/whisper-tiny": job})
    assert _cells(dialog, "whisper-tiny")[0] == "being fetched"
    _choose(dialog, "whisper-tiny")
    assert not dialog.get.isEnabled()
    row = dialog.tasks.rows[job.key]
    assert row.status.text() == "Fetching, 40 MB of 151 MB, 5 MB a second, 0:22 left"
    left = replace(job, state="left", message="What has come is kept: Resume goes on from there.")
    dialog.show_tasks([left], {"openai/whisper-tiny": left})
    assert _cells(dialog, "whisper-tiny")[0] == "begun"
    assert dialog.get.isEnabled()


def test_a_machine_on_which_nothing_fits_is_told_so(make: Callable[..., ModelsDialog]) -> None:
    dialog = make(_facts(TOY, memory=100))
    assert dialog.advice.text() == "No model that can do this fits into the free memory: close other programs."
    assert dialog.chosen is not None
