"""A proxy on 127.0.0.1 that leads every CONNECT to one server here, and remembers what it was asked."""

from contextlib import suppress
from socket import SHUT_WR, create_connection, socket
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from types import TracebackType
from typing import ClassVar


class LocalProxy:
    """`asked` holds the first line and the credentials of each request; with `refusal` it leads nowhere."""

    def __init__(self, port: int, refusal: str = "") -> None:
        self.port = port
        self.refusal = refusal
        self.asked: list[tuple[str, str]] = []
        self._server = ThreadingTCPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"proxy": self}))
        self._server.daemon_threads = True
        self.address = f"127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> "LocalProxy":
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(StreamRequestHandler):
    proxy: ClassVar[LocalProxy]

    def handle(self) -> None:
        first, login = self.rfile.readline().decode().strip(), ""
        while line := self.rfile.readline().decode().strip():
            name, _, value = line.partition(": ")
            login = value if name == "Proxy-Authorization" else login
        self.proxy.asked.append((first, login))
        if self.proxy.refusal:
            self.wfile.write(f"HTTP/1.1 {self.proxy.refusal}\r\n\r\n".encode())
            return
        with create_connection(("127.0.0.1", self.proxy.port)) as there:
            self.wfile.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            back = Thread(target=_pump, args=(there, self.connection), daemon=True)
            back.start()
            _pump(self.connection, there)
            back.join(30)


def _pump(source: socket, target: socket) -> None:
    with suppress(OSError):  # one of them has gone
        while block := source.recv(1 << 16):
            target.sendall(block)
        target.shutdown(SHUT_WR)
