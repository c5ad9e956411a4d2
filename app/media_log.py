"""Keeps what Qt's FFmpeg says to itself: it writes the names and titles of films to stderr, which ends up in logs."""

import ctypes
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_QUIET = -8  # AV_LOG_QUIET of libavutil/log.h
_NAMES = ("libavutil.so.*", "libavutil.*.dylib", "avutil-*.dll")


def quiet_ffmpeg() -> bool:
    """Silence the FFmpeg that comes with Qt; False where there is none.

    What fails is told by QMediaPlayer all the same. No category of Qt's covers it: FFmpeg writes by itself. To be
    called when a player was made: by then the library is loaded with those that it needs, and its path leads to it.
    """
    for kind in (QLibraryInfo.LibraryPath.LibrariesPath, QLibraryInfo.LibraryPath.BinariesPath):
        folder = Path(QLibraryInfo.path(kind))
        for library in sorted(found for name in _NAMES for found in folder.glob(name)):
            try:
                ctypes.CDLL(str(library)).av_log_set_level(_QUIET)
            except (OSError, AttributeError):
                continue
            return True
    return False
