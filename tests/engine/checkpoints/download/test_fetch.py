"""A whole model: it appears when all of it is verified, and never before, whatever goes wrong."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.checkpoints.catalogue import read_catalogue, sha256
from engine.checkpoints.download.fetch import fetch
from engine.checkpoints.download.hub import Hub
from engine.checkpoints.download.leftovers import clear
from engine.checkpoints.download.values import Fetching, RemoteModel
from engine.checkpoints.download.web import Web
from engine.checkpoints.find import find_model
from engine.checkpoints.local import ModelInfo, inspect, list_models
from engine.checkpoints.origin import read_origin
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel
from engine.whisper.checkpoint import load
from tests.support.checkpoints import RECIPES, write_folder, write_pt
from tests.support.local_hub import COMMIT, Fault, LocalHub, folder_of


@pytest.fixture(scope="module")
def files(byte_model: Path) -> dict[str, bytes]:
    return folder_of(byte_model)


@pytest.fixture
def hub(hub: LocalHub, files: dict[str, bytes]) -> LocalHub:
    hub.repositories["someone/mini"] = files | {"README.md": b"# Mini", "../evil.json": b"{}"}
    return hub


@pytest.fixture
def model(hub: LocalHub, web: Web) -> RemoteModel:
    return Hub(web, Cancel(), hub.address).model("someone/mini")


def run(model: RemoteModel, folder: Path, web: Web, *, anew: bool = False) -> list[Fetching]:
    return list(fetch(model, folder, web, Cancel(), replace=anew))


def refused(work: Callable[[], object], folder: Path) -> EngineError:
    """Return what was told; no model is in the folder then."""
    with pytest.raises(EngineError) as told:
        work()
    assert [path.name for path in folder.iterdir() if path.name != ".downloads"] == []
    assert list_models([folder]) == ()
    return told.value


def test_a_model_comes_whole_is_listed_and_says_where_it_is_from(
    hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path, files: dict[str, bytes]
) -> None:
    told = run(model, tmp_path / "models", web)
    found = find_model("mini", [tmp_path / "models"])
    assert {name: (found / name).read_bytes() for name in files} == files
    assert sorted(path.name for path in found.iterdir()) == sorted([*files, "sotto.json"])
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["mini"]
    assert isinstance(inspect(found, read_catalogue()), ModelInfo)
    assert find_model("someone/mini", [tmp_path / "models"]) == found
    origin = read_origin(found)
    assert origin is not None
    assert (origin.source, origin.revision) == ("someone/mini", COMMIT)
    assert {file.name: file.size for file in origin.files} == {name: len(content) for name, content in files.items()}
    assert (told[-1].done, told[-1].total) == (model.size, model.size)
    assert hub.sent == model.size


def test_a_model_in_parts_comes_whole(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    hub.repositories["someone/mini"] = folder_of(write_folder(tmp_path / "parts", RECIPES["byte"], shards=2))
    run(Hub(web, Cancel(), hub.address).model("someone/mini"), tmp_path / "models", web)
    assert (tmp_path / "models" / "mini" / "model-00002-of-00002.safetensors").is_file()


def test_one_of_openais_files_comes_with_its_vocabulary(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    weights = write_pt(tmp_path / "published" / "tiny.pt", RECIPES["byte"], vocabulary=False)
    hub.repositories["openai/files"] = {"tiny.pt": weights.read_bytes()}
    tiny = replace(
        read_catalogue()[1],
        url=f"{hub.address}/openai/files/resolve/main/tiny.pt",
        sha256=sha256(weights),
        repository="someone/mini",
    )
    model = Hub(web, Cancel(), hub.address).published(tiny)
    run(model, tmp_path / "models", web)
    found = find_model("tiny", [tmp_path / "models"])
    assert found == tmp_path / "models" / "tiny" / "tiny.pt"
    assert load(found, device="cpu").tokenizer.size == RECIPES["byte"].dims.n_vocab


def test_nothing_is_seen_of_a_model_before_it_is_whole(model: RemoteModel, web: Web, tmp_path: Path) -> None:
    for _ in fetch(model, tmp_path, web, Cancel()):
        assert list_models([tmp_path]) == ()
    assert len(list_models([tmp_path])) == 1


def test_a_cancelled_model_goes_on_with_what_has_come(
    hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=100_000))
    cancel = Cancel()
    fetching = fetch(model, tmp_path, web, cancel)
    while next(fetching).file != "model.safetensors":
        pass
    cancel.ask()
    with pytest.raises(Cancelled):
        next(fetching)
    assert list_models([tmp_path]) == ()
    told = run(model, tmp_path, web)
    assert told[0].activity == "checking"
    assert len(list_models([tmp_path])) == 1
    assert hub.sent <= 1.05 * model.size


def test_what_came_of_a_model_can_be_thrown_away(hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(status=404))
    refused(lambda: run(model, tmp_path, web), tmp_path)
    assert (tmp_path / ".downloads" / "mini" / "config.json").is_file()
    assert clear(tmp_path, "mini")
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_checksum_leaves_no_model(
    hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path, files: dict[str, bytes]
) -> None:
    weights = files["model.safetensors"]
    hub.misbehave("model.safetensors", Fault(body=weights[:-1] + bytes([weights[-1] ^ 1])))
    told = refused(lambda: run(model, tmp_path, web), tmp_path)
    assert str(told).startswith("model.safetensors came with another checksum")


def test_a_disk_without_room_is_told_before_a_byte_is_fetched(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    hub.listed["model.safetensors"] = {"lfs": {"oid": "0" * 64, "size": 10**18}}
    model = Hub(web, Cancel(), hub.address).model("someone/mini")
    told = refused(lambda: run(model, tmp_path, web), tmp_path)
    assert told.kind == "disk"
    assert "mini needs 1,000,000,000,000 MB more, but" in str(told)
    assert hub.asked == []


def test_another_kind_of_model_is_refused_before_its_weights_come(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    hub.repositories["someone/mini"]["config.json"] = b'{"model_type": "bert"}'
    model = Hub(web, Cancel(), hub.address).model("someone/mini")
    told = refused(lambda: run(model, tmp_path, web), tmp_path)
    assert str(told).startswith("Nothing was installed: someone/mini/config.json describes no Whisper model")
    assert hub.ranges("model.safetensors") == []


def test_weights_that_are_not_what_the_configuration_says_are_refused(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    hub.repositories["someone/mini"]["model.safetensors"] = bytes(5000)
    model = Hub(web, Cancel(), hub.address).model("someone/mini")
    told = refused(lambda: run(model, tmp_path, web), tmp_path)
    assert "someone/mini/model.safetensors is no safetensors file" in str(told)


def test_a_model_that_is_here_is_not_fetched_again_unless_it_is_to_be_replaced(
    model: RemoteModel, web: Web, tmp_path: Path, files: dict[str, bytes]
) -> None:
    run(model, tmp_path, web)
    assert run(model, tmp_path, web) == []
    (tmp_path / "mini" / "model.safetensors").write_bytes(bytes(7))
    told = run(model, tmp_path, web, anew=True)
    assert told[-1].done == model.size
    assert (tmp_path / "mini" / "model.safetensors").read_bytes() == files["model.safetensors"]
    assert [path.name for path in tmp_path.iterdir()] == ["mini"]


def test_a_replacement_that_fails_leaves_the_old_model(
    hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path, files: dict[str, bytes]
) -> None:
    run(model, tmp_path, web)
    hub.misbehave("model.safetensors", Fault(status=404))
    with pytest.raises(EngineError):
        run(model, tmp_path, web, anew=True)
    assert {name: (tmp_path / "mini" / name).read_bytes() for name in files} == files


def test_a_folder_of_somebody_elses_is_not_touched(hub: LocalHub, model: RemoteModel, web: Web, tmp_path: Path) -> None:
    (tmp_path / "mini").mkdir()
    (tmp_path / "mini" / "notes.txt").write_text("mine")
    with pytest.raises(EngineError, match="mini is there already, and isn't someone/mini as it was fetched: move it"):
        run(model, tmp_path, web)
    assert hub.asked == []
    assert (tmp_path / "mini" / "notes.txt").read_text() == "mine"


def test_leftovers_of_another_version_are_removed(model: RemoteModel, web: Web, tmp_path: Path) -> None:
    (tmp_path / ".downloads" / "mini").mkdir(parents=True)
    (tmp_path / ".downloads" / "mini" / "model-00001-of-00002.safetensors.part").write_bytes(bytes(9))
    run(model, tmp_path, web)
    assert not list(tmp_path.rglob("*.part"))


def test_who_asks_for_a_model_that_is_being_fetched_waits_and_sees_how_far_it_is(
    hub: LocalHub, model: RemoteModel, tmp_path: Path
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=100_000))
    web = Web()
    first = threading.Thread(target=run, args=(model, tmp_path, web))
    first.start()
    assert hub.held.wait(60)
    second = fetch(model, tmp_path, web, Cancel())
    told = next(second)
    assert (told.activity, told.total) == ("waiting", model.size)
    assert not clear(tmp_path, "mini")
    hub.go_on.set()
    assert {later.activity for later in second} <= {"waiting"}
    first.join()
    assert hub.sent == model.size
    assert len(list_models([tmp_path])) == 1


def test_a_folder_that_cannot_be_written_is_told(model: RemoteModel, web: Web, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="a part of the path is a file, not a folder") as told:
        run(model, tmp_path / "file" / "models", web)
    assert told.value.kind == "disk"


def test_a_path_with_spaces_and_accents_is_as_good_as_any(model: RemoteModel, web: Web, tmp_path: Path) -> None:
    folder = tmp_path / "Müller & שלום" / ("long" * 50) / "models"
    run(model, folder, web)
    assert isinstance(list_models([folder])[0], ModelInfo)
