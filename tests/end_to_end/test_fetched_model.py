"""A model that was fetched hears, without any more connections."""

import json
from pathlib import Path

import pytest

from engine.paths import resources
from tests.support.command_line import sotto
from tests.support.local_hub import LocalHub, folder_of
from tests.support.synthetic import EMBEDDED, needs_embedded

SAMPLE = resources() / "sample" / "interview.mp4"


@needs_embedded
def test_a_fetched_model_hears_when_the_hub_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    with LocalHub({"someone/heard-mini": folder_of(EMBEDDED)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        assert sotto("models", "get", "someone/heard-mini", home=tmp_path).code == 0
    quick = ("--beam_size", "1", "--temperature_increment_on_fallback", "None", "--clip_timestamps", "4,8", "--json")
    ran = sotto("transcribe", SAMPLE, "--model", "someone/heard-mini", "-f", "srt", *quick, home=tmp_path)
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert told["model"] == str(tmp_path / "data" / "sotto" / "models" / "heard-mini")
    assert told["segments"] > 0
    assert "-->" in (tmp_path / "interview.srt").read_text()
