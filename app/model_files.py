"""What is done with the models on this disk - verify, import, remove - by an engine process: their files are large."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.widgets.job_row import Doing, Job, State
from engine.paths import shown
from engine.protocol import (
    Cancelled,
    ClearDownload,
    End,
    Failed,
    Finished,
    ImportModel,
    ModelBrought,
    ModelRequest,
    ModelVerified,
    RemoveModel,
    VerifyModel,
)

_KEY = "model files "


class ModelFiles(QObject):
    """One thing is done after another. `changed` follows what is at work, `brought` tells the path of a model that was
    imported, `removed` of one that is gone, `verified` a path, how many files were compared, and what was wrong;
    `failed` the request and the Failed.
    """

    changed = Signal()
    brought = Signal(Path)
    removed = Signal(Path)
    verified = Signal(Path, int, object)
    failed = Signal(object, object)

    def __init__(self, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._asked: deque[ModelRequest] = deque()  # the first is at work
        self._stopping = False
        engine.told.connect(self._on_told)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What is at work and what waits, as rows of jobs."""
        return tuple(self._row(request, at) for at, request in enumerate(self._asked))

    def verify(self, model: Path) -> None:
        """Compare the files of a model with what they were as they came."""
        self._ask(VerifyModel(self._engine.next_job(), str(model)))

    def bring(self, source: Path, folder: Path, *, trusted: bool = False) -> None:
        """Import a model from a folder or a file."""
        self._ask(ImportModel(self._engine.next_job(), str(source), str(folder), trusted))

    def remove(self, model: Path, own: Iterable[Path]) -> None:
        """Remove a model, which has to lie in one of Sotto's `own` folders."""
        self._ask(RemoveModel(self._engine.next_job(), str(model), tuple(map(str, own))))

    def clear(self, folder: Path, name: str) -> None:
        """Remove what came of a download that isn't to go on."""
        self._ask(ClearDownload(self._engine.next_job(), str(folder), name))

    def cancel(self, key: str) -> None:
        """Stop what has this key; what came of it is taken away again."""
        number = int(key.removeprefix(_KEY))
        self._stopping = self._stopping or self._asked[0].job == number
        self._engine.cancel(number)
        self.changed.emit()

    def __contains__(self, key: str) -> bool:
        return any(_key(request) == key for request in self._asked)

    def close(self) -> None:
        """End the process."""
        self._asked.clear()
        self._engine.stop()

    def _ask(self, request: ModelRequest) -> None:
        self._asked.append(request)
        self._engine.ask(request)
        self.changed.emit()

    def _row(self, request: ModelRequest, at: int) -> Job:
        name, doing = _what(request)
        state: State = "waiting" if at else "stopping" if self._stopping else "running"
        return Job(_key(request), shown(Path(name)), state, doing, cancels=not isinstance(request, RemoveModel))

    def _on_told(self, event: object) -> None:
        request = next((each for each in self._asked if each.job == getattr(event, "job", 0)), None)
        if request is None:
            return
        match event:
            case ModelBrought(path=path):
                self.brought.emit(Path(path))
            case ModelVerified(files=files, problems=problems) if isinstance(request, VerifyModel):
                self.verified.emit(Path(request.path), files, problems)
            case Finished() | Cancelled() | Failed():
                self._end(request, event)

    def _end(self, request: ModelRequest, event: End) -> None:
        self._stopping = self._stopping and request is not self._asked[0]
        self._asked.remove(request)
        self.changed.emit()
        if isinstance(event, Failed):
            self.failed.emit(request, event)
        elif isinstance(event, Finished) and isinstance(request, RemoveModel):
            self.removed.emit(Path(request.path))


def _key(request: ModelRequest) -> str:
    return f"{_KEY}{request.job}"


def _what(request: ModelRequest) -> tuple[str, Doing | None]:
    """Return the name of what is at work, and what is done with it."""
    match request:
        case ImportModel(source=source):
            return Path(source).name, "copying"
        case VerifyModel(path=path):
            return Path(path).name, "checking"
        case RemoveModel(path=path):
            return Path(path).name, "removing"
        case ClearDownload(name=name):
            return name, "removing"
        case _:
            return "", None
