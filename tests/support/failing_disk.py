"""A disk whose n-th write, sync, truncation, creation, rename or removal fails: SQLite's, through a VFS made here, and
Python's own, through the functions of `os` and `io`.

Nothing is preloaded: the VFS is put before the system's with sqlite3_vfs_register (sqlite.org/c3ref/vfs.html).
"""

import _sqlite3
import ctypes
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_POINTER = ctypes.c_void_p
_FULL, _IO_FSYNC, _IO_TRUNCATE, _IO_DELETE, _CANTOPEN = 13, 1034, 1546, 2570, 14
_CREATE = 4  # SQLITE_OPEN_CREATE
_NAMES_VFS = b"failing"


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, as far as it is of interest; the rest is copied blindly."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _POINTER),
        ("truncate", _POINTER),
        ("sync", _POINTER),
        ("others", _POINTER * 13),
    )


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest", ctypes.c_int),
        ("following", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
        ("others", _POINTER * 16),
    )


_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_File), _POINTER, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_File), ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_File), ctypes.c_int)
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(_Vfs), _POINTER, ctypes.POINTER(_File), ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_int)


class FailingDisk:
    """Counts calls; after `arm` the n-th fails, and with `forever` all behind it, until `heal`. `failed` names them."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self.heal()

    def arm(self, number: int, *, forever: bool) -> None:
        self.failed, self._calls, self._fatal, self._forever = [], 0, number, forever

    def heal(self) -> None:
        self._calls, self._fatal, self._forever = 0, 0, False

    def fails(self, name: str) -> bool:
        """Count a call; tell whether it has to fail."""
        self._calls += 1
        fatal = self._calls == self._fatal or (self._forever and self._calls > self._fatal)
        if fatal:
            self.failed.append(name)
        return fatal


@contextmanager
def failing_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingDisk]:
    """Put a FailingDisk before the real one for as long as this lasts; skip where SQLite is built into Python."""
    disk = FailingDisk()
    _fail_in_python(disk, monkeypatch)
    with _fail_in_sqlite(disk):
        yield disk
    monkeypatch.undo()


def _fail_in_python(disk: FailingDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            if disk.fails(name):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **options)

        return counted

    def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        made = real_open(file, mode, *arguments, **options)
        if "w" in mode or "x" in mode:
            return _WrittenFile(made, disk)
        return made

    real_open = io.open
    for name in ("open", "fsync", "replace", "rename", "link", "unlink", "chmod", "mkdir", "pwrite"):
        monkeypatch.setattr(os, name, failing(name, getattr(os, name)))
    monkeypatch.setattr(io, "open", opened)


class _WrittenFile:
    """A file whose writing may fail after half of the data."""

    def __init__(self, file: Any, disk: FailingDisk) -> None:
        self._file = file
        self._disk = disk

    def __enter__(self) -> "_WrittenFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes | str) -> int:
        if self._disk.fails("write"):
            self._file.write(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written: int = self._file.write(data)
        return written


def _library() -> ctypes.CDLL:
    """Return the SQLite that Python's module uses, not another copy of it."""
    mapped = (line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "libsqlite3" in line)
    path = next(mapped, None)
    if path is None:
        pytest.skip(f"SQLite is built into {_sqlite3.__file__}: nothing can be put between it and the disk")
    return ctypes.CDLL(path)


@contextmanager
def _fail_in_sqlite(disk: FailingDisk) -> Iterator[None]:
    library = _library()
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [ctypes.POINTER(_Vfs), ctypes.c_int]
    library.sqlite3_vfs_unregister.argtypes = [ctypes.POINTER(_Vfs)]
    system = library.sqlite3_vfs_find(None)
    vfs, callbacks = _vfs(system, disk)
    library.sqlite3_vfs_register(ctypes.byref(vfs), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(vfs))
        library.sqlite3_vfs_register(system, 1)
        callbacks.clear()


def _vfs(system: Any, disk: FailingDisk) -> tuple[_Vfs, list[object]]:
    """Return a copy of the system's VFS that counts, and what must live as long as it does."""
    real_open, real_delete = (_OPEN(system.contents.open), _DELETE(system.contents.delete))
    vfs = _Vfs.from_buffer_copy(system.contents)
    vfs.name, vfs.following = _NAMES_VFS, None
    tables: dict[int, _Methods] = {}
    kept: list[object] = [tables, real_open, real_delete]

    def open_file(_: Any, name: Any, file: Any, flags: int, told: Any) -> int:
        if flags & _CREATE and disk.fails("sqlite open"):
            return _CANTOPEN
        code: int = real_open(system, name, file, flags, told)
        if code == 0 and file.contents.methods:
            address = ctypes.addressof(file.contents.methods.contents)
            if address not in tables:
                tables[address] = _counting(file.contents.methods.contents, disk, kept)
            file.contents.methods = ctypes.pointer(tables[address])
        return code

    def delete_file(_: Any, name: bytes, sync: int) -> int:
        return _IO_DELETE if disk.fails("sqlite delete") else int(real_delete(system, name, sync))

    callbacks = (_OPEN(open_file), _DELETE(delete_file))
    kept += callbacks
    vfs.open, vfs.delete = (ctypes.cast(callback, _POINTER) for callback in callbacks)
    return vfs, kept


def _counting(methods: _Methods, disk: FailingDisk, kept: list[object]) -> _Methods:
    """Return a copy of a file's methods that counts its writes."""
    write, truncate = _WRITE(methods.write), _TRUNCATE(methods.truncate)

    def write_part(file: Any, data: Any, size: int, offset: int) -> int:
        if disk.fails("sqlite write"):
            write(file, data, size // 2, offset)
            return _FULL
        return int(write(file, data, size, offset))

    callbacks = (
        _WRITE(write_part),
        _TRUNCATE(lambda file, size: _IO_TRUNCATE if disk.fails("sqlite truncate") else truncate(file, size)),
        _SYNC(lambda *_: _IO_FSYNC if disk.fails("sqlite sync") else 0),  # nobody cuts the power: no need to wait
    )
    kept += [write, truncate, *callbacks]
    copy = _Methods.from_buffer_copy(methods)
    copy.write, copy.truncate, copy.sync = (ctypes.cast(callback, _POINTER) for callback in callbacks)
    return copy
