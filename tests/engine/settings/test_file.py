"""Settings survive their file, and their file survives anything."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.settings import (
    Hearing,
    Keys,
    Look,
    Player,
    Privacy,
    Settings,
    SettingsRead,
    read_settings,
    write_settings,
)


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == SettingsRead(Settings(None, ()), None)


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings = Settings(Path('/opt/my "ffmpeg"/\\bin\x7f'), (Path("/models"), Path("/home/åse/modeller")))
    file = tmp_path / "new folder" / "settings.toml"
    write_settings(settings, file)
    assert read_settings(file).settings == settings
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_the_file_is_one_that_a_person_can_edit(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    write_settings(Settings(Path("/usr/bin/ffmpeg"), (Path("/models"),)), file)
    assert file.read_text() == 'version = 1\nffmpeg = "/usr/bin/ffmpeg"\nmodel_folders = ["/models"]\n'


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"null", b"version = 'x'", b"version = true", b"version = 1\nffmpeg = 3",
     b"version = 1\n[look]\nscheme = 'sepia'", b"version = 1\nlook = 3", b"version = 1\n[player]\nvolume = 101",
     b"version = 1\n[player]\nfollow = 'never'", b"version = 1\n[player]\nsounds_volume = -1",
     b"version = 1\n[player]\nvolume = true", b"version = 1\n[keys.changed]\nplay = 'Space'",
     b"version = 1\n[transcribe.options]\nbeam_size = 5", b"version = 1\nrecent_files = [[[[", b"[" * 5000,
     b"version = 1\nmodel_folders = 'x'", b"version = 1\nmodel_folders = [1]", b"version = 1\nffmpeg ="],
)  # fmt: skip
def test_a_damaged_file_gives_the_defaults_and_is_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    read = read_settings(file)
    assert read.settings == Settings()
    assert read.complaint == f"{file} was damaged: defaults are used, the file was kept as settings.toml.damaged."
    assert (tmp_path / "settings.toml.damaged").read_bytes() == content
    assert not file.exists()


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("version = 2\n")
    read = read_settings(file)
    assert read == SettingsRead(Settings(), f"{file} was made by a newer version and is not used: update Sotto.")
    assert file.read_text() == "version = 2\n"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="could not be written"):
        write_settings(Settings(), tmp_path / "file" / "settings.toml")


def test_everything_that_the_window_chooses_comes_back(tmp_path: Path) -> None:
    settings = Settings(
        profile="netflix-en",
        language="nb",
        columns=("number", "text"),
        recent=(Path("/films/ Blåbærtur.mp4"), Path("/b.srt")),
        look=Look("high-contrast", 18),
        keys=Keys("aegisub", (("file.save", ()), ("play", ("Space @not-in-text", "Ctrl+P")))),
        player=Player(1500, 500, 10_000, 0, sounds=True, sounds_volume=20, follow="no"),
        privacy=Privacy(keep_recent=False),
        hearing=Hearing("/models/small", "no", "translate", each_channel=True, options=(("beam_size", "5"),)),
    )
    write_settings(settings, tmp_path / "settings.toml")
    assert read_settings(tmp_path / "settings.toml") == SettingsRead(settings)


def test_what_another_version_wrote_survives_beside_what_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'version = 1\nsince = 2026-11-25\n[look]\nscheme = "dark"\nweight = 1.5\n'
        '[server]\nports = [1, 2]\n[server."a b"]\non = true\n'
    )
    settings = read_settings(file).settings
    write_settings(replace(settings, look=Look("light"), profile="bbc"), file)
    assert tomllib.loads(file.read_text()) == {
        "version": 1,
        "since": date(2026, 11, 25),
        "model_folders": [],
        "profile": "bbc",
        "look": {"scheme": "light", "text_size": 0, "weight": 1.5},
        "server": {"ports": [1, 2], "a b": {"on": True}},
    }


def test_a_name_that_is_no_text_is_not_remembered(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    write_settings(Settings(recent=(Path("/films/\udcff.mp4"), Path("/b.srt"))), file)
    assert read_settings(file).settings.recent == (Path("/b.srt"),)
    with pytest.raises(EngineError, match="is no text"):
        write_settings(Settings(model_folders=(Path("/\udcff"),)), file)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]
