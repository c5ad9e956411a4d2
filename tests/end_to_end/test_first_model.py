"""Who has no model gets one by a click, and hears with it: real window, real processes, a hub on this machine."""

from collections.abc import Callable

import pytest

from app.main_window import MainWindow
from app.widgets.job_row import JobRow
from engine.checkpoints.download.staging import HOME
from engine.paths import new_models
from tests.support.hands import button, click, wait_until
from tests.support.local_hub import Fault, LocalHub, folder_of
from tests.support.sample_job import ask_to_transcribe, open_sample, wait_for_end
from tests.support.synthetic import EMBEDDED, needs_embedded

MakeWindow = Callable[..., MainWindow]
WEIGHTS = "model.safetensors"
pytestmark = needs_embedded


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> str:
    """The repository of what is recommended: on this machine always the same."""
    monkeypatch.setattr("app.actions.prospects.free_memory", lambda: 8 << 30)
    monkeypatch.setattr("app.actions.prospects.cores", lambda: 2)
    return "openai/whisper-small"


def _row(window: MainWindow) -> JobRow:
    return next(iter(window.panels.start_page.first_model.tasks.rows.values()))


def test_the_first_model_is_fetched_by_a_click_and_hears_without_any_more_connections(
    make_window: MakeWindow, proposed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalHub({proposed: folder_of(EMBEDDED)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        window = make_window()
        first = window.panels.start_page.first_model
        assert hub.paths == [], "nobody is asked before the click"
        click(first.get)
        wait_until(lambda: window.panels.start_page.model.text() != "", "the model")
        asked = len(hub.paths)
        assert window.panels.start_page.model.text() == "The model whisper-small will transcribe."
        click(_row(window).remove)
        assert not first.isVisible()
        open_sample(window)
        ask_to_transcribe(window)
        wait_for_end(window)
        assert window.parts.preferences.settings.hearing.model == str(new_models() / "whisper-small")
        assert len(window.parts.session.document.cues) > 5
        assert len(hub.paths) == asked, "hearing asks nobody"


def test_a_download_goes_on_after_the_window_was_closed(
    make_window: MakeWindow, proposed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalHub({proposed: folder_of(EMBEDDED)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        hub.misbehave(WEIGHTS, Fault(hold=2_000_000))
        window = make_window()
        click(window.panels.start_page.first_model.get)
        wait_until(hub.held.is_set, "the middle of the weights")
        wait_until(lambda: _row(window).job.done > 0, "some of them")
        window.close()
        assert (new_models() / HOME / "whisper-small").is_dir()
        again = make_window()
        again.begin(())
        row = _row(again)
        assert row.job.state == "left"
        assert row.status.text() == "Not finished. What has come is kept: Resume goes on from there."
        wait_until(row.resume.isVisible, "the way on")
        click(row.resume)
        wait_until(lambda: again.panels.start_page.model.text() != "", "the model")
        assert hub.ranges(WEIGHTS)[-1].startswith("bytes=")
        assert not (new_models() / HOME).exists()


def test_a_wrong_answer_installs_nothing_and_is_told(
    make_window: MakeWindow, proposed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalHub({proposed: folder_of(EMBEDDED)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        hub.misbehave(
            WEIGHTS, *[Fault(body=b"<html>Log in to this network</html>", headers={"Content-Type": "text/html"})] * 8
        )
        window = make_window()
        click(window.panels.start_page.first_model.get)
        wait_until(lambda: _row(window).job.state == "failed", "the failure")
        assert "nothing was installed" in _row(window).status.text().lower()
        assert not (new_models() / "whisper-small").exists()
        click(button(window.panels.start_page, "Try again"))
        wait_until(lambda: _row(window).job.state in ("failed", "done"), "another try")
