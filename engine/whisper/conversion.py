"""OpenAI's .pt file as what a Hugging Face folder holds; no network is built, and the weights stay in the file."""

from collections.abc import Sequence
from pathlib import Path

from engine.whisper.checkpoint import Heads, find_vocabulary
from engine.whisper.folder import Contents
from engine.whisper.openai_file import read_pt


def contents_of(file: Path, vocabularies: Sequence[Path], heads: Heads | None) -> Contents:
    """Check a .pt file and its vocabulary as `load` does, and return what a folder with the same model holds.

    `heads` are its alignment heads, where they are known. The file is unpickled: see `read_pt`. Raises
    EngineError("model").
    """
    dims, weights = read_pt(file)
    vocabulary, tokenizer = find_vocabulary(file, dims.n_vocab, vocabularies)
    return Contents(dims, weights, tokenizer, vocabulary, heads)
