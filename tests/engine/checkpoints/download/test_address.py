"""What may be asked, and which proxy is on the way."""

import pytest

from engine.checkpoints.download.address import Proxy, Server, join, proxy_for, redirected, server_of
from engine.errors import EngineError


def refused(url: str) -> str:
    with pytest.raises(EngineError) as told:
        server_of(url)
    assert told.value.kind == "network"
    return str(told.value)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("https://hub.example/a/b?c=d", Server(True, "hub.example", 443, "/a/b?c=d")),
        ("https://hub.example:8443", Server(True, "hub.example", 8443, "/")),
        ("http://127.0.0.1:8000/a", Server(False, "127.0.0.1", 8000, "/a")),
        ("http://127.1.2.3/a", Server(False, "127.1.2.3", 80, "/a")),
        ("http://[::1]:80/a", Server(False, "::1", 80, "/a")),
        ("http://localhost/a", Server(False, "localhost", 80, "/a")),
        ("https://hub.example/a b\r\nHost: x", Server(True, "hub.example", 443, "/a%20bHost:%20x")),
    ],
)
def test_an_address_names_a_server(url: str, server: Server) -> None:
    assert server_of(url) == server


@pytest.mark.parametrize("url", ["http://hub.example/a", "http://10.0.0.1/a", "http://127.0.0.1.example/a"])
def test_nothing_is_asked_without_encryption_but_this_machine(url: str) -> None:
    assert "would send without encryption: only https" in refused(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://hub.example/a", "hub.example", "", "https://", "//a/b"])
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "is no address of a server: check HF_ENDPOINT" in refused(url)


@pytest.mark.parametrize(
    "url", ["https://hub.example:port/", "https://[1/", "https://hub.example:99999/", "https://hub..example/"]
)
def test_a_damaged_address_is_refused(url: str) -> None:
    assert "An address is damaged" in refused(url)


def test_an_address_with_a_password_is_refused_without_showing_it() -> None:
    assert refused("https://me:secret@hub.example/") == (
        "The address of hub.example holds a name or a password: leave them out."
    )


def test_names_below_an_address_are_one_step_each() -> None:
    assert (
        join("https://hub.example/", "api", "refs/pr/1", "a b", "..")
        == "https://hub.example/api/refs%2Fpr%2F1/a%20b/.."
    )


def test_a_redirect_is_followed_to_encrypted_addresses() -> None:
    assert redirected("https://a.example/b/c", "/d") == "https://a.example/d"
    assert redirected("https://a.example/b/c", "https://e.example/f") == "https://e.example/f"
    assert redirected("http://127.0.0.1/b", "https://e.example/f") == "https://e.example/f"


@pytest.mark.parametrize("location", ["http://a.example/d", "http://127.0.0.1/d", "file:///d", "ftp://a.example/d"])
def test_a_redirect_never_gives_encryption_up(location: str) -> None:
    with pytest.raises(EngineError, match=r"a\.example sends on to an address without encryption"):
        redirected("https://a.example/b/c", location)


HUB = Server(True, "hub.example", 443, "/")


@pytest.mark.parametrize(
    ("address", "proxy"),
    [
        ("http://proxy.example:3128", Proxy("proxy.example", 3128)),
        ("proxy.example:3128", Proxy("proxy.example", 3128)),
        ("http://proxy.example", Proxy("proxy.example", 8080)),
        ("http://me:pass%40word@proxy.example:1", Proxy("proxy.example", 1, "Basic bWU6cGFzc0B3b3Jk")),
    ],
)
def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch, address: str, proxy: Proxy) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    assert proxy_for(HUB) == proxy
    assert "Basic" not in repr(proxy_for(HUB))


def test_without_a_proxy_and_for_this_machine_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxy_for(HUB) is None
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert proxy_for(Server(False, "127.0.0.1", 80, "/")) is None
    monkeypatch.setenv("NO_PROXY", ".example")
    assert proxy_for(HUB) is None


def test_a_proxy_of_another_kind_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://me:secret@proxy.example:1080")
    with pytest.raises(EngineError, match=r"The proxy socks5://proxy\.example:1080 is none that Sotto can use"):
        proxy_for(HUB)
