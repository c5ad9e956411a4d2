"""`sotto models`: what is here and what it can do."""

import json
import shutil
from pathlib import Path

from engine.checkpoints.measured import write_measured
from engine.checkpoints.recommend import Measured
from tests.support.command_line import sotto
from tests.support.synthetic import needs_embedded, notice, synthetic_copy


def test_models_are_listed_with_what_they_can_do(byte_model: Path, tmp_path: Path) -> None:
    shutil.copytree(byte_model, tmp_path / "shelf" / "byte")
    (tmp_path / "shelf" / "broken").mkdir()
    (tmp_path / "shelf" / "broken" / "config.json").write_text("{}")
    ran = sotto("models", "--model_dir", "shelf", home=tmp_path)
    assert (ran.code, ran.err) in ((0, ""), (0, notice("sotto-mini")))
    assert ran.out.splitlines()[0].split() == ["Model", "Languages", "Translates", "Word", "times", "Size", "Where"]
    assert any(line.split()[:4] == ["byte", "99", "yes", "exact"] for line in ran.out.splitlines())
    assert any(line.startswith("shelf/broken/config.json describes no Whisper model") for line in ran.out.splitlines())


def test_scripts_get_one_object_a_model(byte_model: Path, tmp_path: Path) -> None:
    ran = sotto("models", "--model-dir", byte_model, "--json", home=tmp_path)
    told = json.loads(ran.out.splitlines()[0])
    assert (told["name"], told["path"], told["abilities"]["translates"]) == ("byte", str(byte_model), True)
    assert told["abilities"]["synthetic_only"] is False


def test_a_model_of_synthetic_speech_is_named_as_such_and_scripts_can_read_on(byte_model: Path, tmp_path: Path) -> None:
    synthetic_copy(byte_model, tmp_path / "shelf" / "mine")
    synthetic_copy(byte_model, tmp_path / "shelf" / "other")
    ran = sotto("models", "--model-dir", "shelf", "--json", home=tmp_path)
    assert ran.err == notice("mine")
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [model["abilities"]["synthetic_only"] for model in told[:2]] == [True, True]


def test_where_models_are_looked_for_is_said_when_there_is_none_but_the_embedded(tmp_path: Path) -> None:
    ran = sotto("models", home=tmp_path)
    assert ran.code == 0
    _, said, folders = ran.out.partition("No model of your own was found. Looked for are Whisper folders and .pt files")
    assert said
    places = f" in:\n  {tmp_path}/data/sotto/models\n  {tmp_path}/cache/whisper\n"
    assert folders.startswith(f"{places}To be had with sotto models get NAME: tiny.en, tiny, base.en, base, ")


@needs_embedded
def test_the_embedded_model_is_listed(tmp_path: Path) -> None:
    ran = sotto("models", home=tmp_path)
    assert ran.err == notice("sotto-mini")
    assert ran.out.splitlines()[1].split()[:3] == ["sotto-mini", "4", "yes"]


def test_damaged_settings_are_said_and_kept_aside(byte_model: Path, tmp_path: Path) -> None:
    file = tmp_path / "config" / "sotto" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("version = [")
    ran = sotto("models", "--model_dir", byte_model, home=tmp_path)
    assert ran.code == 0
    complaint = f"sotto: {file} was damaged: defaults are used, the file was kept as settings.toml.damaged."
    assert ran.err.splitlines()[0] == complaint


def test_settings_name_more_folders_of_models(byte_model: Path, tmp_path: Path) -> None:
    file = tmp_path / "config" / "sotto" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'version = 1\nmodel_folders = ["{byte_model.parent}"]\n')
    assert "byte" in sotto("models", home=tmp_path).out


def test_times_follow_from_how_fast_this_machine_was_seen_to_hear(tmp_path: Path) -> None:
    (tmp_path / "cache" / "sotto").mkdir(parents=True)
    write_measured(Measured("tiny", "cpu", 0.001), tmp_path / "cache" / "sotto")
    last = sotto("models", home=tmp_path).out.splitlines()[-1]
    assert last == (
        "For this machine, to translate into English: tiny (to be got), 560 MiB of memory, about 1000:00:00 for an "
        "hour of speech."
    )
