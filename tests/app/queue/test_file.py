"""What a window has not heard is there for the next one, and nobody takes what another window is still hearing."""

from pathlib import Path

import pytest

from app.queue.file import QueueFile, left_behind, taken_over
from app.queue.values import Entry, Manner, Queue, begun, done, failed, left
from engine.protocol import Wishes

MANNER = Manner("/models/small", "translate", "de", "each", "Said.", Wishes(beam_size=5))
A, B = (Entry(name, f"/films/{name}.mp4", f"/films/{name}.sotto", MANNER, "/films/x.srt") for name in "ab")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_what_a_window_left_is_found_exactly_and_removed_once_it_is_taken_over(folder: Path) -> None:
    file = QueueFile(folder)
    file.write(begun(Queue((A, B)), "a"))
    file.close()
    queue = left_behind(folder)
    assert [entry.state for entry in queue.entries] == ["waiting", "waiting"]
    assert queue.entries[1] == B
    with taken_over(folder) as taken:
        assert taken == queue
        assert left_behind(folder) == Queue()  # another window asks meanwhile
    assert list(folder.iterdir()) == []


def test_what_another_window_is_hearing_is_not_offered(folder: Path) -> None:
    file = QueueFile(folder)
    file.write(Queue((A,)))
    assert left_behind(folder) == Queue()
    with taken_over(folder) as taken:
        assert taken == Queue()
    file.close()
    assert left_behind(folder) == Queue((A,))


def test_where_nothing_is_left_there_is_no_file(folder: Path) -> None:
    file = QueueFile(folder)
    file.write(Queue((A, B)))
    file.write(failed(done(Queue((A, B)), "a", 2), "b", "No sound.", 0))
    assert list(folder.iterdir()) == []
    file.write(left(Queue((A,)), "a", 2))
    file.close()
    assert [entry.state for entry in left_behind(folder).entries] == ["left"]


def test_what_cannot_be_read_is_left_alone(folder: Path) -> None:
    damaged, newer = folder / "queue-1.json", folder / "queue-2.json"
    damaged.write_text("{", "utf-8")
    newer.write_text('{"version":2,"entries":[]}', "utf-8")
    assert left_behind(folder) == Queue()
    with taken_over(folder):
        pass
    assert sorted(folder.iterdir()) == [damaged, newer]
