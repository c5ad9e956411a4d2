"""One file, from a server that cuts, stalls and lies: it comes whole, or the reason is told and nothing is there."""

import random
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from engine.checkpoints.download.transfer import Step, transfer
from engine.checkpoints.download.values import Digest, Patience, RemoteFile
from engine.checkpoints.download.web import Web
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel
from tests.support.local_hub import Fault, LocalHub, remote_file


def run(file: RemoteFile, folder: Path, web: Web, cancel: Cancel | None = None) -> list[Step]:
    return list(transfer(file, folder, web, cancel or Cancel()))


def refused(file: RemoteFile, folder: Path, web: Web) -> EngineError:
    """Return what was told; the file's own name is nowhere in the folder then."""
    with pytest.raises(EngineError) as told:
        run(file, folder, web)
    assert not (folder / file.name).exists()
    assert file.name in str(told.value)
    return told.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


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


def test_a_busy_server_is_asked_again(hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(status=503), Fault(status=429, headers={"Retry-After": "0"}))
    run(weights, tmp_path, web)
    assert len(hub.asked) == 3


def test_a_range_that_is_ignored_begins_the_file_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), Fault(lazy=True))
    run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.sent == 300_000 + len(content)


def test_another_range_than_was_asked_for_is_refused(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave(
        "model.safetensors",
        Fault(cut=300_000),
        Fault(headers={"Content-Range": f"bytes 299999-999999/{len(content)}"}),
    )
    told = refused(weights, tmp_path, web)
    assert "sends another part of model.safetensors" in str(told)
    assert (tmp_path / "model.safetensors.part").stat().st_size == 300_000


@pytest.mark.parametrize("place", [None, "bytes */1000000", "bytes 300000-999999/7", "300000-"])
def test_a_part_that_does_not_say_of_what_is_refused(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, place: str | None
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), Fault(headers={"Content-Range": place}))
    assert "sends another part" in str(refused(weights, tmp_path, web))


def test_a_part_that_nobody_asked_for_is_refused(hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(status=206, headers={"Content-Range": "bytes 0-999999/1000000"}))
    assert "sends another part" in str(refused(weights, tmp_path, web))


def test_a_file_that_was_changed_meanwhile_begins_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000, headers={"ETag": '"an older one"'}))
    run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert [asked.if_range for asked in hub.asked] == ["", '"an older one"']
    assert hub.sent == 300_000 + len(content)


def test_a_part_of_a_changed_file_is_not_appended_either_if_the_server_sends_it_all_the_same(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    other = {"ETag": '"another"'}
    hub.misbehave(
        "model.safetensors",
        Fault(cut=300_000, headers={"ETag": '"one"'}),
        Fault(status=206, headers=other | {"Content-Range": "bytes 300000-999999/1000000", "Content-Length": "700000"}),
    )
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert hub.ranges("model.safetensors") == ["", "bytes=300000-", ""]
    assert any("was changed on 127.0.0.1" in step.trouble for step in steps)


def test_what_is_longer_than_the_servers_file_begins_anew(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(cut=300_000), Fault(status=416, body=b""))
    steps = run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
    assert any("has less of model.safetensors than is here" in step.trouble for step in steps)


def test_a_server_that_has_no_range_at_all_is_given_up(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path
) -> None:
    hub.misbehave("model.safetensors", *[Fault(status=416)] * 9)
    assert "has less of model.safetensors" in str(refused(weights, tmp_path, web))
    assert len(hub.asked) == 4


def test_a_packed_answer_is_refused(hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(headers={"Content-Encoding": "gzip"}))
    assert "packed (gzip), though that was declined" in str(refused(weights, tmp_path, web))


def test_a_web_page_is_refused_and_the_network_is_named(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path
) -> None:
    page = Fault(body=b"<!DOCTYPE html><p>Welcome to our hotel", headers={"Content-Type": "text/html; charset=utf-8"})
    hub.misbehave("model.safetensors", page)
    told = refused(weights, tmp_path, web)
    assert (told.kind, len(hub.asked)) == ("network", 1)
    assert "A web page came from 127.0.0.1 instead of model.safetensors: log in to this network" in str(told)


@pytest.mark.parametrize(
    ("fault", "kind", "said"),
    [
        (Fault(status=403, headers={"Content-Type": "text/html"}), "network", "A web page came from 127.0.0.1"),
        (Fault(status=511), "network", "A web page came from 127.0.0.1"),
        (Fault(status=403), "model", "127.0.0.1 has no model.safetensors (status 403), or shows it to people with an"),
        (Fault(status=404, headers={"Content-Type": "text/html"}), "model", "127.0.0.1 has no model.safetensors"),
        (Fault(status=418), "network", "127.0.0.1 doesn't hand out model.safetensors (status 418): try again later"),
    ],
)
def test_what_will_not_pass_by_itself_is_told_at_once(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, fault: Fault, kind: str, said: str
) -> None:
    hub.misbehave("model.safetensors", fault)
    told = refused(weights, tmp_path, web)
    assert (told.kind, len(hub.asked)) == (kind, 1)
    assert str(told).startswith(said)


def test_wrong_bytes_of_the_right_length_are_removed_and_not_asked_for_again(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(body=content[:-1] + bytes([content[-1] ^ 1])))
    told = refused(weights, tmp_path, web)
    assert "another checksum than the published one" in str(told)
    assert (names(tmp_path), len(hub.asked)) == ([], 1)


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


@pytest.mark.parametrize("length", [999_999, 1_000_001])
def test_a_length_that_is_not_the_listed_one_is_refused_before_a_byte(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, length: int
) -> None:
    hub.misbehave("model.safetensors", Fault(body=bytes(length)))
    assert f"offers {length:,} bytes as model.safetensors, which has 1,000,000" in str(refused(weights, tmp_path, web))
    assert len(hub.asked) == 1


def test_more_bytes_than_the_file_has_are_refused(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    hub.misbehave("model.safetensors", Fault(body=content + b"!", headers={"Content-Length": None}))
    assert "More came as model.safetensors than its 1,000,000 bytes" in str(refused(weights, tmp_path, web))
    assert names(tmp_path) == []


def test_fewer_bytes_than_the_file_has_are_asked_for_again_and_given_up(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path
) -> None:
    short = Fault(cut=999_999, headers={"Content-Length": None})
    hub.misbehave("model.safetensors", short, *[Fault(cut=0)] * 9)
    assert "ended before model.safetensors did" in str(refused(weights, tmp_path, web))
    assert hub.ranges("model.safetensors") == ["", *["bytes=999999-"] * 3]


def test_a_redirect_to_an_address_without_encryption_is_refused(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path
) -> None:
    hub.misbehave("model.safetensors", Fault(status=302, headers={"Location": "http://192.0.2.1/model.safetensors"}))
    with pytest.raises(EngineError, match=r"192\.0\.2\.1 would send without encryption"):
        run(weights, tmp_path, web)
    assert not (tmp_path / "model.safetensors").exists()


def test_redirects_without_end_are_refused(hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path) -> None:
    around = Fault(status=302, headers={"Location": "/storage/someone/mini/model.safetensors"})
    hub.misbehave("model.safetensors", *[around] * 20)
    with pytest.raises(EngineError, match="from one address to the next"):
        run(weights, tmp_path, web)


def test_a_file_that_is_whole_already_is_read_and_not_fetched(
    hub: LocalHub, weights: RemoteFile, web: Web, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "model.safetensors").write_bytes(content)
    assert [step.activity for step in run(weights, tmp_path, web)] == ["checking"]
    assert hub.asked == []
    (tmp_path / "model.safetensors").write_bytes(bytes(len(content)))
    run(weights, tmp_path, web)
    assert (tmp_path / "model.safetensors").read_bytes() == content
