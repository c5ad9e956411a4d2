"""Rows out of the bytes of a damaged SQLite file, page by page, whatever became of the tree above them.

SQLite Database File Format (sqlite.org/fileformat2.html): 1.6 B-tree pages, 2.1 record format.
"""

from collections.abc import Iterator

from engine.subtitles.project.database import PAGE

Value = None | int | float | str | bytes
_TABLE_LEAF = 13
_HEADER = 8  # bytes of a leaf's header
_INLINE = PAGE - 35  # the longest payload that a leaf holds without overflow pages
_LEAST = (PAGE - 12) * 32 // 255 - 23  # what of a longer one it holds at least
_SIZES = (0, 1, 2, 3, 4, 6, 8)  # bytes of whole numbers by serial type


class _Broken(Exception):  # noqa: N818 - says what the cell is
    pass


def carve(data: bytes) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Yield rowid and values of every record that can be read in the leaves of tables, right or wrong."""
    for start in range(0, len(data) - PAGE + 1, PAGE):
        at = start + (100 if start == 0 else 0)
        if data[at] != _TABLE_LEAF:
            continue
        count = int.from_bytes(data[at + 3 : at + 5])
        for index in range(min(count, (PAGE - _HEADER) // 2)):
            pointer = at + _HEADER + 2 * index
            try:
                yield _cell(data, start, int.from_bytes(data[pointer : pointer + 2]))
            except _Broken:
                continue


def _cell(data: bytes, page: int, offset: int) -> tuple[int, tuple[Value, ...]]:
    if not _HEADER <= offset < PAGE:
        raise _Broken
    size, at = _varint(data, page + offset)
    rowid, at = _varint(data, at)
    payload = _payload(data, page, at, size)
    return (rowid ^ 1 << 63) - (1 << 63), _record(payload)


def _payload(data: bytes, page: int, at: int, size: int) -> bytes:
    if size <= _INLINE:
        local = size
    elif size <= len(data):
        local = _LEAST + (size - _LEAST) % (PAGE - 4)
        local = _LEAST if local > _INLINE else local
    else:
        raise _Broken
    if at + local > page + PAGE:
        raise _Broken
    parts = [data[at : at + local]]
    missing = size - local
    following = int.from_bytes(data[at + local : at + local + 4]) if missing else 0
    while missing:
        start = (following - 1) * PAGE
        if start < PAGE or start + PAGE > len(data):
            raise _Broken
        parts.append(data[start + 4 : start + 4 + min(missing, PAGE - 4)])
        missing -= len(parts[-1])
        following = int.from_bytes(data[start : start + 4])
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    body = end
    values: list[Value] = []
    while at < end:
        kind, at = _varint(payload, at)
        size = _SIZES[kind] if kind < 7 else 8 if kind == 7 else 0 if kind < 12 else (kind - 12) // 2
        if body + size > len(payload):
            raise _Broken
        values.append(_value(kind, payload[body : body + size]))
        body += size
    return tuple(values)


def _value(kind: int, data: bytes) -> Value:
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(data, signed=True) if kind else None
    if kind < 12:
        return None  # we store no floating-point numbers
    return data if kind % 2 == 0 else data.decode("utf-8", "replace")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 1 to 9 bytes and where it ends."""
    value = 0
    for index in range(9):
        if at + index >= len(data):
            raise _Broken
        byte = data[at + index]
        if index == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    raise AssertionError("unreachable")
