import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.errors import EngineError
from engine.whisper.checkpoint import load, vocabulary_of
from engine.whisper.hugging_face import openai_name
from tests.support.checkpoints import RECIPES, make_weights, require, write_folder, write_pt, write_tiktoken
from tests.support.command_line import PROJECT

BYTE = RECIPES["byte"]


@pytest.fixture
def folder(byte_model: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(byte_model, tmp_path / "byte"))


def refused(path: Path) -> str:
    with pytest.raises(EngineError) as caught:
        load(path, device="cpu")
    assert caught.value.kind == "model"
    return str(caught.value)


def test_a_folder_and_a_file_give_the_same_network(byte_model: Path, tmp_path: Path) -> None:
    one = load(byte_model, device="cpu").network.state_dict()
    two = load(write_pt(tmp_path / "byte.pt", BYTE), device="cpu").network.state_dict()
    assert one.keys() == two.keys()
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_folder_says_what_its_model_can_do(byte_model: Path) -> None:
    model = load(byte_model, device="cpu")
    assert model.name == "byte"
    assert model.alignment_heads == ((1, 0), (1, 1))
    assert len(model.abilities.languages) == 99
    assert (model.abilities.translates, model.abilities.word_times) == (True, True)
    assert not model.network.training
    assert (model.network.device.type, model.network.encoder.dtype) == ("cpu", torch.float32)


def test_english_only_and_short_decoders_are_told_by_their_files(tmp_path: Path) -> None:
    english = load(write_folder(tmp_path / "english", require("english")), device="cpu").abilities
    assert (english.languages, english.translates) == (("en",), False)
    turbo = load(write_folder(tmp_path / "distilled", require("distilled")), device="cpu").abilities
    assert (len(turbo.languages), turbo.translates, turbo.word_times) == (100, False, False)


def test_heads_given_by_the_caller_go_before_the_folders(byte_model: Path) -> None:
    assert load(byte_model, device="cpu", alignment_heads=((0, 1),)).alignment_heads == ((0, 1),)


def test_heads_of_a_larger_model_are_refused_from_the_caller_and_dropped_from_a_folder(folder: Path) -> None:
    with pytest.raises(EngineError, match="another model's"):
        load(folder, device="cpu", alignment_heads=((7, 0),))
    content = json.loads((folder / "generation_config.json").read_text()) | {"alignment_heads": [[7, 0]]}
    (folder / "generation_config.json").write_text(json.dumps(content))
    assert load(folder, device="cpu").alignment_heads is None


@pytest.mark.parametrize("shards", [1, 3])
@pytest.mark.parametrize("prefix", ["model.", ""])
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_shards_bare_names_and_halves_load(tmp_path: Path, shards: int, prefix: str, dtype: torch.dtype) -> None:
    path = write_folder(tmp_path / "m", BYTE, dtype=dtype, shards=shards, prefix=prefix, encoder_positions=shards == 1)
    state = load(path, device="cpu").network.state_dict()
    for name, tensor in make_weights(BYTE).items():
        if name != "encoder.positional_embedding":
            assert torch.equal(state[name], tensor.to(dtype).float())
    positions = make_weights(BYTE)["encoder.positional_embedding"]
    torch.testing.assert_close(state["encoder.positional_embedding"], positions, atol=0.004, rtol=0)


def test_the_tied_output_layer_is_left_out(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    weights["proj_out.weight"] = weights["model.decoder.embed_tokens.weight"].clone()
    save_file(weights, folder / "model.safetensors")
    assert load(folder, device="cpu").network.dims.n_vocab == 1900


def test_names_of_parameters_are_translated() -> None:
    assert openai_name("model.encoder.layers.3.self_attn.k_proj.weight") == "encoder.blocks.3.attn.key.weight"
    assert openai_name("decoder.layers.0.encoder_attn_layer_norm.bias") == "decoder.blocks.0.cross_attn_ln.bias"
    assert openai_name("model.decoder.layer_norm.weight") == "decoder.ln.weight"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("config.json", "config.json can't be read"),
        ("model.safetensors", "holds no weights"),
        ("tokenizer.json", "has no vocabulary"),
    ],
)
def test_a_missing_file_is_named(folder: Path, missing: str, said: str) -> None:
    (folder / missing).unlink()
    assert said in refused(folder)


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "m", BYTE, shards=2)
    (path / "model-00002-of-00002.safetensors").unlink()
    assert "model-00002-of-00002.safetensors can't be read" in refused(path)


def test_a_shard_outside_the_folder_is_refused(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "m", BYTE, shards=2)
    (path / "model.safetensors.index.json").write_text('{"weight_map": {"a": "../secret.safetensors"}}')
    assert "doesn't list the parts" in refused(path)


def test_nothing_and_empty_and_foreign_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("hello")
    assert "There is no model at" in refused(tmp_path / "absent")
    assert "holds no model" in refused(tmp_path / "empty")
    assert "neither a .pt file nor" in refused(tmp_path / "notes.txt")


def test_pickled_hub_weights_are_refused_with_the_remedy(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    assert "fetch model.safetensors" in refused(folder)


@pytest.mark.parametrize("keep", [0, 4, 8, 100, 5000, -1])
def test_cut_off_weights_are_refused_by_name(folder: Path, keep: int) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:keep])
    assert "model.safetensors" in refused(folder)


def test_a_header_that_claims_to_be_huge_is_not_read(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes((1 << 60).to_bytes(8, "little") + file.read_bytes()[8:])
    assert "no safetensors file" in refused(folder)


def test_weights_of_another_model_are_refused_by_the_tensors_name(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"num_mel_bins": 128}))
    assert "encoder.conv1.weight is 64 x 80 x 3, but its sizes ask for 64 x 128 x 3" in refused(folder)
    (folder / "config.json").write_text(json.dumps(config | {"decoder_layers": 3}))
    assert "lacks decoder.blocks.2" in refused(folder)
    (folder / "config.json").write_text(json.dumps(config | {"decoder_layers": 1}))
    assert "which Whisper doesn't have" in refused(folder)


@pytest.mark.parametrize(
    "change",
    [
        {"d_model": 1 << 20},
        {"d_model": 16384, "encoder_layers": 256},
        {"encoder_attention_heads": 7},
        {"d_model": 0},
        {"d_model": "64"},
        {"vocab_size": None},
        {"encoder_layers": 1 << 40},
        {"model_type": "bert"},
        {"tie_word_embeddings": False},
    ],
)
def test_impossible_sizes_are_refused_before_anything_is_made(folder: Path, change: dict[str, object]) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | change))
    assert str(folder) in refused(folder)


@pytest.mark.parametrize("name", ["config.json", "generation_config.json", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused_by_name(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    assert name in refused(folder)


@pytest.mark.parametrize("change", [{"no_timestamps_token_id": 5}, {"lang_to_id": {"<|en|>": 5}}])
def test_files_of_different_models_are_told(folder: Path, change: dict[str, object]) -> None:
    content = json.loads((folder / "generation_config.json").read_text()) | change
    (folder / "generation_config.json").write_text(json.dumps(content))
    assert "files of different models" in refused(folder)


@pytest.mark.parametrize("change", [{"lang_to_id": {"en": 294}}, {"lang_to_id": 1}, {"alignment_heads": [1]}])
def test_a_damaged_generation_config_is_named(folder: Path, change: dict[str, object]) -> None:
    content = json.loads((folder / "generation_config.json").read_text()) | change
    (folder / "generation_config.json").write_text(json.dumps(content))
    assert "generation_config.json doesn't hold" in refused(folder)


def test_a_folder_with_one_pt_file_is_that_file(tmp_path: Path) -> None:
    write_pt(tmp_path / "mine.pt", BYTE)
    assert load(tmp_path, device="cpu").name == "mine"
    (tmp_path / "other.pt").write_bytes(b"")
    assert "holds several .pt files" in refused(tmp_path)


def test_the_vocabulary_of_a_bare_file_is_looked_for(tmp_path: Path, byte_model: Path) -> None:
    path = write_pt(tmp_path / "m" / "model.pt", BYTE, vocabulary=False)
    assert "put multilingual.tiktoken" in refused(path)
    assert load(path, device="cpu", vocabularies=[byte_model]).tokenizer.size == 1900
    (path.parent / "assets").mkdir()
    write_tiktoken(path.parent / "assets" / "multilingual.tiktoken", BYTE)
    assert load(path, device="cpu").tokenizer.size == 1900


def test_it_is_told_where_the_vocabulary_lies(tmp_path: Path, byte_model: Path) -> None:
    assert vocabulary_of(byte_model) == byte_model
    assert vocabulary_of(byte_model / "model.safetensors") == byte_model
    write_pt(tmp_path / "model.pt", BYTE)
    assert vocabulary_of(tmp_path) == tmp_path / "multilingual.tiktoken"


def test_a_vocabulary_that_does_not_fit_is_named(tmp_path: Path) -> None:
    path = write_pt(tmp_path / "model.pt", replace(BYTE, dims=replace(BYTE.dims, n_vocab=1899)), vocabulary=False)
    file = write_tiktoken(tmp_path / "gpt2.tiktoken", BYTE)
    file.write_text("broken")
    assert f"of another model or damaged: {file}" in refused(path)


def test_the_vocabulary_of_an_installed_openai_whisper_is_found_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "packages" / "whisper"
    (package / "assets").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('imported')")
    write_tiktoken(package / "assets" / "multilingual.tiktoken", BYTE)
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    assert load(write_pt(tmp_path / "m" / "model.pt", BYTE, vocabulary=False), device="cpu").tokenizer.size == 1900


def test_tensors_are_read_wherever_they_begin_in_the_file(folder: Path) -> None:
    file = folder / "model.safetensors"
    right = {name: tensor.clone() for name, tensor in load(folder).network.state_dict().items()}
    data = file.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = data[8 : 8 + length].rstrip(b" ")
    header += b" " * (1 - len(header) % 2)  # an odd length
    file.write_bytes(len(header).to_bytes(8, "little") + header + data[8 + length :])
    found = load(folder).network.state_dict()
    assert all(torch.equal(found[name], tensor) for name, tensor in right.items())


@pytest.mark.parametrize("half", [False, True])
def test_the_fast_mode_is_made_of_whatever_numbers_a_file_has(tmp_path: Path, half: bool) -> None:
    dtype = torch.float16 if half else torch.float32
    folder = write_folder(tmp_path / "folder", RECIPES["byte"], dtype=dtype)
    file = write_pt(tmp_path / "model.pt", RECIPES["byte"], half=half)
    mel, start = torch.randn(1, 80, 3000, generator=torch.Generator().manual_seed(1)), torch.tensor([[386, 1, 2]])
    found = []
    with torch.inference_mode():
        for network in (load(path, mode="fast").network for path in (folder, file)):
            decoder = network.decoder
            features = network.encoder(mel.to(network.encoder.dtype))
            found.append(decoder.logits(decoder(start, decoder.listen(features))))
    assert torch.equal(*found)
    assert found[0].dtype == torch.float32


def test_no_compiler_is_loaded_with_a_model(byte_model: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from engine.whisper.checkpoint import load;"
        "load(Path(sys.argv[1]), mode='fast'); print({'torch._dynamo', 'sympy'} & sys.modules.keys())"
    )
    command = [sys.executable, "-c", script, str(byte_model)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=True)
    assert ran.stdout == "set()\n"
