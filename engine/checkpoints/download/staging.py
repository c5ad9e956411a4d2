"""Where a model lies until it is whole: two folders deep beside the others, so that nobody lists it as a model."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.download.values import RemoteModel
from engine.checkpoints.origin import FILE, Origin, write_origin
from engine.disk import sync_folder
from engine.errors import EngineError
from engine.paths import shown

HOME = ".downloads"
_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Staging:
    """The places of the model `name` in a folder of models: its final one, and those on the way to it and out.

    A model that is imported comes by a way of its own, `imported`: what was fetched of one of its name stays.
    """

    folder: Path
    name: str
    imported: bool = False

    @property
    def target(self) -> Path:
        return self.folder / self.name

    @property
    def files(self) -> Path:
        return self.folder / HOME / (f".{self.name}.imported" if self.imported else self.name)

    @property
    def lock(self) -> Path:
        return self.folder / HOME / f".{self.name}.lock"

    @property
    def replaced(self) -> Path:
        return self.folder / HOME / f".{self.name}.replaced"

    @property
    def removed(self) -> Path:
        return self.folder / HOME / f".{self.name}.removed"

    def restore(self) -> None:
        """Put back what a run that was to replace it took away, and then was stopped."""
        if self.replaced.exists() and not self.target.exists():
            self.replaced.rename(self.target)

    def prepare(self, model: RemoteModel) -> None:
        """Remove what is of another version, and write down what is on its way, for those who know only the folder.

        Raises EngineError("disk") where there is no room for the model.
        """
        self.files.mkdir(exist_ok=True)
        write_origin(self.files, Origin(model.source, model.revision, ()))
        known = {name for file in model.files for name in (file.name, f"{file.name}.part", f"{file.name}.part.json")}
        for path in self.files.iterdir():
            if path.name not in known | {FILE}:
                path.unlink()
        self.check_room(model.size - self.done(model))

    def check_room(self, need: int) -> None:
        """Raise EngineError("disk") if so many bytes more have no room."""
        free = shutil.disk_usage(self.files).free
        if need > free:
            raise EngineError(
                "disk",
                f"{self.name} needs {need / _MEGABYTE:,.0f} MB more, but {shown(self.folder)} has room for "
                f"{free / _MEGABYTE:,.0f} MB: make room, or choose a folder for models on another disk. Nothing was "
                "installed.",
            )

    def done(self, model: RemoteModel) -> int:
        """Return how many bytes of the model are here, by the sizes of files alone."""
        return sum(
            min(file.size, path.stat().st_size)
            for file in model.files
            for path in (self.files / file.name, self.files / f"{file.name}.part")
            if path.is_file()
        )

    def install(self, origin: Origin) -> None:
        """Let the model appear under its name, in the place of what may be there."""
        write_origin(self.files, origin)
        sync_folder(self.files)
        shutil.rmtree(self.replaced, ignore_errors=True)
        if self.target.exists():
            self.target.rename(self.replaced)
        try:
            self.files.rename(self.target)
        except OSError:
            self.restore()
            raise
        sync_folder(self.folder)
        shutil.rmtree(self.replaced, ignore_errors=True)

    def leave(self) -> None:
        """Remove the folder of downloads if there are none."""
        with suppress(OSError):
            self.files.parent.rmdir()


def is_installed(folder: Path, origin: Origin | None) -> bool:
    """Tell whether all files of a model that was fetched are there, by their sizes."""
    if origin is None or not (folder / FILE).is_file():
        return False
    sizes = ((folder / file.name, file.size) for file in origin.files)
    return all(path.is_file() and path.stat().st_size == size for path, size in sizes)
