import os
import pickle
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest
import torch

from engine.errors import EngineError
from engine.whisper.openai_file import read_pt
from tests.support.checkpoints import RECIPES, make_weights, write_pt

BYTE = RECIPES["byte"]


class Payload:
    """Makes a file when it is unpickled by someone careless."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.marker),)


def refused(path: Path) -> str:
    with pytest.raises(EngineError) as caught:
        read_pt(path)
    assert caught.value.kind == "model"
    assert str(path) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(("half", "legacy"), [(False, False), (True, False), (False, True)])
def test_files_of_both_formats_and_precisions_are_read(tmp_path: Path, half: bool, legacy: bool) -> None:
    dims, weights = read_pt(write_pt(tmp_path / "model.pt", BYTE, half=half, legacy=legacy))
    assert dims == BYTE.dims
    assert weights["decoder.ln.bias"].dtype == (torch.float16 if half else torch.float32)


@pytest.mark.parametrize("legacy", [False, True])
def test_a_program_in_a_pickle_is_not_run(tmp_path: Path, legacy: bool) -> None:
    marker = tmp_path / "marker"
    content = {"dims": asdict(BYTE.dims), "model_state_dict": Payload(marker)}
    torch.save(content, tmp_path / "evil.pt", _use_new_zipfile_serialization=not legacy)
    assert "it was not run" in refused(tmp_path / "evil.pt")
    assert not marker.exists()


def test_a_bare_pickle_is_not_run(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    (tmp_path / "evil.pt").write_bytes(pickle.dumps(Payload(marker), protocol=2))
    refused(tmp_path / "evil.pt")
    assert not marker.exists()


@pytest.mark.parametrize("keep", [0, 1, 4, 1000, 100_000, -1, -1000])
@pytest.mark.parametrize("legacy", [False, True])
def test_a_cut_off_file_is_refused_by_name(tmp_path: Path, keep: int, legacy: bool) -> None:
    file = write_pt(tmp_path / "model.pt", BYTE, legacy=legacy)
    file.write_bytes(file.read_bytes()[:keep])
    refused(file)


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04" + bytes(100), bytes(1000), b"\x80\x02."])
def test_what_is_no_model_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.pt").write_bytes(content)
    refused(tmp_path / "model.pt")


def test_packed_entries_that_could_swell_are_refused(tmp_path: Path) -> None:
    write_pt(tmp_path / "model.pt", BYTE)
    with (
        zipfile.ZipFile(tmp_path / "model.pt") as plain,
        zipfile.ZipFile(tmp_path / "packed.pt", "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for entry in plain.infolist():
            packed.writestr(entry.filename, plain.read(entry))
    assert "not built as torch builds" in refused(tmp_path / "packed.pt")


@pytest.mark.parametrize(
    "content",
    [
        [1, 2],
        {"model_state_dict": {}},
        {"dims": {"n_mels": 80}, "model_state_dict": {}},
        {"dims": asdict(BYTE.dims) | {"n_mels": 1 << 40}, "model_state_dict": {}},
        {"dims": asdict(BYTE.dims) | {"n_text_layer": 1 << 20}, "model_state_dict": {}},
        {"dims": asdict(BYTE.dims), "model_state_dict": [1]},
        {"dims": asdict(BYTE.dims), "model_state_dict": {"a": 1}},
        {"dims": asdict(BYTE.dims), "model_state_dict": {}},
        {"dims": asdict(BYTE.dims), "model_state_dict": {"a": torch.zeros(2, dtype=torch.int64)}},
    ],
)
def test_other_content_is_refused(tmp_path: Path, content: object) -> None:
    torch.save(content, tmp_path / "model.pt")
    refused(tmp_path / "model.pt")


def test_a_tensor_that_claims_more_than_the_file_holds_is_refused(tmp_path: Path) -> None:
    weights = make_weights(BYTE)
    rows = weights["decoder.token_embedding.weight"]
    weights["decoder.token_embedding.weight"] = torch.zeros(1).expand(rows.shape)
    torch.save({"dims": asdict(BYTE.dims), "model_state_dict": weights}, tmp_path / "model.pt")
    assert "doesn't hold a network's weights" in refused(tmp_path / "model.pt")
