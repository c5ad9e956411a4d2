"""A .pt file becomes a folder that says the very same, and nothing is left of one that can't."""

import base64
from dataclasses import asdict, replace
from pathlib import Path
from typing import Literal

import pytest
import torch
from safetensors.torch import load_file

from engine import load_model
from engine.checkpoints.catalogue import Published, read_catalogue, sha256
from engine.checkpoints.local import ModelInfo, list_models
from engine.checkpoints.origin import KnownFile, Origin, read_origin, write_origin
from engine.checkpoints.sizes import Sizes
from engine.errors import Cancelled, EngineError
from engine.import_model import import_model
from engine.progress import Cancel
from engine.whisper.options import Options
from tests.support.checkpoints import RECIPES, make_weights, require, write_folder, write_pt
from tests.support.clips import tone

BYTE = RECIPES["byte"]
QUICK = Options(temperature=(0.0,), sample_len=24, no_speech_threshold=None)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache and folders of models that are nobody's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SOTTO_MODELS", str(tmp_path / "models"))
    return tmp_path / "cache"


def brought(file: Path, tmp_path: Path) -> Path:
    return import_model(file, tmp_path / "models", Cancel(), trusted=True)


def published(file: Path) -> Published:
    """Return what the catalogue would say if OpenAI had published the file as tiny."""
    return replace(read_catalogue()[1], sizes=Sizes(64, 2, 2, 80, 1900), sha256=sha256(file), alignment_heads=((1, 1),))


def heard(model: Path, clip: Path) -> list[tuple[object, ...]]:
    """Return all that is heard but probabilities: how weights lie in memory decides in which order torch adds them."""
    segments = load_model(model, fp16=False).transcribe(clip, replace(QUICK, word_timestamps=True))
    return [
        (
            *(heard.start, heard.end, heard.text, heard.tokens, heard.language, heard.temperature),
            tuple((word.text, word.start, word.end) for word in heard.words),
        )
        for heard in segments
    ]


@pytest.mark.parametrize("name", ["byte", "english", "v3"])
@pytest.mark.parametrize("half", [False, True])
def test_the_folder_hears_what_the_file_hears(tmp_path: Path, name: str, half: bool) -> None:
    file, clip = write_pt(tmp_path / "own.pt", require(name), half=half), tone(tmp_path / "a.wav", 7)
    folder = brought(file, tmp_path)
    said = heard(file, clip)
    assert said
    assert heard(folder, clip) == said


@pytest.mark.parametrize("legacy", [False, True])
def test_every_number_is_kept_in_its_precision(tmp_path: Path, legacy: bool) -> None:
    folder = brought(write_pt(tmp_path / "own.pt", BYTE, half=True, legacy=legacy), tmp_path)
    assert {tensor.dtype for tensor in load_file(folder / "model.safetensors").values()} == {torch.float16}
    network = load_model(folder, fp16=False).model.network.state_dict()
    weights = make_weights(BYTE)
    assert network.keys() == weights.keys()
    assert all(torch.equal(network[name], tensor.half().float()) for name, tensor in weights.items())


def test_one_of_openais_files_needs_no_trust_and_keeps_its_name_and_heads(tmp_path: Path) -> None:
    file = write_pt(tmp_path / "moved.pt", BYTE, half=True)
    folder = import_model(file, tmp_path / "models", Cancel(), published=(published(file),))
    assert folder == tmp_path / "models" / "tiny"
    assert load_model(folder, fp16=False).model.alignment_heads == ((1, 1),)
    (listed,) = list_models([tmp_path / "models"])
    assert isinstance(listed, ModelInfo)
    assert (listed.name, listed.abilities.word_times, listed.abilities.translates) == ("tiny", True, True)
    assert len(listed.abilities.languages) == 99


def test_heads_that_nobody_knows_are_not_made_up(tmp_path: Path) -> None:
    model = load_model(brought(write_pt(tmp_path / "own.pt", BYTE), tmp_path)).model
    assert (model.alignment_heads, model.abilities.word_times) == (None, False)


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("json", ["tokenizer.json", "tokenizer_config.json"]),
        (
            "merges",
            ["added_tokens.json", "merges.txt", "special_tokens_map.json", "tokenizer_config.json", "vocab.json"],
        ),
    ],
)
def test_a_vocabulary_of_hugging_faces_files_is_copied(
    tmp_path: Path, kind: Literal["json", "merges"], files: list[str]
) -> None:
    other = write_folder(tmp_path / "models" / "other", BYTE, tokenizer=kind)
    folder = brought(write_pt(tmp_path / "mine" / "own.pt", BYTE, vocabulary=False), tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*files, "config.json", "generation_config.json", "model.safetensors", "sotto.json"]
    )
    assert all((folder / name).read_bytes() == (other / name).read_bytes() for name in files)
    assert load_model(folder, fp16=False).model.tokenizer.encode(" the") == [262]


def test_where_it_is_from_and_what_was_written_is_kept(tmp_path: Path) -> None:
    file = write_pt(tmp_path / "own.pt", BYTE)
    folder = brought(file, tmp_path)
    origin = read_origin(folder)
    assert origin is not None
    assert (origin.source, origin.revision) == (file.as_uri(), "")
    names = sorted(path.name for path in folder.iterdir() if path.name != "sotto.json")
    assert origin.files == tuple(
        KnownFile(name, (folder / name).stat().st_size, sha256(folder / name)) for name in names
    )


def test_a_file_that_is_not_as_it_came_is_not_read(tmp_path: Path) -> None:
    file = write_pt(tmp_path / "mine" / "own.pt", BYTE)
    write_origin(file.parent, Origin("file:///own.pt", "", (KnownFile("own.pt", file.stat().st_size, "0" * 64),)))
    with pytest.raises(EngineError, match=r"own\.pt isn't what it was as it came, and is not loaded: import the"):
        brought(file, tmp_path)
    assert not (tmp_path / "models").exists()


def test_a_file_takes_the_place_of_the_folder_that_it_lies_in(tmp_path: Path) -> None:
    file = write_pt(tmp_path / "models" / "own" / "own.pt", BYTE)
    folder = import_model(file, tmp_path / "models", Cancel(), trusted=True, replace=True)
    assert folder == file.parent
    assert not file.exists()
    assert load_model(folder, fp16=False).model.tokenizer.size == 1900
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["own"]


def test_a_wish_to_stop_leaves_nothing(tmp_path: Path) -> None:
    file, cancel = write_pt(tmp_path / "own.pt", BYTE), Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        import_model(file, tmp_path / "models", cancel, trusted=True)
    assert list((tmp_path / "models").iterdir()) == []


def test_a_vocabulary_that_cannot_be_written_as_merges_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    recipe = replace(BYTE, dims=replace(BYTE.dims, n_vocab=257 + 8 + 99 + 1501))
    weights = dict(make_weights(BYTE))
    weights["decoder.token_embedding.weight"] = weights["decoder.token_embedding.weight"][: recipe.dims.n_vocab].clone()
    file = tmp_path / "own.pt"
    torch.save({"dims": asdict(recipe.dims), "model_state_dict": weights}, file)
    tokens = [*(bytes([byte]) for byte in range(256)), b"abc"]
    (tmp_path / "multilingual.tiktoken").write_text(
        "".join(f"{base64.b64encode(token).decode()} {rank}\n" for rank, token in enumerate(tokens))
    )
    with pytest.raises(EngineError, match=r"multilingual\.tiktoken holds tokens that no two others make"):
        brought(file, tmp_path)
    assert list((tmp_path / "models").iterdir()) == []
