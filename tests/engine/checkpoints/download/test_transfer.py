"""One file: it comes whole, goes on where it broke, and rests or ends when that is wished."""

import random
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from engine.checkpoints.download.transfer import Step, transfer
from engine.checkpoints.download.values import Digest, Patience, RemoteFile
from engine.checkpoints.download.web import Web
from engine.errors import Cancelled
from engine.progress import Cancel
from tests.support.local_hub import Fault, LocalHub, remote_file
from tests.support.transfers import names, refused, run


def test_a_file_comes_whole_and_says_how_far_it_is(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert names(tmp_path) == ["model.safetensors"]
    assert {step.activity for step in steps} == {"fetching"}
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == len(content) == hub.sent


def test_a_small_file_is_known_by_gits_name_for_it(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    run(remote_file(hub, "someone/mini", "config.json"), tmp_path, web)
    assert (tmp_path / "config.json").read_bytes() == b'{"model_type": "whisper"}'
    wrong = replace(remote_file(hub, "someone/mini", "config.json"), digest=Digest("git", "0" * 40))
    (tmp_path / "config.json").unlink()
    assert "another checksum" in str(refused(wrong, tmp_path, web))


def test_an_empty_file_comes_without_a_question(hub: LocalHub, web: Web, tmp_path: Path) -> None:
    hub.repositories["someone/mini"]["merges.txt"] = b""
    run(remote_file(hub, "someone/mini", "merges.txt"), tmp_path, web)
    assert (tmp_path / "merges.txt").read_bytes() == b""
    assert hub.asked == []


def test_fifty_random_cuts_end_byte_exact_and_fetch_hardly_anything_twice(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    places = sorted(random.Random(50).sample(range(1, len(content)), 50))
    cuts = [place - before for before, place in zip([0, *places], places, strict=False)]
    hub.misbehave("model.safetensors", *(Fault(cut=cut) for cut in cuts))
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.sent <= 1.05 * len(content)
    assert hub.ranges("model.safetensors") == ["", *(f"bytes={place}-" for place in places)]
    assert {asked.if_range for asked in hub.asked[1:]} == {f'"{sha256(content).hexdigest()}"'}
    assert sum(step.activity == "retrying" for step in steps) == 50


def test_a_cancelled_file_goes_on_in_another_run(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=300_000))
    cancel = Cancel()
    steps = transfer(weights, tmp_path, web, cancel)
    while next(steps).done < 300_000:
        pass
    cancel.ask()
    with pytest.raises(Cancelled):
        next(steps)
    assert names(tmp_path) == ["model.safetensors.part", "model.safetensors.part.json"]
    first, *_ = run(weights, tmp_path, web)
    assert first == Step("checking", 300_000)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.ranges("model.safetensors") == ["", "bytes=300000-"]
    assert hub.sent == len(content)


def test_a_cancel_is_heard_while_the_server_is_silent(hub: LocalHub, weights: RemoteFile, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(hold=0))
    cancel = Cancel()
    Thread(target=lambda: (hub.held.wait(30), cancel.ask())).start()
    with pytest.raises(Cancelled):
        run(weights, tmp_path, Web(Patience(stall=60)), cancel)


def test_a_pause_rests_and_goes_on(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=300_000))
    cancel = Cancel()
    for step in transfer(weights, tmp_path, web, cancel):
        if step.done == 300_000 and not hub.go_on.is_set():
            cancel.pause()
            hub.go_on.set()
            Thread(target=cancel.resume).start()
    assert (tmp_path / "model.safetensors").read_bytes() == content


def test_a_connection_that_a_long_pause_lost_is_made_again(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=300_000, cut=0))
    for step in transfer(weights, tmp_path, web, Cancel()):
        if step.done == 300_000:
            hub.go_on.set()
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.ranges("model.safetensors") == ["", "bytes=300000-"]


def test_a_stalled_connection_is_given_up_and_made_again(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(hold=300_000))
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert "said nothing for" in next(step.trouble for step in steps if step.activity == "retrying")
    assert hub.ranges("model.safetensors") == ["", "bytes=300000-"]


def test_a_server_that_stays_silent_is_given_up_after_so_many_tries(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path
) -> None:
    hub.misbehave("model.safetensors", *[Fault(hold=0)] * 9)
    told = refused(weights, tmp_path, web)
    assert told.kind == "network"
    assert "said nothing for" in str(told)
    assert len(hub.asked) == 4


def test_a_server_that_is_not_there_is_given_up(weights: RemoteFile, web: Web, tmp_path: Path) -> None:
    with LocalHub({}) as other:
        gone = replace(weights, url=f"{other.address}/model.safetensors")
    assert "127.0.0.1 broke (Connection refused)" in str(refused(gone, tmp_path, web))


def test_a_part_that_another_run_left_damaged_begins_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), *[Fault(status=404)])
    refused(weights, tmp_path, web)
    (tmp_path / "model.safetensors.part").write_bytes(bytes(300_000))  # as a power cut leaves it
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert any("what was here of model.safetensors is damaged" in step.trouble for step in steps)


@pytest.mark.parametrize("note", ["", "{", "[]", "{}", '{"length": 1}', "\x00" * 9])
def test_a_part_whose_note_is_damaged_begins_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes, note: str
) -> None:
    (tmp_path / "model.safetensors.part").write_bytes(b"anything")
    (tmp_path / "model.safetensors.part.json").write_text(note)
    run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.ranges("model.safetensors") == [""]


def test_a_part_of_another_version_begins_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), Fault(status=404))
    refused(weights, tmp_path, web)
    newer = content[::-1]
    hub.repositories["someone/mini"]["model.safetensors"] = newer
    run(remote_file(hub, "someone/mini", "model.safetensors"), tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == newer
    assert hub.ranges("model.safetensors")[-1] == ""


def test_a_part_from_one_server_goes_on_at_another(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), Fault(status=404))
    refused(weights, tmp_path, web)
    with LocalHub(hub.repositories) as mirror:
        run(remote_file(mirror, "someone/mini", "model.safetensors"), tmp_path, web)
        assert [(asked.range, asked.if_range) for asked in mirror.asked] == [("bytes=300000-", "")]
    assert (tmp_path / "model.safetensors").read_bytes() == content


def test_a_file_that_is_whole_already_is_read_and_not_fetched(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "model.safetensors").write_bytes(content)
    assert [step.activity for step in run(weights, tmp_path, web)] == ["checking"]
    assert hub.asked == []
    (tmp_path / "model.safetensors").write_bytes(bytes(len(content)))
    run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
