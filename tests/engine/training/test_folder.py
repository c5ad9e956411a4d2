"""What training writes is an ordinary folder."""

import json
from pathlib import Path

import pytest
import torch

from engine.checkpoints.find import abilities_of
from engine.errors import EngineError
from engine.training.folder import hub_name, write_folder
from engine.whisper.checkpoint import load
from engine.whisper.hugging_face import openai_name


def test_the_engine_reads_what_it_wrote(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    write_folder(tmp_path / "new", model.network, model.tokenizer, byte_model, ((1, 0),), torch.float32)
    again = load(tmp_path / "new")
    assert again.network.dims == model.network.dims
    assert again.alignment_heads == ((1, 0),)
    assert again.abilities == model.abilities
    assert again.tokenizer.encode(" the end") == model.tokenizer.encode(" the end")
    for name, tensor in model.network.state_dict().items():
        assert torch.equal(again.network.state_dict()[name], tensor)


def test_what_knows_synthetic_speech_only_says_so_to_whoever_reads_it(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    assert not model.abilities.synthetic_only
    parts = (model.network, model.tokenizer, byte_model, None, torch.float32)
    write_folder(tmp_path / "new", *parts, synthetic_only=True)
    assert load(tmp_path / "new").abilities.synthetic_only
    listed = abilities_of(tmp_path / "new")
    assert listed is not None
    assert listed.synthetic_only


def test_names_go_to_the_hub_and_back(byte_model: Path) -> None:
    names = list(load(byte_model).network.state_dict())
    assert [openai_name("model." + hub_name(name)) for name in names] == names


def test_generation_is_told_heads_languages_and_tasks(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    write_folder(tmp_path, model.network, model.tokenizer, byte_model, ((0, 0), (1, 0)), torch.float16)
    told = json.loads((tmp_path / "generation_config.json").read_text())
    assert told["alignment_heads"] == [[0, 0], [1, 0]]
    assert told["lang_to_id"]["<|no|>"] == model.tokenizer.language_token("no")
    assert told["task_to_id"] == {"transcribe": model.tokenizer.transcribe, "translate": model.tokenizer.translate}


def test_a_place_that_cannot_be_written_is_told(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="can't be written"):
        write_folder(tmp_path / "file", model.network, model.tokenizer, byte_model, None, torch.float16)
