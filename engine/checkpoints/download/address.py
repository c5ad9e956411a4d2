"""Which addresses may be asked: https, and plain http on this machine alone; and the proxy on the way to one."""

import base64
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from engine.errors import EngineError

_KEPT = "/%:@!$&'()*+,;=~-._?"  # what an address may hold as it is


@dataclass(frozen=True, slots=True)
class Server:
    """Who is asked, and for what; `target` is the path with its query."""

    secure: bool
    host: str
    port: int
    target: str


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy; `authorization` is its header's content, "" for none."""

    host: str
    port: int
    authorization: str = field(default="", repr=False)


def join(base: str, *names: str) -> str:
    """Return the address below `base` that the names lead to, one step each."""
    return "/".join((base.rstrip("/"), *(quote(name, safe="") for name in names)))


def server_of(url: str) -> Server:
    """Take an address apart. Raises EngineError("network") for one that isn't to be asked."""
    parts = _split(url)
    secure, host = parts.scheme == "https", parts.hostname or ""
    if not host or parts.scheme not in ("https", "http"):
        raise EngineError("network", f"{_shown(parts)} is no address of a server: check HF_ENDPOINT.")
    if parts.username is not None:
        raise EngineError("network", f"The address of {host} holds a name or a password: leave them out.")
    if not secure and not is_here(host):
        raise EngineError("network", f"{host} would send without encryption: only https addresses are asked.")
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    target = quote(parts.path or "/", safe=_KEPT) + query
    return Server(secure, host, parts.port or (443 if secure else 80), target)


def redirected(url: str, location: str) -> str:
    """Return where a redirect leads to. Raises EngineError("network") for one that gives encryption up."""
    there = urljoin(url, location)
    if url.startswith("https:") and _split(there).scheme != "https":
        host = urlsplit(url).hostname
        raise EngineError(
            "network",
            f"{host} sends on to an address without encryption: log in to this network in a browser if it asks for "
            "that, or use another. Nothing was installed.",
        )
    server_of(there)
    return there


def is_here(host: str) -> bool:
    """Tell whether a host is this machine, by its name or address alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def proxy_for(server: Server) -> Proxy | None:
    """Return the proxy that the system names for a server. Raises EngineError("network") for one of another kind."""
    known = getproxies()
    address = known.get("https") or known.get("all")
    if not address or is_here(server.host) or proxy_bypass(f"{server.host}:{server.port}"):
        return None
    parts = _split(address if "://" in address else f"http://{address}")
    if parts.scheme != "http" or not parts.hostname:
        raise EngineError(
            "network",
            f"The proxy {_shown(parts)} is none that Sotto can use: name one in HTTPS_PROXY that begins with http://.",
        )
    name = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    login = f"Basic {base64.b64encode(name.encode()).decode()}" if parts.username else ""
    return Proxy(parts.hostname, parts.port or 8080, login)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - is read only when asked for, and may be none
        (parts.hostname or "").encode("idna")  # as it will be looked up; a UnicodeError is a ValueError
    except ValueError:
        raise EngineError("network", "An address is damaged: check HF_ENDPOINT and HTTPS_PROXY.") from None
    return parts


def _shown(parts: SplitResult) -> str:
    """Return an address without the name and the password that it may hold."""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
