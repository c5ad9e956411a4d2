"""OpenAI's .pt files: sizes and weights, unpickled as plain data only."""

import pickle
import struct
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.errors import EngineError
from engine.model_folder import Dimensions
from engine.whisper.weights import check_shapes

LARGEST_PICKLE = 16 << 20  # bytes; it names the tensors, which lie beside it
MOST_ENTRIES = 10_000

# What torch's unpickler is known to raise for bytes that aren't what they claim to be.
_DAMAGE = (
    pickle.UnpicklingError, EOFError, RuntimeError, ValueError, KeyError, IndexError, TypeError, AttributeError,
    AssertionError, OverflowError, ImportError, struct.error, zipfile.BadZipFile,
)  # fmt: skip


def read_pt(path: Path, *, mapped: bool = True) -> tuple[Dimensions, dict[str, Tensor]]:
    """Read {"dims", "model_state_dict"}; the weights stay in the file until they are used, if `mapped`.

    All of a mapped file's pages that were used stay in memory until the last tensor is gone: who converts them one
    after another reads them instead.

    A pickle that wants anything but tensors and plain data is refused before it gets it (`weights_only`); that is no
    sandbox, so a file from strangers should be compared with its SHA-256 first. Raises EngineError("model").
    """
    zipped = _is_zip(path)
    if zipped:
        _check_zip(path)
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=zipped and mapped)
    except pickle.UnpicklingError as error:
        raise EngineError(
            "model", f"{path} is no model, is damaged, or carries a program: it was not run. Fetch it from its source."
        ) from error
    except OSError as error:
        raise EngineError("model", f"{path} can't be read ({error.strerror}).") from error
    except _DAMAGE as error:
        raise EngineError("model", f"{path} is damaged or no model: fetch it again.") from error
    dims, weights = _dims(path, content), _weights(path, content)
    check_shapes(path, dims, {name: tuple(tensor.shape) for name, tensor in weights.items()})
    return dims, weights


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PK\x03\x04"  # files from before torch 1.6 are a bare pickle
    except OSError as error:
        raise EngineError("model", f"{path} can't be read ({error.strerror}).") from error


def _check_zip(path: Path) -> None:
    """Refuse what could grow when it is read: packed entries, more bytes than the file has, a giant pickle."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise EngineError("model", f"{path} is cut off or damaged: fetch it again.") from error
    if (
        len(entries) > MOST_ENTRIES
        or any(entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size for entry in entries)
        or sum(entry.file_size for entry in entries) > path.stat().st_size
        or any(entry.file_size > LARGEST_PICKLE for entry in entries if entry.filename.endswith(".pkl"))
    ):
        raise EngineError("model", f"{path} is not built as torch builds its files: fetch it from its source.")


def _dims(path: Path, content: Any) -> Dimensions:
    sizes = content.get("dims") if isinstance(content, dict) else None
    names = [field.name for field in fields(Dimensions)]
    if not isinstance(sizes, dict) or any(type(sizes.get(n)) is not int or not 1 <= sizes[n] <= 1 << 20 for n in names):
        raise EngineError(
            "model",
            f"{path} is a .pt file, but no Whisper model of OpenAI's form: it must hold dims and model_state_dict.",
        )
    return Dimensions(**{name: sizes[name] for name in names})


def _weights(path: Path, content: dict[str, Any]) -> dict[str, Tensor]:
    weights = content.get("model_state_dict")
    if not isinstance(weights, dict) or not all(
        isinstance(name, str)
        and isinstance(tensor, Tensor)
        and tensor.dtype in (torch.float32, torch.float16, torch.bfloat16)
        and tensor.layout == torch.strided
        and tensor.untyped_storage().nbytes() >= tensor.nelement() * tensor.element_size()
        for name, tensor in weights.items()
    ):
        raise EngineError("model", f"{path} doesn't hold a network's weights as numbers: fetch it from its source.")
    return dict(weights)
