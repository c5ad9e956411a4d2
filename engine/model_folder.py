"""What a Hugging Face folder says about its model, read without torch and with every size bounded."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path
from typing import Any

from engine.errors import EngineError

LARGEST_HEADER = 100 << 20  # bytes, the limit of the safetensors format
SYNTHETIC_ONLY = "synthetic_speech_only"  # our own key in config.json, which transformers keeps and doesn't read
MOST_TENSORS = 10_000  # large has 1,259
_BYTES = {"F32": 4, "F16": 2, "BF16": 2}
_LARGEST = 1 << 20  # of any one dimension
_LANGUAGE = re.compile(r"<\|([a-z]{2,3})\|>")


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The sizes of a network; field names are those of OpenAI's checkpoints."""

    n_mels: int
    n_audio_ctx: int
    n_audio_state: int
    n_audio_head: int
    n_audio_layer: int
    n_vocab: int
    n_text_ctx: int
    n_text_state: int
    n_text_head: int
    n_text_layer: int


@dataclass(frozen=True, slots=True)
class Config:
    """The sizes, whether it was trained on made speech alone, and what generation_config.json adds: None where it says
    nothing."""

    sizes: Dimensions
    multilingual: bool | None
    language_tokens: tuple[tuple[str, int], ...] | None
    tasks: tuple[str, ...] | None
    no_timestamps: int | None
    alignment_heads: tuple[tuple[int, int], ...] | None
    suppressed: tuple[int, ...] = ()
    latest_start: int = 0
    synthetic_only: bool = False

    @property
    def translates(self) -> bool | None:
        """None: guess it. A list of tasks rules translation out, but turbo's has it, too, and can't."""
        return None if self.tasks is None or "translate" in self.tasks else False


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """A tensor as the header of `file` lists it: `numbers` is "F32", "F16" or "BF16", `start` a byte of the file."""

    name: str
    shape: tuple[int, ...]
    file: Path
    numbers: str
    start: int


def read_config(folder: Path) -> Config:
    """Read config.json and generation_config.json. Raises EngineError("model") naming the file and what is wrong."""
    path = folder / "config.json"
    config = read_json(path)
    if config.get("model_type") != "whisper":
        raise EngineError("model", f"{path} describes no Whisper model: choose the folder of one.")
    if config.get("tie_word_embeddings") is False or config.get("scale_embedding"):
        raise EngineError("model", f"{path} describes a changed Whisper that Sotto doesn't know: use an unchanged one.")
    generation_path = folder / "generation_config.json"
    generation = read_json(generation_path) if generation_path.is_file() else {}
    sizes = Dimensions(**{field: _size(path, config, key) for field, key in _SIZES.items()})
    try:
        told = _with_generation(sizes, generation)
    except (TypeError, ValueError, AttributeError) as error:
        raise EngineError("model", f"{generation_path} doesn't hold what it should: fetch it again.") from error
    return replace(told, synthetic_only=config.get(SYNTHETIC_ONLY) is True)


_SIZES = {
    "n_mels": "num_mel_bins",
    "n_audio_ctx": "max_source_positions",
    "n_audio_state": "d_model",
    "n_audio_head": "encoder_attention_heads",
    "n_audio_layer": "encoder_layers",
    "n_vocab": "vocab_size",
    "n_text_ctx": "max_target_positions",
    "n_text_state": "d_model",
    "n_text_head": "decoder_attention_heads",
    "n_text_layer": "decoder_layers",
}


def _size(path: Path, config: dict[str, Any], key: str) -> int:
    value = config.get(key)
    if type(value) is not int or not 1 <= value <= _LARGEST:
        raise EngineError("model", f"{path} gives {key} as {value!r}, which no Whisper model has: fetch it again.")
    return value


def _with_generation(sizes: Dimensions, content: dict[str, Any]) -> Config:
    languages, tasks, aligned = (content.get(key) for key in ("lang_to_id", "task_to_id", "alignment_heads"))
    tokens = None if languages is None else tuple((_code(name), int(id_)) for name, id_ in languages.items())
    heads = tuple((int(layer), int(head)) for layer, head in aligned) if aligned else None
    if any(not (0 <= layer < sizes.n_text_layer and 0 <= head < sizes.n_text_head) for layer, head in heads or ()):
        heads = None  # distilled models are published with the heads of their teacher
    multilingual = content.get("is_multilingual", True if tokens else None)
    return Config(
        sizes=sizes,
        multilingual=None if multilingual is None else bool(multilingual),
        language_tokens=tokens,
        tasks=None if tasks is None else tuple(tasks),
        no_timestamps=content.get("no_timestamps_token_id"),
        alignment_heads=heads,
        suppressed=tuple(int(token) for token in content.get("suppress_tokens") or ()),
        latest_start=int(content.get("max_initial_timestamp_index") or 0),
    )


def _code(name: str) -> str:
    if match := _LANGUAGE.fullmatch(name):
        return match[1]
    raise ValueError(name)


def named_languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that the vocabulary's files name, in the order of their tokens."""
    ids: dict[str, int] = {}
    if (folder / "added_tokens.json").is_file():
        ids |= read_json(folder / "added_tokens.json")
    if (folder / "tokenizer.json").is_file():
        ids |= {token["content"]: token["id"] for token in read_json(folder / "tokenizer.json").get("added_tokens", ())}
    found = ((id_, match[1]) for name, id_ in ids.items() if (match := _LANGUAGE.fullmatch(name)))
    return tuple(code for _, code in sorted(found))


def weight_files(folder: Path) -> tuple[Path, ...]:
    """Return the safetensors files of the folder. Raises EngineError("model") with the remedy if there are none."""
    single, index = folder / "model.safetensors", folder / "model.safetensors.index.json"
    if single.is_file():
        return (single,)
    if not index.is_file():
        pickles = sorted(path.name for path in (*folder.glob("pytorch_model*.bin"), *folder.glob("*.msgpack")))
        if pickles:
            raise EngineError(
                "model",
                f"{folder} holds its weights as {pickles[0]}, a format that can carry programs or that only other "
                "frameworks read: fetch model.safetensors, or convert it with transformers' save_pretrained.",
            )
        raise EngineError("model", f"{folder} holds no weights: fetch its model.safetensors.")
    names = read_json(index).get("weight_map")
    if not isinstance(names, dict) or not names or any(Path(str(name)).name != name for name in names.values()):
        raise EngineError("model", f"{index} doesn't list the parts of a model: fetch it again.")
    return tuple(folder / name for name in sorted(set(names.values())))


def read_tensors(files: tuple[Path, ...]) -> tuple[TensorEntry, ...]:
    """Read the headers of safetensors files. Raises EngineError("model") if one is missing, cut off or damaged."""
    entries = tuple(entry for file in files for entry in _header(file))
    if len({entry.name for entry in entries}) != len(entries):
        raise EngineError("model", f"{files[0].parent} holds a tensor twice: fetch the folder again.")
    return entries


def _header(file: Path) -> Iterator[TensorEntry]:
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            length = int.from_bytes(stream.read(8), "little")
            if not 2 <= length <= min(LARGEST_HEADER, size - 8):
                raise EngineError("model", f"{file} is no safetensors file, or cut off: fetch it again.")
            header = json.loads(stream.read(length))
    except OSError as error:
        raise EngineError("model", f"{file} can't be read ({error.strerror}): fetch it again.") from error
    except (ValueError, RecursionError) as error:
        raise EngineError("model", f"{file} is no safetensors file, or damaged: fetch it again.") from error
    try:
        header.pop("__metadata__", None)
        ends = [_end(tensor) for tensor in header.values()]
        if len(ends) > MOST_TENSORS or not _fill(ends, size - 8 - length):
            raise EngineError("model", f"{file} is cut off or longer than its header says: fetch it again.")
        for name, tensor in header.items():
            start = 8 + length + tensor["data_offsets"][0]
            yield TensorEntry(name, tuple(tensor["shape"]), file, tensor["dtype"], start)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EngineError("model", f"{file} has a damaged header, or numbers that aren't F32, F16 or BF16.") from error


def _end(tensor: dict[str, Any]) -> tuple[int, int]:
    start, end = tensor["data_offsets"]
    shape = tensor["shape"]
    if any(type(size) is not int or not 0 <= size < 1 << 31 for size in shape):
        raise ValueError(shape)
    if end - start != prod(shape) * _BYTES[tensor["dtype"]]:
        raise ValueError((start, end))
    return start, end


def _fill(ends: list[tuple[int, int]], size: int) -> bool:
    """Tell whether tensors lie one behind the other, from the first byte to the last."""
    ordered = sorted(ends)
    starts = [start for start, _ in ordered]
    return [0, *(end for _, end in ordered)] == [*starts, size]


def read_json(path: Path, largest: int = 64 << 20) -> dict[str, Any]:
    """Read a JSON object. Raises EngineError("model") naming the file if it is missing, too large or no JSON."""
    try:
        if path.stat().st_size > largest:
            raise EngineError("model", f"{path} is too large to be what its name says: fetch it again.")
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EngineError("model", f"{path} can't be read ({error.strerror}): fetch it.") from error
    except (ValueError, RecursionError) as error:
        raise EngineError("model", f"{path} is not JSON: fetch it again.") from error
    if not isinstance(content, dict):
        raise EngineError("model", f"{path} doesn't hold what its name says: fetch it again.")
    return content
