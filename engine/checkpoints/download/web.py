"""Asks a server for a file; the one place that opens a connection to another machine."""

import http.client
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import truststore

from engine.checkpoints.download.address import Server, proxy_for, redirected, server_of
from engine.checkpoints.download.values import Interrupted, Patience
from engine.errors import EngineError

BLOCK = 256 << 10  # bytes, the most that is handed on at once
_REDIRECTS = 10
_MOVED = {301, 302, 303, 307, 308}
_NUMBER = re.compile(r"[0-9]{1,18}")
_ETAG = '"'  # a strong one begins with it, a weak one with W/, and is no promise of equal bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says before the bytes. `length` is None and texts are empty where it doesn't say; `next` is the
    address of the list's next page."""

    status: int
    host: str
    length: int | None = None
    range: str = ""
    etag: str = ""
    kind: str = ""
    encoding: str = ""
    retry_after: str = ""
    next: str = ""


class Web:
    """Servers, asked with the system's certificates and through its proxy."""

    def __init__(self, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._trusted = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def ask(self, url: str, *, offset: int = 0, etag: str = "", method: str = "GET") -> Iterator[Answer | bytes]:
        """Ask for what lies at `url`, from byte `offset` on if it still is `etag`; yield the Answer, then its bytes.

        Raises Interrupted for what may pass by itself, EngineError("network") for what won't.
        """
        headers = {"User-Agent": "sotto", "Accept-Encoding": "identity", "Connection": "close"}
        if offset:
            headers |= {"Range": f"bytes={offset}-"} | ({"If-Range": etag} if etag else {})
        for _ in range(_REDIRECTS):
            server = server_of(url)
            with _in_words(server.host, self.patience.stall), closing(self._connect(server)) as connection:
                connection.request(method, server.target, headers=headers)
                with closing(connection.getresponse()) as response:
                    if response.status not in _MOVED:
                        yield _answer(response, server.host)
                        while block := response.read1(BLOCK):
                            yield block
                        return
                    url = redirected(url, response.getheader("Location", ""))
        raise EngineError("network", f"{server.host} only sends from one address to the next: try again later.")

    def _connect(self, server: Server) -> http.client.HTTPConnection:
        patience = self.patience.stall
        if not server.secure:
            return http.client.HTTPConnection(server.host, server.port, timeout=patience)
        proxy = proxy_for(server)
        first = server if proxy is None else proxy
        connection = http.client.HTTPSConnection(first.host, first.port, timeout=patience, context=self._trusted)
        if proxy is not None:
            login = {"Proxy-Authorization": proxy.authorization} if proxy.authorization else {}
            connection.set_tunnel(server.host, server.port, headers=login)
        return connection


def _answer(response: http.client.HTTPResponse, host: str) -> Answer:
    def said(header: str) -> str:
        return (response.getheader(header) or "").strip()

    etag, length, link = said("ETag"), said("Content-Length"), said("Link")
    return Answer(
        status=response.status,
        host=host,
        length=int(length) if _NUMBER.fullmatch(length) else None,
        range=said("Content-Range"),
        etag=etag if etag.startswith(_ETAG) else "",
        kind=said("Content-Type").partition(";")[0].strip().lower(),
        encoding=said("Content-Encoding").lower(),
        retry_after=said("Retry-After"),
        next=link.partition(">")[0].lstrip("<") if 'rel="next"' in link else "",
    )


@contextmanager
def _in_words(host: str, stall: float) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise EngineError(
            "network",
            f"{host} can't prove that it is {host} ({error.verify_message}): if your organisation's network reads "
            "along, add its certificate to the system's, else use another network. Nothing was installed.",
        ) from error
    except socket.gaierror as error:
        raise Interrupted(f"{host} can't be found, as if this computer were offline") from error
    except TimeoutError as error:
        raise Interrupted(f"{host} has said nothing for {stall:.0f} s") from error
    except OSError as error:
        if error.errno is None and "Tunnel" in str(error):  # http.client has no other mark for it
            raise EngineError(
                "network", f"The proxy refuses to ask {host} ({error}): check HTTPS_PROXY, and its password."
            ) from error
        raise Interrupted(f"the connection to {host} broke ({error.strerror or type(error).__name__})") from error
    except http.client.HTTPException as error:
        raise Interrupted(f"the connection to {host} broke ({type(error).__name__})") from error
