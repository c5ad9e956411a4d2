"""Writing a file so that it is whole: the new one or the old one, never a part, whatever fails on the way."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.disk import sync, sync_folder
from engine.errors import EngineError
from engine.paths import shown

DRAFTS = ".sotto-*.tmp"  # how files are called that are still being written
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_REASONS = {
    errno.ENOSPC: "the disk is full: free some space or save elsewhere",
    errno.EDQUOT: "your quota on this disk is used up: free some space or save elsewhere",
    errno.EFBIG: "the file would be bigger than this disk or system allows: save elsewhere",
    errno.EACCES: "you may not write in this folder: save elsewhere or ask for the right to",
    errno.EPERM: "you may not write in this folder: save elsewhere or ask for the right to",
    errno.EROFS: "this folder is read-only: save elsewhere",
    errno.ENOENT: "the folder does not exist: make it first or save elsewhere",
    errno.ENOTDIR: "a part of the path is a file, not a folder: save elsewhere",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
    errno.EMFILE: "too many files are open: close some and try again",
    errno.EIO: "the disk reports an error, the file could not be written safely: save elsewhere",
}


def write_whole(text: str, path: Path, *, overwrite: bool) -> None:
    """Write `text` in UTF-8 as write_bytes_whole does."""
    write_bytes_whole(text.encode("utf-8"), path, overwrite=overwrite)


def write_bytes_whole(data: bytes, path: Path, *, overwrite: bool) -> None:
    """Write `data` to `path` through a temporary file beside it.

    A symbolic link is followed and stays. Raise EngineError("disk") naming file and remedy; the old file is whole
    then, and nothing else is left. Without `overwrite` a file that exists, or comes to exist meanwhile, stays.
    """
    with whole(path, overwrite=overwrite) as draft:
        draft.write_bytes(data)


@contextmanager
def whole(path: Path, *, overwrite: bool, permissions: int = 0o666) -> Iterator[Path]:
    """Lend an empty file to write into, which becomes `path` when it is closed; as write_bytes_whole otherwise.

    A new file has `permissions` less the umask, one that replaces another has that one's.
    """
    with _in_words(path):
        target = _target(path)
        mode = _mode(target, path, overwrite)
        temporary = target.parent / DRAFTS.replace("*", secrets.token_hex(8))
        try:
            _make(temporary, mode, permissions)
            yield temporary
            sync(temporary, os.O_WRONLY)
            _put_in_place(temporary, target, overwrite)
        finally:
            with suppress(OSError):  # what failed first is what the user has to hear
                temporary.unlink(missing_ok=True)
        sync_folder(target.parent)


def check_target(path: Path, *, overwrite: bool) -> None:
    """Raise now, before hours of work, the EngineError("disk") that write_whole would raise for `path` as it is."""
    with _in_words(path):
        target = _target(path)
        _mode(target, path, overwrite)
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise EngineError("disk", f"{shown(path)} exists: choose another name, or allow it to be overwritten") from None
    except OSError as error:
        raise EngineError("disk", f"{shown(path)} cannot be saved: {reason(error)}") from None


def reason(error: OSError) -> str:
    """Say in words, with the remedy, why the system refused."""
    return _REASONS.get(error.errno or 0, f"the system says {error.strerror!r}: save elsewhere")


def _target(path: Path) -> Path:
    """Return the file that links lead to; a link to nothing is refused, since nobody knows what was meant."""
    if path.is_symlink() and not path.exists():
        raise EngineError("disk", f"{shown(path)} is a link that leads to no file: remove it or save elsewhere")
    return path.resolve() if path.is_symlink() else path.parent.resolve(strict=True) / path.name


def _mode(target: Path, path: Path, overwrite: bool) -> int | None:
    """Return the permissions of the file that is to be replaced, None if there is none. Refuse what is no file."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise EngineError("disk", f"{shown(path)} is a folder: choose another name")
    if not stat.S_ISREG(status.st_mode):
        raise EngineError("disk", f"{shown(path)} is a device or pipe, not a file: choose another name")
    if not overwrite:
        raise FileExistsError
    if not os.access(target, os.W_OK) and os.access(target.parent, os.W_OK):
        raise EngineError("disk", f"{shown(path)} is read-only: save under another name or change its permissions")
    return stat.S_IMODE(status.st_mode)


def _make(path: Path, mode: int | None, permissions: int) -> None:
    # os.open and not mkstemp: a new file gets the permissions that the user's umask gives to any new file.
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, permissions))
    if mode is not None:
        path.chmod(mode)


def _put_in_place(temporary: Path, target: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(target)
        return
    try:
        target.hardlink_to(temporary)  # fails if the name is taken, even since we looked
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _claim_and_replace(temporary, target)


def _claim_and_replace(temporary: Path, target: Path) -> None:
    """Take the name with an empty file first, where the file system (FAT, some shares) knows no hard links."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    try:
        temporary.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
