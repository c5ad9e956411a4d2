"""A server that lies about one file: the file comes whole all the same, or the reason is told and nothing is there."""

from pathlib import Path

import pytest

from engine.checkpoints.download.values import RemoteFile
from engine.checkpoints.download.web import Web
from engine.errors import EngineError
from tests.support.local_hub import Fault, LocalHub
from tests.support.transfers import names, refused, run


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


@pytest.mark.parametrize(
    "place", [None, "bytes */1000000", f"bytes {'9' * 5000}-9/9", "bytes 300000-999999/7", "300000-"]
)
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
