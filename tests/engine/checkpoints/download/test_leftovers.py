"""How a model leaves its folder, and what is cleared of unfinished ways in and out."""

from pathlib import Path

from engine.checkpoints.download.leftovers import Unfinished, clear, left_over, size_left_over, unfinished, withdraw
from engine.checkpoints.download.staging import Staging
from engine.checkpoints.download.turn import take
from engine.checkpoints.download.values import Digest, RemoteFile, RemoteModel


def filled(folder: Path, size: int = 3) -> Path:
    folder.mkdir(parents=True)
    (folder / "weights").write_bytes(bytes(size))
    return folder


def test_a_model_leaves_nothing_behind(tmp_path: Path) -> None:
    filled(tmp_path / "mini")
    assert withdraw(tmp_path, "mini")
    assert list(tmp_path.iterdir()) == []


def test_a_link_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    filled(tmp_path / "elsewhere" / "mini")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mini").symlink_to(tmp_path / "elsewhere" / "mini")
    assert withdraw(tmp_path / "models", "mini")
    assert list((tmp_path / "models").iterdir()) == []
    assert (tmp_path / "elsewhere" / "mini" / "weights").is_file()


def test_what_is_being_fetched_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path / "mini")
    filled(Staging(tmp_path, "mini").files)
    end = take(Staging(tmp_path, "mini").lock)
    assert end is not None
    assert not withdraw(tmp_path, "mini")
    assert not clear(tmp_path, "mini")
    end()
    assert (tmp_path / "mini" / "weights").is_file()
    assert clear(tmp_path, "mini")


def test_every_kind_of_leftover_is_found_counted_and_cleared(tmp_path: Path) -> None:
    filled(tmp_path / "whole")
    filled(Staging(tmp_path, "part").files, 5)
    filled(Staging(tmp_path, "v3.5", imported=True).files, 7)
    filled(Staging(tmp_path, "gone").removed, 11)
    Staging(tmp_path, "locked").lock.touch()
    assert left_over(tmp_path) == ("gone", "locked", "v3.5", "part")
    assert [size_left_over(tmp_path, name) for name in ("gone", "locked", "v3.5", "part")] == [11, 0, 7, 5]
    assert all(clear(tmp_path, name) for name in left_over(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["whole"]


def test_a_model_that_was_to_be_replaced_comes_back(tmp_path: Path) -> None:
    filled(Staging(tmp_path, "mini").replaced)
    assert left_over(tmp_path) == ("mini",)
    assert clear(tmp_path, "mini")
    assert (tmp_path / "mini" / "weights").is_file()


def test_a_folder_without_downloads_has_no_leftovers(tmp_path: Path) -> None:
    assert left_over(tmp_path) == left_over(tmp_path / "absent") == ()


def test_what_is_unfinished_is_told_with_its_source(tmp_path: Path) -> None:
    place, file = Staging(tmp_path, "mini"), RemoteFile("weights", "https://example.org", 9, Digest("sha256", "0" * 64))
    end = take(place.lock)
    place.files.mkdir()
    place.prepare(RemoteModel("mini", "someone/mini", "5" * 40, (file,)))
    note = (place.files / "sotto.json").stat().st_size
    (place.files / "weights.part").write_bytes(bytes(7))
    assert unfinished(tmp_path) == (Unfinished("mini", "someone/mini", 7 + note, busy=True),)
    assert place.lock.is_file()
    assert end is not None
    end()
    place.prepare(RemoteModel("mini", "someone/mini", "5" * 40, (file,)))
    assert unfinished(tmp_path) == (Unfinished("mini", "someone/mini", 7 + note, busy=False),)


def test_of_imports_and_removals_no_source_is_told_and_a_mere_lock_is_nothing(tmp_path: Path) -> None:
    filled(Staging(tmp_path, "brought", imported=True).files, 7)
    filled(Staging(tmp_path, "gone").removed, 11)
    Staging(tmp_path, "locked").lock.touch()
    assert unfinished(tmp_path) == (Unfinished("brought", "", 7, busy=False), Unfinished("gone", "", 11, busy=False))
    assert unfinished(tmp_path / "absent") == ()
