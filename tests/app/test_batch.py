"""Films are heard one after another, each into its own project, and nothing that happens to one stops the others."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.batch import Batch
from app.engine_process import EngineProcess
from app.queue.file import left_behind
from app.queue.values import Entry, Manner
from engine.subtitles.formats import read
from engine.subtitles.open_document import open_document
from engine.subtitles.profiles import find_profile
from tests.support.fake_engine import WORDS

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
MANNER = Manner("model", language="en")


class Desk:
    """A batch with an engine that behaves as told, in a folder of films."""

    def __init__(self, qtbot: QtBot, folder: Path, *conduct: str) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.unsaved = folder / "unsaved"
        self.unsaved.mkdir(exist_ok=True)
        self.engine = EngineProcess((*FAKE, *conduct))
        self.batch = Batch(self.engine, self.unsaved, lambda: find_profile("subtitle-edit"))
        self.ended: list[Entry] = []
        self.batch.ended.connect(self.ended.append)

    def add(self, *names: str, **options: object) -> None:
        self.batch.add(self.entry(name, **options) for name in names)

    def entry(self, name: str, *, film: bool = True, **options: object) -> Entry:
        path = self.folder / f"{name}.mp4"
        if film:
            path.write_bytes(name.encode())
        return Entry(name, str(path), str(self.project(name)), MANNER, **options)  # type: ignore[arg-type]

    def project(self, name: str) -> Path:
        return self.folder / f"{name}.sotto"

    def states(self) -> list[str]:
        return [entry.state for entry in self.batch.queue.entries]

    def wait_for(self, reached: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(reached()), timeout=20_000)

    def words(self, name: str) -> list[str]:
        opened = open_document(self.project(name), self.unsaved)
        opened.close()
        return " ".join(cue.text for cue in opened.history.document.cues).split()[::2]

    def close(self) -> None:
        self.batch.close()
        self.engine.stop()


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    with ExitStack() as desks:
        yield lambda *conduct: desks.enter_context(closing(Desk(qtbot, tmp_path, *conduct)))


def test_each_film_becomes_a_project_of_its_own_one_after_another(make: Callable[..., Desk]) -> None:
    desk = make("count", "10")
    seen: list[list[str]] = []
    desk.batch.changed.connect(lambda: seen.append(desk.states()))
    desk.add("a", "b")
    desk.wait_for(lambda: desk.states() == ["done", "done"])
    assert desk.words("a") == desk.words("b") == list(WORDS)
    assert ["hearing", "hearing"] not in seen
    assert [entry.key for entry in desk.ended] == ["a", "b"]
    assert all(entry.cues > 1 for entry in desk.batch.queue.entries)
    assert left_behind(desk.unsaved).entries == ()


def test_a_film_that_cannot_be_heard_is_told_and_the_next_is_heard(make: Callable[..., Desk]) -> None:
    desk = make("count", "3")
    desk.batch.add([desk.entry("a", film=False), desk.entry("b")])
    desk.wait_for(lambda: desk.states() == ["failed", "done"])
    assert "cannot be read: No such file or directory, check name and disk" in desk.ended[0].message
    assert not desk.project("a").exists()


def test_a_file_that_is_there_is_never_replaced_unasked(make: Callable[..., Desk]) -> None:
    desk = make("count", "3")
    for name in "ab":
        desk.project(name).write_text("mine", "utf-8")
    desk.batch.add([desk.entry("a"), desk.entry("b", replaces=True)])
    desk.wait_for(lambda: desk.states() == ["failed", "done"])
    assert desk.project("a").read_text("utf-8") == "mine"
    assert "exists: choose another name" in desk.ended[0].message
    assert desk.words("b") == list(WORDS[:3])


def test_an_srt_file_is_written_where_that_is_wanted_and_never_over_another(make: Callable[..., Desk]) -> None:
    desk = make("count", "3")
    (desk.folder / "b.srt").write_text("mine", "utf-8")
    desk.batch.add([desk.entry(name, srt=str(desk.folder / f"{name}.srt")) for name in "ab"])
    desk.wait_for(lambda: desk.states() == ["done", "done"])
    assert " ".join(cue.text for cue in read(desk.folder / "a.srt").document.cues).split()[::2] == list(WORDS[:3])
    assert (desk.folder / "b.srt").read_text("utf-8") == "mine"
    assert "b.srt exists" in desk.ended[1].message


def test_where_the_engine_dies_each_film_says_so_and_can_be_tried_again(make: Callable[..., Desk]) -> None:
    desk = make("crash", "5")
    desk.add("a", "b")
    desk.wait_for(lambda: desk.states() == ["failed", "failed"])
    assert "smaller model" in desk.ended[0].message
    assert desk.ended[0].cues > 0
    desk.batch.retry("a")
    desk.wait_for(lambda: len(desk.ended) == 3)
    assert desk.words("a") == [*WORDS[:5], *WORDS[1:5]]  # the fake counts anew from the last window on


def test_one_that_is_stopped_goes_on_where_it_stopped(make: Callable[..., Desk]) -> None:
    desk = make("count", "30", "0.02")
    desk.add("a")
    desk.wait_for(lambda: desk.batch.state == "running" and desk.batch.progress and desk.batch.progress.done > 20_000)
    desk.batch.cancel("a")
    desk.wait_for(lambda: desk.states() == ["left"])
    count = len(desk.words("a"))
    assert 0 < count < 30
    assert desk.ended == []
    desk.batch.retry("a")
    desk.wait_for(lambda: desk.states() == ["done"])
    assert len(desk.words("a")) > count


def test_one_that_waits_is_taken_out_and_one_that_is_heard_is_not_removed(make: Callable[..., Desk]) -> None:
    desk = make("count", "1000", "0.02")
    desk.add("a", "b", "c")
    desk.wait_for(lambda: desk.states()[0] == "hearing")
    desk.batch.cancel("b")
    desk.batch.remove("a")
    assert [entry.key for entry in desk.batch.queue.entries] == ["a", "c"]


def test_the_open_document_goes_first_and_the_queue_goes_on_afterwards(make: Callable[..., Desk]) -> None:
    desk = make("count", "30", "0.02")
    desk.add("a", "b")
    desk.wait_for(lambda: desk.batch.progress and desk.batch.progress.done > 20_000)
    desk.batch.hold(True)
    desk.wait_for(lambda: desk.states() == ["waiting", "waiting"])
    count = len(desk.words("a"))
    desk.qtbot.wait(100)
    assert desk.states() == ["waiting", "waiting"]
    desk.batch.hold(False)
    desk.wait_for(lambda: desk.states() == ["done", "done"])
    assert len(desk.words("a")) > count > 0


def test_it_rests_and_goes_on(make: Callable[..., Desk]) -> None:
    desk = make("count", "30", "0.02")
    desk.add("a")
    desk.wait_for(lambda: desk.batch.progress)
    desk.batch.pause()
    assert desk.batch.state == "paused"
    desk.batch.resume()
    desk.wait_for(lambda: desk.states() == ["done"])


def test_what_a_window_that_is_gone_has_not_heard_goes_on_in_the_next(make: Callable[..., Desk]) -> None:
    desk = make("count", "1000", "0.02")
    desk.add("a", "b")
    desk.wait_for(lambda: desk.batch.progress and desk.batch.progress.done > 20_000)
    desk.close()
    kept = desk.words("a")
    queue = left_behind(desk.unsaved)
    assert [entry.state for entry in queue.entries] == ["waiting", "waiting"]
    later = make("count", "10")
    later.batch.add(queue.entries)
    later.wait_for(lambda: later.states() == ["done", "done"])
    assert later.words("a")[: len(kept)] == kept
    assert len(later.words("a")) > len(kept)
    assert later.words("b") == list(WORDS)


def test_a_project_of_somebody_else_that_has_its_name_meanwhile_is_left_alone(make: Callable[..., Desk]) -> None:
    desk = make("count", "3")
    desk.add("a")
    desk.wait_for(lambda: desk.states() == ["done"])
    desk.batch.add([Entry("other", str(desk.folder / "a.mp4"), str(desk.project("a")), MANNER, begun=True)])
    desk.wait_for(lambda: desk.states() == ["done", "failed"])
    assert "is another document" in desk.ended[1].message
    assert desk.words("a") == list(WORDS[:3])


def test_a_film_that_was_changed_since_it_was_begun_is_not_mixed_with_the_old_one(make: Callable[..., Desk]) -> None:
    desk = make("crash", "5")
    desk.add("a")
    desk.wait_for(lambda: desk.states() == ["failed"])
    (desk.folder / "a.mp4").write_bytes(b"another film")
    desk.batch.retry("a")
    desk.wait_for(lambda: len(desk.ended) == 2)
    assert "is not there any more, or was changed: put it back" in desk.ended[1].message
