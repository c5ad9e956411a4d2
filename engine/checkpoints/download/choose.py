"""Which files of a repository a Whisper folder needs. Names that aren't known are never written, whatever they are."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from engine.checkpoints.download.values import RemoteFile
from engine.errors import EngineError

VOCABULARY = (
    *("tokenizer.json", "tokenizer_config.json", "vocab.json", "merges.txt"),
    *("added_tokens.json", "special_tokens_map.json", "normalizer.json"),
)
CONFIGURATION = ("config.json", "generation_config.json", "preprocessor_config.json")
_WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
_SHARD = re.compile(r"model-[0-9]{5}-of-[0-9]{5}\.safetensors")
_PICKLE = re.compile(r"pytorch_model.*\.bin")
_FOREIGN = {".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".gguf", ".onnx", ".nemo", ".mlmodelc"}


def needed(listed: Iterable[RemoteFile], repository: str) -> tuple[RemoteFile, ...]:
    """Choose configuration, vocabulary and safetensors weights. Raises EngineError("model") with the remedy if one of
    them isn't there."""
    files = {file.name: file for file in listed}
    if "config.json" not in files:
        raise EngineError("model", f"{repository} holds no model: it has no config.json. Choose another repository.")
    weights = _weights(files, repository)
    words = vocabulary(files.values(), repository)
    return (*(files[name] for name in CONFIGURATION if name in files), *words, *weights)


def vocabulary(listed: Iterable[RemoteFile], repository: str) -> tuple[RemoteFile, ...]:
    """Choose the vocabulary's files. Raises EngineError("model") if they aren't there."""
    files = {file.name: file for file in listed}
    if "tokenizer.json" not in files and not {"vocab.json", "merges.txt"} <= files.keys():
        raise EngineError(
            "model", f"{repository} comes without its vocabulary (tokenizer.json): choose another repository."
        )
    return tuple(files[name] for name in VOCABULARY if name in files)


def _weights(files: dict[str, RemoteFile], repository: str) -> tuple[RemoteFile, ...]:
    if _WEIGHTS in files:
        return (files[_WEIGHTS],)
    shards = tuple(file for name, file in sorted(files.items()) if _SHARD.fullmatch(name))
    if INDEX in files and shards:
        return (files[INDEX], *shards)
    pickles = [name for name in sorted(files) if _PICKLE.fullmatch(name)]
    if pickles:
        raise EngineError(
            "model",
            f"{repository} has its weights as {pickles[0]} only, a format that can carry programs: look on its page "
            "for a revision with model.safetensors, or choose another repository.",
        )
    foreign = next((name for name in sorted(files) if PurePosixPath(name).suffix in _FOREIGN), "")
    raise EngineError(
        "model",
        f"{repository} has no model.safetensors{f', but {foreign}, which is for other programs' if foreign else ''}: "
        "choose a repository of a Whisper model for transformers.",
    )
