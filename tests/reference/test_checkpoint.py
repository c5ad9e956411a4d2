"""openai-whisper and transformers read the checkpoints that the tests make, with the weights that we read."""

from pathlib import Path

import pytest
import torch

from engine.checkpoints.catalogue import read_catalogue
from engine.whisper.checkpoint import load
from engine.whisper.hugging_face import openai_name
from tests.support.checkpoints import require, write_folder, write_pt

pytestmark = [pytest.mark.reference, pytest.mark.filterwarnings("ignore::ResourceWarning")]

KINDS = ["multilingual", "english", "v3", "turbo", "distilled"]


@pytest.mark.parametrize("kind", KINDS)
def test_openai_whisper_reads_the_weights_that_we_read(tmp_path: Path, kind: str) -> None:
    whisper = pytest.importorskip("whisper")
    path = write_pt(tmp_path / "model.pt", require(kind))
    theirs, ours = whisper.load_model(str(path), device="cpu"), load(path, device="cpu")
    assert ours.tokenizer.multilingual == theirs.is_multilingual
    assert len(ours.tokenizer.languages) == (theirs.num_languages if theirs.is_multilingual else 99)
    expected = theirs.state_dict()
    assert all(torch.equal(tensor, expected[name]) for name, tensor in ours.network.state_dict().items())


@pytest.mark.parametrize("kind", KINDS)
def test_transformers_reads_the_weights_that_we_read(tmp_path: Path, kind: str) -> None:
    transformers = pytest.importorskip("transformers")
    path = write_folder(tmp_path / "model", require(kind))
    expected = transformers.WhisperForConditionalGeneration.from_pretrained(path).state_dict()
    ours = load(path, device="cpu").network.state_dict()
    theirs = {openai_name(name): tensor for name, tensor in expected.items() if name != "proj_out.weight"}
    assert ours.keys() == theirs.keys()
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_the_catalogue_is_that_of_openai_whisper() -> None:
    whisper = pytest.importorskip("whisper")
    for model in read_catalogue():
        assert whisper._MODELS[model.name] == model.url
