"""What a server's answer means for the file that was asked for: where its bytes belong, or why it isn't taken."""

import re

from engine.checkpoints.download.values import Interrupted, Outdated, RemoteFile
from engine.checkpoints.download.web import Answer
from engine.errors import EngineError

_RANGE = re.compile(r"bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)")
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_MISSING = {401, 403, 404, 410}
_LOG_IN = 511
_FINE = (200, 206)
_PAGES = {"text/html", "application/xhtml+xml"}


def begin(answer: Answer, file: RemoteFile, offset: int, etag: str) -> int:
    """Return which byte of `file` the answer begins with, after `offset` was asked for: that one or 0.

    Raises Outdated if what is here doesn't fit the server's file any more, Interrupted for what may pass by itself,
    and EngineError with the remedy for everything that isn't the file.
    """
    check(answer, file.name)
    first = 0 if answer.status == 200 else _first(answer, file, offset)
    if first and etag and answer.etag and answer.etag != etag:
        raise Outdated(f"{file.name} was changed on {answer.host}")
    if answer.length is not None and answer.length != file.size - first:
        raise _refusal(
            f"{answer.host} offers {first + answer.length:,} bytes as {file.name}, which has {file.size:,}: try again "
            "later."
        )
    return first


def check(answer: Answer, name: str) -> None:
    """Raise what `begin` does if an answer brings nothing, or something else than what is called `name`."""
    if answer.status == _LOG_IN or (answer.kind in _PAGES and answer.status in (*_FINE, 403)):
        raise _refusal(
            f"A web page came from {answer.host} instead of {name}: log in to this network in a browser if it asks for "
            "that, check HTTPS_PROXY, and try again."
        )
    if answer.status not in _FINE:
        _check_status(answer, name)
    if answer.encoding not in ("", "identity"):
        raise _refusal(
            f"{answer.host} sends {name} packed ({answer.encoding[:20]}), though that was declined: check HTTPS_PROXY, "
            "or name another server in HF_ENDPOINT."
        )


def _check_status(answer: Answer, name: str) -> None:
    if answer.status == 416:
        raise Outdated(f"{answer.host} has less of {name} than is here")
    if answer.status in _PASSING:
        wait = float(answer.retry_after) if answer.retry_after.isdecimal() else None
        raise Interrupted(f"{answer.host} is busy or out of order (status {answer.status})", wait)
    if answer.status in _MISSING:
        raise EngineError(
            "model",
            f"{answer.host} has no {name} (status {answer.status}), or shows it to people with an account only: check "
            "the name, or choose another model. Nothing was installed.",
        )
    raise _refusal(
        f"{answer.host} doesn't hand out {name} (status {answer.status}): try again later, or name another server in "
        "HF_ENDPOINT."
    )


def _first(answer: Answer, file: RemoteFile, offset: int) -> int:
    found = _RANGE.fullmatch(answer.range)
    if not offset or found is None or int(found[1]) != offset or found[2] not in ("*", str(file.size)):
        raise _refusal(
            f"{answer.host} sends another part of {file.name} than was asked for: try again later, or name another "
            "server in HF_ENDPOINT."
        )
    return offset


def _refusal(told: str) -> EngineError:
    return EngineError("network", f"{told} Nothing was installed.")
