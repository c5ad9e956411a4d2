"""A whole model from its servers to a folder of models, where it appears once every file of it is verified."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from engine.checkpoints.download.disk import in_words
from engine.checkpoints.download.pace import Pace
from engine.checkpoints.download.staging import Staging, is_installed
from engine.checkpoints.download.transfer import Step, transfer
from engine.checkpoints.download.turn import take
from engine.checkpoints.download.values import Fetching, RemoteFile, RemoteModel
from engine.checkpoints.download.web import Web
from engine.checkpoints.local import inspect
from engine.checkpoints.origin import KnownFile, Origin, read_origin
from engine.errors import EngineError
from engine.model_folder import read_config
from engine.paths import shown
from engine.progress import Cancel

_LOOK = 0.2  # seconds between looks at whether another process is done


def fetch(
    model: RemoteModel, folder: Path, web: Web, cancel: Cancel, *, replace: bool = False
) -> Generator[Fetching, None, Path]:
    """Put `model` into `folder` and return where it lies; yield how far it is.

    If another process is fetching it, wait for that one's. What has come stays where it is cancelled or fails, and the
    next run goes on with it. `replace` fetches it also where it is already. Raises EngineError("network"), ("model") or
    ("disk") with the remedy, and Cancelled.
    """
    place = Staging(folder, model.name)
    with in_words(folder):
        end = take(place.lock)
        waited = end is None
        while end is None:
            yield Fetching("waiting", "", place.done(model), model.size)
            cancel.wait(_LOOK)
            end = take(place.lock)
        try:
            place.restore()
            if not _is_here(place, model, replace=replace and not waited):
                place.prepare(model)
                files = yield from _fill(place, model, web, cancel)
                _check(place.files, model)
                place.install(Origin(model.source, model.revision, files))
            return place.target
        finally:
            end()
            place.leave()


def _is_here(place: Staging, model: RemoteModel, *, replace: bool) -> bool:
    """Tell whether there is nothing to do. Raises EngineError("model") if something else has the model's name."""
    origin = read_origin(place.target)
    if replace or not place.target.exists():
        return False
    if origin is None or origin.source != model.source or not is_installed(place.target, origin):
        raise EngineError(
            "model",
            f"{shown(place.target)} is there already, and isn't {model.source} as it was fetched: move it away, choose "
            "another folder, or have it replaced.",
        )
    return True


def _fill(
    place: Staging, model: RemoteModel, web: Web, cancel: Cancel
) -> Generator[Fetching, None, tuple[KnownFile, ...]]:
    """Fetch the small files first: they may tell that the large ones are of no use."""
    known, pace = list[KnownFile](), Pace()
    for file in sorted(model.files, key=lambda file: file.size):
        before = sum(done.size for done in known)
        steps = transfer(file, place.files, web, cancel)
        with closing(steps):
            sha256 = yield from _tell(steps, file, before, model.size, pace)
        known.append(KnownFile(file.name, file.size, sha256))
        if file.name == "config.json":
            _check(place.files, model, whole=False)
    return tuple(known)


def _tell(
    steps: Generator[Step, None, str], file: RemoteFile, before: int, total: int, pace: Pace
) -> Generator[Fetching, None, str]:
    """Say of the steps of one file what they mean for the whole model; return the file's SHA-256."""
    here = 0
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            return str(end.value)
        if step.activity == "fetching":
            pace.move(max(0, step.done - here))
        here = step.done
        done = before + step.done
        yield Fetching(step.activity, file.name, done, total, pace.speed, pace.left(total - done), step.trouble)


def _check(files: Path, model: RemoteModel, *, whole: bool = True) -> None:
    """Raise EngineError("model") if what came is no Whisper model that can be loaded."""
    if not any(file.name == "config.json" for file in model.files):
        return  # one of OpenAI's files, whose checksum says it all
    try:
        if whole:
            inspect(files, ())
        else:
            read_config(files)
    except EngineError as error:
        reason = str(error).replace(str(files), model.source)  # nobody knows the folder that it lies in for now
        raise EngineError("model", f"Nothing was installed: {reason}") from error
