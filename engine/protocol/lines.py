"""Messages to lines and back: JSON in ASCII, at most 1 MB each, whose `type` is the class of the message.

Whatever else comes is Malformed, a failure of the other side and never one of the reader's: other fields, types or
numbers than the class has, a line without an end, bytes that are no text.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from types import MappingProxyType
from typing import Any, Generic, NoReturn, TypeVar, cast, get_args

from engine.protocol.messages import Event, Message, Request
from engine.subtitles.project.codec import Codec, Unreadable, codec

LONGEST_LINE = 1 << 20  # bytes, with its end
_M = TypeVar("_M")


class Malformed(ValueError):  # noqa: N818 - says what the line is
    """A line is no message. `job` is the number that it names, 0 if none; the text never quotes the line."""

    def __init__(self, reason: str, job: int = 0) -> None:
        super().__init__(reason)
        self.job = job


def encode(message: Message) -> bytes:
    """Return the line of a message, with its end. Raises Malformed for one that no line can hold."""
    kind = type(message)
    try:
        fields = cast(dict[str, object], _codecs((kind,))[kind.__name__].encode(message))
        line = json.dumps({"type": kind.__name__, **fields}, allow_nan=False, separators=(",", ":")).encode("ascii")
    except ValueError as error:  # Unreadable, or a number that JSON doesn't have
        raise Malformed(f"{kind.__name__} holds what no line can", message.job) from error
    if len(line) >= LONGEST_LINE:
        raise Malformed(f"{kind.__name__} is longer than a line may be", message.job)
    return line + b"\n"


def decode_request(line: bytes) -> Request:
    """Read what the window says. Raises Malformed."""
    return cast(Request, _decode(line, _REQUESTS))


def decode_event(line: bytes) -> Event:
    """Read what a process says. Raises Malformed."""
    return cast(Event, _decode(line, _EVENTS))


def _decode(line: bytes, known: Mapping[str, Codec[Any]]) -> object:
    if len(line) > LONGEST_LINE:
        raise Malformed("longer than a line may be")
    try:
        fields = json.loads(line.decode("ascii"), parse_constant=_no_number, parse_float=_number)
    except (ValueError, RecursionError):
        raise Malformed("no JSON") from None
    if not isinstance(fields, dict):
        raise Malformed("no JSON object")
    job, name = fields.get("job"), fields.pop("type", None)
    job = job if type(job) is int and job >= 0 else 0
    if not isinstance(name, str) or name not in known:
        raise Malformed("of no type that is known", job)
    try:
        message = known[name].decode(fields)
    except Unreadable as error:
        raise Malformed(f"{name} with {error}", job) from None
    if message.job < 0:
        raise Malformed(f"{name} with a negative job")
    return message


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _number(text: str) -> float:
    """Refuse 1e999, which is JSON and would be infinity."""
    if isfinite(number := float(text)):
        return number
    raise ValueError(text)


def _codecs(kinds: tuple[Any, ...]) -> Mapping[str, Codec[Any]]:
    return MappingProxyType({kind.__name__: codec(kind) for kind in kinds})


_REQUESTS = _codecs(get_args(Request))
_EVENTS = _codecs(get_args(Event))


class Lines(Generic[_M]):
    """Takes a pipe's bytes as they come and gives the messages in them; holds a line at most."""

    def __init__(self, decode: Callable[[bytes], _M]) -> None:
        self._decode = decode
        self._rest = bytearray()
        self._skipping = False  # the rest of a line that was too long

    def feed(self, chunk: bytes) -> Iterator[_M | Malformed]:
        """Yield the messages of the lines that `chunk` completes, and Malformed for each line that is none."""
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            line = bytes(self._rest) + end
            self._rest.clear()
            if self._skipping:
                self._skipping = False
            else:
                yield self._read(line)
        if self._skipping:
            return
        self._rest += rest
        if len(self._rest) >= LONGEST_LINE:
            self._rest.clear()
            self._skipping = True
            yield Malformed("longer than a line may be")

    def close(self) -> Iterator[Malformed]:
        """Yield Malformed if the pipe ended within a line."""
        if self._rest:
            self._rest.clear()
            yield Malformed("cut off within a line")

    def _read(self, line: bytes) -> _M | Malformed:
        try:
            return self._decode(line)
        except Malformed as malformed:
            return malformed
