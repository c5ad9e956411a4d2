"""Which files of a repository are fetched."""

import pytest

from engine.checkpoints.download.choose import needed
from engine.checkpoints.download.values import Digest, RemoteFile
from engine.errors import EngineError

WORDS = ("tokenizer.json", "vocab.json", "merges.txt")


def chosen(*names: str) -> list[str]:
    files = (RemoteFile(name, f"https://hub.example/{name}", 1, Digest("git", "0" * 40)) for name in names)
    return [file.name for file in needed(files, "someone/mini")]


def refused(*names: str) -> str:
    with pytest.raises(EngineError) as told:
        chosen(*names)
    assert told.value.kind == "model"
    return str(told.value)


def test_a_whisper_folder_is_chosen_and_nothing_else() -> None:
    assert chosen(
        *(".gitattributes", "README.md", "config.json", "flax_model.msgpack", "generation_config.json", *WORDS),
        *("model.fp32-00001-of-00002.safetensors", "model.safetensors", "model.safetensors.index.fp32.json"),
        *("preprocessor_config.json", "pytorch_model.bin", "runs/model.safetensors", "tf_model.h5", "evil.py"),
    ) == [
        *("config.json", "generation_config.json", "preprocessor_config.json", *WORDS, "model.safetensors"),
    ]


def test_weights_in_parts_come_with_their_index() -> None:
    parts = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")
    assert chosen("config.json", *WORDS, *parts, "model.safetensors.index.json") == [
        "config.json", *WORDS, "model.safetensors.index.json", *parts,
    ]  # fmt: skip


def test_an_older_vocabulary_is_enough() -> None:
    assert "merges.txt" in chosen("config.json", "vocab.json", "merges.txt", "model.safetensors")


@pytest.mark.parametrize(
    "name",
    [
        "../config.json",
        "/etc/passwd",
        "a/../../model.safetensors",
        "..\\model.safetensors",
        "config.json/",
        "C:config.json",
    ],
)
def test_a_name_that_leads_out_of_the_folder_is_never_chosen(name: str) -> None:
    assert name not in chosen("config.json", *WORDS, "model.safetensors", name)


@pytest.mark.parametrize("name", ["model-00001-of-00001.safetensors/../../x", "../model-00001-of-00001.safetensors"])
def test_a_part_that_leads_out_of_the_folder_is_none(name: str) -> None:
    assert "has no model.safetensors" in refused("config.json", *WORDS, "model.safetensors.index.json", name)


def test_weights_that_can_carry_programs_are_refused_with_the_remedy() -> None:
    told = refused("config.json", *WORDS, "pytorch_model.bin")
    assert told == (
        "someone/mini has its weights as pytorch_model.bin only, a format that can carry programs: look on its page "
        "for a revision with model.safetensors, or choose another repository."
    )


def test_weights_for_other_programs_are_named() -> None:
    assert "but model.bin, which is for other programs" in refused("config.json", *WORDS, "model.bin")
    assert "has no model.safetensors: choose" in refused("config.json", *WORDS)


def test_a_repository_without_configuration_or_vocabulary_is_refused() -> None:
    assert "it has no config.json" in refused("README.md", *WORDS, "model.safetensors")
    assert "without its vocabulary" in refused("config.json", "vocab.json", "model.safetensors")
