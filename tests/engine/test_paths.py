import os
import stat
from pathlib import Path

import pytest

from engine.paths import cache_folder, model_folders, new_models, resources, shown, unsaved_folder


def test_the_resources_of_the_source_tree_are_found() -> None:
    assert (resources() / "models.toml").is_file()


def test_models_are_looked_for_in_the_setting_first_then_in_the_caches_and_last_in_what_comes_with_sotto(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOTTO_MODELS", "/a:/b")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    *own, embedded = model_folders()
    assert own == [Path("/a"), Path("/b"), Path("/data/sotto/models"), Path("/cache/whisper")]
    assert embedded == resources() / "models"


def test_models_are_fetched_into_the_first_of_the_settings_folders_or_sottos_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    assert new_models() == Path("/data/sotto/models")
    monkeypatch.setenv("SOTTO_MODELS", "/a:/b")
    assert new_models() == Path("/a")


def test_nobody_else_can_look_into_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "sotto").mkdir(mode=0o755)
    assert stat.S_IMODE(cache_folder().stat().st_mode) == 0o700


def test_unsaved_edits_lie_in_a_private_folder_that_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert unsaved_folder() == tmp_path / "sotto" / "unsaved"
    assert stat.S_IMODE(unsaved_folder().stat().st_mode) == 0o700


def test_names_are_shown_without_controls_and_broken_bytes() -> None:
    assert shown(Path(os.fsdecode(b"a\xff\x1b[2J\nb \xc3\xa9.mp4"))) == r"a\xff\x1b[2J\nb é.mp4"
