"""What is written is an ordinary folder, whatever lay in memory."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from engine.checkpoints.find import abilities_of
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel
from engine.whisper.checkpoint import Model, load
from engine.whisper.folder import Contents, hub_name, weights_of, write_folder
from engine.whisper.hugging_face import openai_name


def contents(model: Model, vocabulary: Path, dtype: torch.dtype = torch.float32) -> Contents:
    weights = weights_of(model.network, dtype)
    return Contents(model.network.dims, weights, model.tokenizer, vocabulary, ((1, 0),))


def test_the_engine_reads_what_it_wrote(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    write_folder(tmp_path / "new", contents(model, byte_model))
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
    write_folder(tmp_path / "new", replace(contents(model, byte_model), synthetic_only=True))
    assert load(tmp_path / "new").abilities.synthetic_only
    listed = abilities_of(tmp_path / "new")
    assert listed is not None
    assert listed.synthetic_only


def test_names_go_to_the_hub_and_back(byte_model: Path) -> None:
    names = list(load(byte_model).network.state_dict())
    assert [openai_name("model." + hub_name(name)) for name in names] == names


def test_generation_is_told_heads_languages_and_tasks(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model)
    write_folder(tmp_path, replace(contents(model, byte_model), heads=((0, 0), (1, 0))))
    told = json.loads((tmp_path / "generation_config.json").read_text())
    assert told["alignment_heads"] == [[0, 0], [1, 0]]
    assert told["lang_to_id"]["<|no|>"] == model.tokenizer.language_token("no")
    assert told["task_to_id"] == {"transcribe": model.tokenizer.transcribe, "translate": model.tokenizer.translate}


def test_a_place_that_cannot_be_written_is_told(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="can't be written"):
        write_folder(tmp_path / "file", contents(load(byte_model), byte_model))


def test_weights_that_cannot_be_written_are_told_with_the_systems_reason(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "model.safetensors").mkdir(parents=True)
    with pytest.raises(EngineError, match=r"new can't be written \(Is a directory\): make room, or choose another"):
        write_folder(tmp_path / "new", contents(load(byte_model), byte_model))


def test_weights_are_as_open_to_others_as_the_files_beside_them(byte_model: Path, tmp_path: Path) -> None:
    write_folder(tmp_path / "new", contents(load(byte_model), byte_model))
    assert (tmp_path / "new" / "model.safetensors").stat().st_mode == (tmp_path / "new" / "config.json").stat().st_mode


def test_numbers_keep_their_precision_and_parts_of_one_memory_come_apart(byte_model: Path, tmp_path: Path) -> None:
    made = contents(load(byte_model), byte_model)
    both = torch.arange(128, dtype=torch.float16)
    turned = made.weights["decoder.blocks.0.attn.query.weight"].T
    weights = {
        **made.weights,
        "decoder.ln.weight": both[:64],
        "decoder.ln.bias": both[64:],
        "decoder.blocks.0.attn.query.weight": turned,
    }
    write_folder(tmp_path / "new", replace(made, weights=weights))
    written = load_file(tmp_path / "new" / "model.safetensors")
    assert written["model.decoder.layer_norm.weight"].dtype == torch.float16
    assert written["model.decoder.layer_norm.weight"].tolist() == list(range(64))
    assert written["model.decoder.layer_norm.bias"].tolist() == list(range(64, 128))
    assert torch.equal(written["model.decoder.layers.0.self_attn.q_proj.weight"], turned)
    assert written["model.decoder.layers.0.self_attn.q_proj.weight"].dtype == torch.float32


def test_a_wish_to_stop_is_heard_before_the_weights(byte_model: Path, tmp_path: Path) -> None:
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        contents(load(byte_model), byte_model).write(tmp_path / "new", cancel)
    assert not (tmp_path / "new" / "model.safetensors").exists()
