"""Settings survive their file, and their file survives anything."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.settings import Settings, SettingsRead, read_settings, write_settings


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
