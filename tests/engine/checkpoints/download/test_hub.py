"""What a hub lists becomes files with sizes and checksums; what is no list is told."""

import hashlib
import json
from dataclasses import replace

import pytest

from engine.checkpoints.catalogue import find_name, read_catalogue
from engine.checkpoints.download.hub import Hub
from engine.checkpoints.download.values import Digest, RemoteFile
from engine.checkpoints.download.web import Web
from engine.errors import EngineError
from engine.progress import Cancel
from tests.support.local_hub import COMMIT, Fault, LocalHub, git_name

TOKENIZER = b'{"model": {}}'


@pytest.fixture
def asked(hub: LocalHub, web: Web) -> Hub:
    hub.repositories["someone/mini"]["tokenizer.json"] = TOKENIZER
    return Hub(web, Cancel(), hub.address)


def refused(hub: Hub, repository: str = "someone/mini") -> EngineError:
    with pytest.raises(EngineError) as told:
        hub.model(repository)
    assert repository in str(told.value)
    return told.value


def test_a_repository_is_listed_with_sizes_and_checksums(hub: LocalHub, asked: Hub, content: bytes) -> None:
    model = asked.model("someone/mini")
    assert (model.name, model.source, model.revision) == ("mini", "someone/mini", COMMIT)
    assert model.files[1:] == (
        RemoteFile(
            "tokenizer.json",
            f"{hub.address}/someone/mini/resolve/{COMMIT}/tokenizer.json",
            len(TOKENIZER),
            Digest("git", git_name(TOKENIZER)),
        ),
        RemoteFile(
            "model.safetensors",
            f"{hub.address}/someone/mini/resolve/{COMMIT}/model.safetensors",
            len(content),
            Digest("sha256", hashlib.sha256(content).hexdigest()),
        ),
    )
    assert model.size == sum(len(file) for file in hub.repositories["someone/mini"].values())


def test_git_names_an_empty_file_as_everybody_knows() -> None:
    assert git_name(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_revision_is_one_step_of_the_address(hub: LocalHub, asked: Hub) -> None:
    asked.model("someone/mini", "refs/pr/7")
    assert hub.paths[0] == "/api/models/someone/mini/revision/refs%2Fpr%2F7"


def test_a_list_of_several_pages_is_read_to_its_end(hub: LocalHub, asked: Hub) -> None:
    hub.page = 1
    assert len(asked.model("someone/mini").files) == 3
    assert len(hub.paths) == 1 + 4


def test_a_broken_list_is_asked_for_again(hub: LocalHub, asked: Hub) -> None:
    hub.misbehave("tree", Fault(cut=20), Fault(status=502))
    assert len(asked.model("someone/mini").files) == 3


def test_a_repository_that_is_not_there_is_told(asked: Hub) -> None:
    told = refused(asked, "someone/else")
    assert told.kind == "model"
    assert "127.0.0.1 has no someone/else (status 404), or shows it to people with an account only" in str(told)


def test_a_web_page_instead_of_a_list_is_told(hub: LocalHub, asked: Hub) -> None:
    hub.misbehave("revision", Fault(body=b"<html>", headers={"Content-Type": "text/html"}))
    assert "A web page came from 127.0.0.1" in str(refused(asked))


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("revision", b"<html>"),
        ("revision", b"[]"),
        ("revision", b"{}"),
        ("revision", b'{"sha": "main/../.."}'),
        ("tree", b"null"),
        ("tree", b"[7]"),
        ("tree", b'[{"type": "file"}]'),
        ("tree", b"[" * 5000),
        ("tree", b"\xff"),
        *(
            ("tree", json.dumps([{"type": "file", "path": "config.json", "size": 1, "oid": "0" * 40} | wrong]).encode())
            for wrong in (
                {"size": -1},
                {"size": 10**400},
                {"size": "1"},
                {"oid": "x"},
                {"oid": 7},
                {"path": 7},
                {"lfs": {"size": 1}},
            )
        ),
    ],
)
def test_what_is_no_list_is_told(hub: LocalHub, asked: Hub, route: str, body: bytes) -> None:
    hub.misbehave(route, Fault(body=body))
    assert "is no list of a hub's files: check HF_ENDPOINT" in str(refused(asked))


def test_one_of_openais_files_comes_with_its_checksum_and_a_vocabulary(
    hub: LocalHub, asked: Hub, content: bytes
) -> None:
    tiny = find_name(read_catalogue(), "tiny")
    assert tiny is not None
    hub.repositories["openai/files"] = {"tiny.pt": content}
    tiny = replace(tiny, url=f"{hub.address}/openai/files/resolve/main/tiny.pt", repository="someone/mini")
    model = asked.published(tiny)
    assert (model.name, model.source, model.revision) == ("tiny", tiny.url, "")
    words, weights = model.files
    assert words.name == "tokenizer.json"
    assert weights == RemoteFile("tiny.pt", tiny.url, len(content), Digest("sha256", tiny.sha256))
