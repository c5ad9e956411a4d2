"""The vocabulary of a .tiktoken file as Hugging Face's files, whose merges are computed from the ranks."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.whisper.vocabulary import characters_of_bytes, tokens_of_tiktoken

_END = "<|endoftext|>"
_ROLES = ("bos_token", "eos_token", "unk_token", "pad_token")  # all of them are _END


def write_vocabulary(folder: Path, source: Path, n_vocab: int) -> None:
    """Write the vocabulary in the .tiktoken file `source`, of a model with `n_vocab` tokens.

    Every token keeps its id. Raises EngineError("model") for a file that is damaged, of another model, or no byte-level
    BPE; and OSError.
    """
    ids, specials = tokens_of_tiktoken(source, n_vocab)
    try:
        pairs = tuple(merges(ids))
    except ValueError as error:
        raise EngineError(
            "model", f"{source} holds tokens that no two others make: take the model's Hugging Face folder instead."
        ) from error
    signs = characters_of_bytes()

    def written(token: bytes) -> str:
        return "".join(signs[byte] for byte in token)

    lines = ("#version: 0.2", *(f"{written(left)} {written(right)}" for left, right in pairs))
    (folder / "merges.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _write(folder / "vocab.json", {written(token): id_ for token, id_ in ids.items()})
    _write(folder / "added_tokens.json", specials)
    _write(folder / "tokenizer_config.json", _roles(specials))


def merges(ranks: Mapping[bytes, int]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the two tokens that each longer one is merged from in the end, in the order of their ranks.

    Raises ValueError for a token that no two others make.
    """
    for token, rank in sorted(ranks.items(), key=lambda item: item[1]):
        if len(token) > 1:
            left, right = _last_pair(token, rank, ranks)
            yield left, right


def _last_pair(token: bytes, rank: int, ranks: Mapping[bytes, int]) -> list[bytes]:
    """Merge the bytes of a token as BPE does, lowest rank first, by what ranks below it alone."""
    parts = [token[at : at + 1] for at in range(len(token))]
    while len(parts) > 2:
        joined = [ranks.get(parts[at] + parts[at + 1], rank) for at in range(len(parts) - 1)]
        lowest = min(joined)
        if lowest >= rank:
            break
        at = joined.index(lowest)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return parts


def _roles(specials: Mapping[str, int]) -> dict[str, Any]:
    """Say what the special tokens are to transformers, which takes timestamps for text."""
    special = {name: not name[2].isdigit() for name in specials}
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {
        "tokenizer_class": "WhisperTokenizer",
        "added_tokens_decoder": {
            str(id_): {"content": name, "special": special[name]} | plain for name, id_ in specials.items()
        },
        "additional_special_tokens": [name for name in specials if special[name]],
    } | dict.fromkeys(_ROLES, _END)


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
