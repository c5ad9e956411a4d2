"""A hub with one repository, and a downloader that loses patience soon."""

import random
from collections.abc import Iterator

import pytest

from engine.checkpoints.download.values import Patience, RemoteFile
from engine.checkpoints.download.web import Web
from tests.support.local_hub import LocalHub, remote_file


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the server in the test, whatever this machine's proxy is."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "HF_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def content() -> bytes:
    """A million bytes, of which no two stretches are alike."""
    return random.Random(1).randbytes(1_000_000)


@pytest.fixture
def hub(content: bytes) -> Iterator[LocalHub]:
    with LocalHub(
        {"someone/mini": {"model.safetensors": content, "config.json": b'{"model_type": "whisper"}'}}
    ) as made:
        yield made


@pytest.fixture
def web() -> Web:
    return Web(Patience(stall=0.4, tries=3, first_wait=0.0))


@pytest.fixture
def weights(hub: LocalHub) -> RemoteFile:
    """The large file, as the hub lists it."""
    return remote_file(hub, "someone/mini", "model.safetensors")
