import json
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.model_folder import named_languages, read_config, read_tensors, weight_files


def safetensors(path: Path, header: dict[str, object] | bytes, data: bytes) -> Path:
    content = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(content).to_bytes(8, "little") + content + data)
    return path


def tensor(dtype: str = "F32", shape: object = (2,), offsets: object = (0, 8)) -> dict[str, object]:
    return {"dtype": dtype, "shape": shape, "data_offsets": offsets}


def test_a_header_tells_names_and_shapes(tmp_path: Path) -> None:
    file = safetensors(tmp_path / "m.safetensors", {"__metadata__": {"format": "pt"}, "a": tensor()}, bytes(8))
    (entry,) = read_tensors((file,))
    assert (entry.name, entry.shape, entry.file, entry.numbers) == ("a", (2,), file, "F32")
    assert entry.start == file.stat().st_size - 8


@pytest.mark.parametrize(
    "header",
    [
        b"no json",
        b"[1]",
        {"a": 1},
        {"a": {}},
        {"a": tensor(dtype="I64")},
        {"a": tensor(shape=[3])},
        {"a": tensor(shape=[-2])},
        {"a": tensor(shape="2")},
        {"a": tensor(shape=[1 << 40, 0], offsets=[0, 0])},
        {"a": tensor(offsets=[0, 1 << 40])},
        {"a": tensor(offsets=["0", "8"])},
        {"a": tensor(), "b": tensor()},
        {"a": tensor(offsets=[8, 16])},
        {"a": tensor(shape=[1], offsets=[0, 4]), "b": tensor(shape=[1], offsets=[0, 4])},
        {"a": tensor(shape=[1], offsets=[0, 4]), "b": tensor(shape=[1], offsets=[8, 12])},
        {"a": tensor(shape=[1], offsets=[-4, 0]), "b": tensor(shape=[3], offsets=[0, 12])},
        {f"t{i}": tensor(shape=[0], offsets=[0, 0]) for i in range(10_001)} | {"a": tensor()},
    ],
)
def test_a_crafted_header_is_refused_by_the_files_name(tmp_path: Path, header: dict[str, object] | bytes) -> None:
    with pytest.raises(EngineError, match=r"m\.safetensors"):
        read_tensors((safetensors(tmp_path / "m.safetensors", header, bytes(8)),))


def test_a_tensor_in_two_shards_is_refused(tmp_path: Path) -> None:
    files = tuple(safetensors(tmp_path / name, {"a": tensor()}, bytes(8)) for name in ("1", "2"))
    with pytest.raises(EngineError, match="twice"):
        read_tensors(files)


def test_a_folder_tells_its_sizes_and_its_languages(byte_model: Path) -> None:
    config = read_config(byte_model)
    assert (config.sizes.n_mels, config.sizes.n_vocab, config.sizes.n_text_state) == (80, 1900, 64)
    assert (config.multilingual, config.no_timestamps, config.alignment_heads) == (True, 398, ((1, 0), (1, 1)))
    assert named_languages(byte_model)[:3] == ("en", "zh", "de")
    assert weight_files(byte_model) == (byte_model / "model.safetensors",)


def test_a_list_of_tasks_can_rule_translation_out(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_bytes((byte_model / "config.json").read_bytes())
    assert read_config(tmp_path).translates is None
    (tmp_path / "generation_config.json").write_text('{"task_to_id": {"transcribe": 394}}')
    assert read_config(tmp_path).translates is False
