"""Fetches one file to its end, good or bad, and looks at what is there then."""

from pathlib import Path

import pytest

from engine.checkpoints.download.transfer import Step, transfer
from engine.checkpoints.download.values import RemoteFile
from engine.checkpoints.download.web import Web
from engine.errors import EngineError
from engine.progress import Cancel


def run(file: RemoteFile, folder: Path, web: Web, cancel: Cancel | None = None) -> list[Step]:
    return list(transfer(file, folder, web, cancel or Cancel()))


def refused(file: RemoteFile, folder: Path, web: Web) -> EngineError:
    """Return what was told, which names the file; the file's own name is nowhere in the folder then."""
    with pytest.raises(EngineError) as told:
        run(file, folder, web)
    assert not (folder / file.name).exists()
    assert file.name in str(told.value)
    return told.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
