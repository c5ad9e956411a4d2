"""Trains the vocabulary: a byte-level BPE over the corpus's sentences, written as Whisper's folders have it."""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from grammar import sentences
from lexicon import LANGUAGES
from tokenizers import Regex, Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, Sequence, Split
from tokenizers.trainers import BpeTrainer

from engine.languages import LANGUAGES as PUBLISHED
from engine.whisper.tokenizer import PIECES, TIMESTAMPS
from engine.whisper.vocabulary import characters_of_bytes

SIZE = 4000
SENTENCES = 30_000  # of each language
SHUFFLED = 0.3
_TASKS = ("<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>")

Merges = tuple[tuple[str, str], ...]


def special_tokens() -> tuple[str, ...]:
    """Return the special tokens in OpenAI's order, the languages as its models order them, the timestamps last."""
    spoken = (f"<|{code}|>" for code in PUBLISHED if code in LANGUAGES)
    times = (f"<|{step / 50:.2f}|>" for step in range(TIMESTAMPS))
    return ("<|endoftext|>", "<|startoftranscript|>", *spoken, *_TASKS, *times)


def training_texts(seed: int) -> Iterator[str]:
    """Make the sentences of every language, each after a space and without one, as a window's words come."""
    for language in LANGUAGES:
        made = sentences(language, Random(f"bpe-{seed}-{language}"), shuffled=SHUFFLED)
        for sentence in islice(made, SENTENCES):
            yield " " + sentence.text


def train_merges(texts: Iterable[str], count: int) -> Merges:
    """Learn so many merges of GPT-2's kind: within pieces only, in the order in which they apply."""
    tokenizer = Tokenizer(BPE())
    tokenizer.pre_tokenizer = Sequence([Split(Regex(PIECES), "isolated"), ByteLevel(False, use_regex=False)])
    alphabet = ByteLevel.alphabet()
    trainer = BpeTrainer(vocab_size=len(alphabet) + count, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    learned = json.loads(tokenizer.to_str())["model"]["merges"]
    return tuple((left, right) for left, right in learned)


def write_tokenizer(folder: Path, merges: Merges) -> None:
    """Write tokenizer.json, and vocab.json with merges.txt beside it, for readers of either."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = _vocabulary(merges)
    added = {name: len(vocabulary) + index for index, name in enumerate(special_tokens())}
    names = dict.fromkeys(("bos_token", "eos_token", "unk_token", "pad_token"), "<|endoftext|>")
    _write(folder / "tokenizer.json", _tokenizer_json(vocabulary, merges, added))
    _write(folder / "vocab.json", vocabulary)
    _write(folder / "added_tokens.json", added)
    _write(folder / "special_tokens_map.json", names)
    _write(folder / "tokenizer_config.json", names | {"tokenizer_class": "WhisperTokenizer", "model_max_length": 448})
    lines = "".join(f"{left} {right}\n" for left, right in merges)
    (folder / "merges.txt").write_text("#version: 0.2\n" + lines, encoding="utf-8")


def _vocabulary(merges: Merges) -> dict[str, int]:
    """Number the 256 bytes and then the merges, in their order."""
    signs = characters_of_bytes()
    tokens = [*(signs[byte] for byte in range(256)), *(left + right for left, right in merges)]
    return {token: index for index, token in enumerate(tokens)}


def _tokenizer_json(vocabulary: Mapping[str, int], merges: Merges, added: Mapping[str, int]) -> dict[str, Any]:
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": number, "content": name, "special": not name[2].isdigit()} | plain for name, number in added.items()
        ],
        "normalizer": None,
        "pre_tokenizer": level,
        "post_processor": None,
        "decoder": level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": "",
            "end_of_word_suffix": "",
            "fuse_unk": False,
            "vocab": dict(vocabulary),
            "merges": [f"{left} {right}" for left, right in merges],
        },
    }


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    write_tokenizer(given.output, train_merges(training_texts(given.seed), SIZE - 256 - len(special_tokens())))


if __name__ == "__main__":
    main()
