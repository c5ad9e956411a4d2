"""Vocabularies as checkpoints bring them: OpenAI's .tiktoken files, Hugging Face's JSON files; no network, ever."""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.languages import LANGUAGES
from engine.model_folder import read_json
from engine.whisper.tokenizer import TIMESTAMPS, Tokenizer

_SPECIAL = re.compile(r"<\|.+\|>")
LARGEST_FILE = 64 << 20  # bytes; the published ones have 4 MB


def read_tiktoken(path: Path, n_vocab: int) -> Tokenizer:
    """Read the vocabulary of a model with `n_vocab` tokens from a .tiktoken file. Raises as `tokens_of_tiktoken`."""
    return Tokenizer(*tokens_of_tiktoken(path, n_vocab))


def tokens_of_tiktoken(path: Path, n_vocab: int) -> tuple[dict[bytes, int], dict[str, int]]:
    """Return the ids, which are the ranks, of the ordinary tokens in a .tiktoken file, and of the special ones, which
    it doesn't name.

    OpenAI's models lay them out behind the ordinary ones; the languages are as many as `n_vocab` leaves room for.
    Raises EngineError("model") if the file is damaged or belongs to another model.
    """
    try:
        lines = (line.split() for line in _text(path).splitlines() if line.strip())
        ids = {base64.b64decode(token): int(rank) for token, rank in lines}
    except (ValueError, binascii.Error) as error:
        raise EngineError("model", f"{path} is not a .tiktoken vocabulary: fetch it again.") from error
    languages = n_vocab - len(ids) - TIMESTAMPS - 8
    if not 1 <= languages <= len(LANGUAGES) or sorted(ids.values()) != list(range(len(ids))):
        raise EngineError(
            "model",
            f"{path} is not the vocabulary of a model with {n_vocab} tokens: put the right one beside the model.",
        )
    return ids, lay_out_specials(len(ids), languages)


def lay_out_specials(first: int, languages: int) -> dict[str, int]:
    """Return OpenAI's special tokens, with ids counted from `first`, for the first so many languages."""
    names = (
        "<|endoftext|>",
        "<|startoftranscript|>",
        *(f"<|{code}|>" for code in list(LANGUAGES)[:languages]),
        "<|translate|>",
        "<|transcribe|>",
        "<|startoflm|>",
        "<|startofprev|>",
        "<|nospeech|>",
        "<|notimestamps|>",
        *(f"<|{step / 50:.2f}|>" for step in range(TIMESTAMPS)),
    )
    return {name: first + index for index, name in enumerate(names)}


def has_hugging_face(folder: Path) -> bool:
    return (folder / "tokenizer.json").is_file() or (folder / "vocab.json").is_file()


def read_hugging_face(folder: Path, *, multilingual: bool | None = None) -> Tokenizer:
    """Read the vocabulary of a Hugging Face folder: tokenizer.json, else vocab.json with merges.txt.

    added_tokens.json adds to both. Raises EngineError("model") naming the file that is missing or wrong.
    """
    if (folder / "tokenizer.json").is_file():
        path = folder / "tokenizer.json"
        vocabulary, merges, added = _tokenizer_json(path)
    else:
        path = folder / "vocab.json"
        vocabulary, merges, added = _numbers(path), _merges_txt(folder / "merges.txt"), {}
    if (folder / "added_tokens.json").is_file():
        added = added | _numbers(folder / "added_tokens.json")
    # the English-only folders keep <|endoftext|> among the ordinary tokens
    named = {name: id_ for name, id_ in vocabulary.items() if name.startswith("<|") and _SPECIAL.fullmatch(name)}
    specials = named | added
    try:
        ids = {_bytes(token): id_ for token, id_ in vocabulary.items() if token not in specials}
        merged = [_bytes(merge) for merge in merges]
    except UnicodeEncodeError as error:
        raise EngineError("model", f"{path} is not a vocabulary of bytes, as Whisper's are.") from error
    if not all(token in ids for token in merged):
        raise EngineError("model", f"{path} merges tokens that it has no id for: fetch the folder again.")
    return Tokenizer(ids, specials, ranks=_ranks(ids, merged), multilingual=multilingual)


def _ranks(ids: Mapping[bytes, int], merged: Iterable[bytes]) -> dict[bytes, int] | None:
    """Return the order in which bytes merge; None where the ids tell it, as in the published vocabularies, for then one
    table is enough."""
    ranks = {bytes([byte]): byte for byte in range(256) if bytes([byte]) in ids}
    for token in merged:
        ranks.setdefault(token, len(ranks))
    told = len(ids) == len(ranks) and all(ids[token] == rank for token, rank in ranks.items() if len(token) > 1)
    return None if told and all(ids[token] < 256 for token in ranks if len(token) == 1) else ranks


def _tokenizer_json(path: Path) -> tuple[dict[str, int], list[str], dict[str, int]]:
    """Return the ordinary tokens, those that merges make, in the order of the merges, and those that were added."""
    content = read_json(path)
    try:
        model = content["model"]
        merges = [_joined(merge) for merge in model["merges"]]
        added = {token["content"]: token["id"] for token in content.get("added_tokens", ())}
        if model["type"] != "BPE" or content.get("normalizer"):
            raise EngineError("model", f"{path} is not a byte-level BPE vocabulary, as Whisper's are.")
        return _checked(path, model["vocab"]), merges, _checked(path, added)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise EngineError("model", f"{path} is not a tokenizer.json that Sotto can read: fetch it again.") from error


def _joined(merge: str | list[str]) -> str:
    """Newer files hold lists, older ones strings with a space between."""
    left, right = merge.split(" ") if isinstance(merge, str) else merge
    return left + right


def _merges_txt(path: Path) -> list[str]:
    merges = []
    for line in _text(path).split("\n"):
        if not line.strip() or line.startswith("#version"):
            continue
        left, _, right = line.rstrip("\r").partition(" ")
        merges.append(left + right)
    return merges


def _numbers(path: Path) -> dict[str, int]:
    return _checked(path, read_json(path))


def _checked(path: Path, content: Mapping[str, Any]) -> dict[str, int]:
    if any(type(id_) is not int or not 0 <= id_ < 1 << 24 for id_ in content.values()):
        raise EngineError("model", f"{path} gives a token something else than an id: fetch it again.")
    return dict(content)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise EngineError("model", f"{path} is larger than any vocabulary: it is not one.")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise EngineError("model", f"{path} can't be read ({error.strerror}): put it beside the model.") from error
    except UnicodeDecodeError as error:
        raise EngineError("model", f"{path} is not text: fetch it again.") from error


def characters_of_bytes() -> Mapping[int, str]:
    """Return the sign that byte-level BPE writes for each byte: itself where it shows, else the next from U+0100.

    The table of Radford et al. 2019; every vocab.json and merges.txt is written in it.
    """
    showing = {*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)}
    hidden: Iterable[int] = (byte for byte in range(256) if byte not in showing)
    return {byte: chr(byte) for byte in showing} | {byte: chr(0x100 + index) for index, byte in enumerate(hidden)}


# What stands for no byte becomes a character that has none in Latin-1 either.
_BYTES = dict.fromkeys(range(256), "\uffff") | {ord(sign): chr(byte) for byte, sign in characters_of_bytes().items()}


def _bytes(token: str) -> bytes:
    """Return the bytes of a token. Raises UnicodeEncodeError for signs that stand for none."""
    return token.translate(_BYTES).encode("latin-1")
