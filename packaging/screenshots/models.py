"""Models: the first one, how it comes, rests and fails, and the list of all; from a hub on this machine."""

import json
import os
import shutil
from pathlib import Path

from stage import Stage

from app.actions import prospects
from app.main_window import MainWindow
from app.widgets.job_row import JobRow
from engine.model_folder import SYNTHETIC_ONLY
from engine.paths import embedded_models, new_models
from tests.support.local_hub import Fault, LocalHub, folder_of

_PROPOSED = "openai/whisper-small"
_WEIGHTS = "model.safetensors"
_SIZE, _COME = 483_000_000, 120_000_000  # bytes of weights that never come whole, and of those that do
_FREE, _CORES = 12 << 30, 2  # bytes of memory and cores: the pictures are those of one computer, whoever takes them


def models(stage: Stage) -> None:
    """Somebody without a model gets the one that is recommended."""
    prospects.free_memory, prospects.cores = lambda: _FREE, lambda: _CORES  # type: ignore[attr-defined]
    window = stage.window()
    stage.take("models-first-run", window)
    with LocalHub({_PROPOSED: folder_of(embedded_models() / "sotto-mini") | {_WEIGHTS: bytes(_SIZE)}}) as hub:
        os.environ["HF_ENDPOINT"] = hub.address
        hub.misbehave(_WEIGHTS, Fault(hold=_COME, pause=0.0003))
        window.panels.start_page.first_model.get.click()
        stage.wait(lambda: hub.held.is_set() and _row(window).job.done > _COME // 2, "nothing came")
        stage.take("models-fetching", window)
        _row(window).pause.click()
        stage.wait(lambda: _row(window).job.state == "paused", "it did not rest")
        stage.take("models-paused", window)
        hub.misbehave("revision", Fault(body=b"<html>Log in</html>", headers={"Content-Type": "text/html"}))
        _row(window).resume.click()
        stage.wait(lambda: _row(window).job.state == "failed", "it did not fail")
        stage.take("models-failed", window)
    _bring(new_models() / "my-interviews")
    stage.take_dialog("models", lambda: window.commands.run("listen.models"))
    stage.dress("dark")
    stage.take_dialog("models-dark", lambda: window.commands.run("listen.models"))


def _bring(folder: Path) -> None:
    """Put a model of a person's own into a folder: the embedded one, as if it had been trained further on people."""
    shutil.copytree(embedded_models() / "sotto-mini", folder)
    config = folder / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text("utf-8")) | {SYNTHETIC_ONLY: False}), "utf-8")


def _row(window: MainWindow) -> JobRow:
    return next(iter(window.panels.start_page.first_model.tasks.rows.values()))
