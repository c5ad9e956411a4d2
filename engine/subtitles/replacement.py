"""What is put in the place of a match: a text as it is, or with the groups of a regular expression in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import EditError
from engine.subtitles.pattern import Found, Pattern

_PART = re.compile(
    r"\$(?:(?P<dollar>\$)|(?P<number>\d{1,2})|\{(?P<braced>\w+)\})"
    r"|\\(?:(?P<letter>[nt\\$])|(?P<slashed>\d{1,2})|g<(?P<named>\w+)>)"
    r"|(?P<text>[^$\\]+|[$\\])"
)
_LETTERS = {"n": "\n", "t": "\t", "\\": "\\", "$": "$"}


@dataclass(frozen=True, slots=True)
class _Group:
    key: int | str


class Replacement:
    r"""A replacement in parts: texts and groups.

    $1, ${name}, \1 and \g<name> are groups, $0 is the whole match; \n is a line break, \t a tab, $$ a dollar sign.
    `only` is the whole replacement where it has no group, else None.
    """

    def __init__(self, written: str, pattern: Pattern, *, literal: bool) -> None:
        """Raise EditError if `written` speaks of a group that the pattern does not have."""
        self._parts = [written] if literal else list(_parts(written))
        texts = [part for part in self._parts if isinstance(part, str)]
        self.only = "".join(texts) if len(texts) == len(self._parts) else None
        for part in self._parts:
            if isinstance(part, _Group) and not pattern.has_group(part.key):
                raise EditError(f"The replacement speaks of group {part.key}, which the expression doesn't have")

    def text(self, found: Found) -> str:
        """Return what stands in the place of a match."""
        return "".join(found.group(part.key) if isinstance(part, _Group) else part for part in self._parts)


def _parts(written: str) -> Iterator[str | _Group]:
    for found in _PART.finditer(written):
        number = found["number"] or found["slashed"]
        name = found["braced"] or found["named"]
        if number or name:
            key = number or name
            yield _Group(int(key) if key.isdecimal() else key)
        else:
            yield "$" if found["dollar"] else _LETTERS.get(found["letter"] or "", found["text"] or "")
