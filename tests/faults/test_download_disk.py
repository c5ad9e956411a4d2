"""The n-th write, sync, creation, rename or removal of a download fails, for every n: a model is whole or not there."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from engine.checkpoints.download.fetch import fetch
from engine.checkpoints.download.values import Patience, RemoteModel
from engine.checkpoints.download.web import Web
from engine.errors import EngineError
from engine.progress import Cancel
from tests.support.failing_disk import FailingDisk, failing_disk
from tests.support.local_hub import LocalHub, remote_file

FILES = {
    "tokenizer.json": b"{}" * 500,
    "mini.pt": b"weights" * 500,
}  # each comes in one piece, so that calls count alike


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingDisk]:
    with failing_disk(monkeypatch) as made:
        yield made


@pytest.mark.parametrize("replaces", [False, True], ids=["new", "replaces"])
@pytest.mark.parametrize("forever", [False, True], ids=["once", "for ever"])
def test_a_model_is_whole_or_not_there(tmp_path: Path, disk: FailingDisk, forever: bool, replaces: bool) -> None:
    web, failed = Web(Patience(tries=2, first_wait=0)), []
    with LocalHub({"someone/mini": FILES}) as hub:
        model = RemoteModel("mini", "someone/mini", "", tuple(remote_file(hub, "someone/mini", name) for name in FILES))
        for number in count(1):
            folder = tmp_path / str(number)
            if replaces:
                list(fetch(model, folder, web, Cancel()))
            disk.arm(number, forever=forever)
            done = is_done(model, folder, web, replaces)
            disk.heal()
            assert is_whole(folder) or not (done or (folder / "mini").exists())
            if not disk.failed:
                break
            failed.append(disk.failed[0])
            if replaces:
                asked = len(hub.asked)
                list(fetch(model, folder, web, Cancel()))
                assert len(hub.asked) == asked  # the old or the new one was there, or was put back
            list(fetch(model, folder, web, Cancel(), replace=replaces))
            assert is_whole(folder)
            assert [path.name for path in folder.iterdir()] == ["mini"]
    assert {"open", "write", "fsync", "replace", "rename", "mkdir", "unlink"} <= set(failed)


def is_done(model: RemoteModel, folder: Path, web: Web, replaces: bool) -> bool:
    """Fetch the model; tell whether it was done or told as failed."""
    try:
        list(fetch(model, folder, web, Cancel(), replace=replaces))
    except EngineError as error:
        assert error.kind == "disk"  # noqa: PT017 - both outcomes are right
        return False
    return True


def is_whole(folder: Path) -> bool:
    place = folder / "mini"
    return (place / "sotto.json").is_file() and all((place / name).read_bytes() == FILES[name] for name in FILES)
