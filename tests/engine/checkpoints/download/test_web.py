"""Certificates and proxies: who is believed, and on which way."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.checkpoints.download.values import Interrupted, Patience
from engine.checkpoints.download.web import Answer, Web
from engine.errors import EngineError
from tests.support.local_hub import LocalHub
from tests.support.local_proxy import LocalProxy

PATIENCE = Patience(stall=5, tries=1, first_wait=0)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate, with its key, of hub.example and 127.0.0.1 that nobody signed; skips without openssl."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes a certificate, is not installed")
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    kind = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    names = ("-subj", "/CN=hub.example", "-addext", "subjectAltName=DNS:hub.example,IP:127.0.0.1")
    files = ("-keyout", str(file.with_name("key.pem")), "-out", str(file))
    subprocess.run([openssl, "req", *kind, *names, *files], check=True, capture_output=True)
    file.write_text(file.read_text() + file.with_name("key.pem").read_text())
    return file


@pytest.fixture
def secure(certificate: Path) -> Iterator[LocalHub]:
    with LocalHub({"someone/mini": {"config.json": b"{}"}}, certificate) as made:
        yield made


def address(hub: LocalHub, host: str = "127.0.0.1") -> str:
    return f"https://{host}:{hub.port}/someone/mini/resolve/main/config.json"


def body(url: str) -> bytes:
    answer, *blocks = Web(PATIENCE).ask(url)
    assert isinstance(answer, Answer)
    return b"".join(block for block in blocks if isinstance(block, bytes))


def test_a_certificate_that_the_system_does_not_know_is_refused(secure: LocalHub) -> None:
    with pytest.raises(EngineError, match=r"127\.0\.0\.1 can't prove that it is 127\.0\.0\.1 \(self.signed") as told:
        body(address(secure))
    assert told.value.kind == "network"
    assert secure.paths == []


def test_a_certificate_that_the_system_trusts_is_believed(
    secure: LocalHub, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert body(address(secure)) == b"{}"


def test_a_certificate_of_another_name_is_refused(
    secure: LocalHub, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(EngineError, match="localhost can't prove that it is localhost"):
        body(address(secure, "localhost"))


def test_a_server_without_encryption_at_an_encrypted_address_is_told(hub: LocalHub) -> None:
    with pytest.raises(Interrupted, match=r"the connection to 127\.0\.0\.1 broke"):
        body(f"https://127.0.0.1:{hub.port}/")


def test_the_way_leads_through_the_proxy_and_the_certificate_is_the_servers(
    secure: LocalHub, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with LocalProxy(secure.port) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:word@{proxy.address}")
        assert body("https://hub.example/someone/mini/resolve/main/config.json") == b"{}"
    assert proxy.asked == [("CONNECT hub.example:443 HTTP/1.0", "Basic bWU6d29yZA==")]


def test_a_proxy_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalProxy(0, refusal="407 Proxy Authentication Required") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        with pytest.raises(EngineError, match=r"The proxy refuses to ask hub\.example .*407.*: check HTTPS_PROXY"):
            body("https://hub.example/")


def test_a_name_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Interrupted, match=r"hub\.invalid can't be found, as if this computer were offline"):
        body("https://hub.invalid/")
