"""Tests of the vocabulary: read back by the engine, every text comes back whole."""

from itertools import islice
from pathlib import Path
from random import Random

import pytest
from grammar import sentences
from lexicon import LANGUAGES

from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face

pytest.importorskip("tokenizers", reason="the extra `model` is not installed")

from bpe import special_tokens, train_merges, write_tokenizer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tokenizer")
    texts = [f" {s.text}" for code in LANGUAGES for s in islice(sentences(code, Random(1)), 300)]
    write_tokenizer(folder, train_merges(texts, 200))
    return folder


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Tokenizer:
    return read_hugging_face(folder)


def test_ids_follow_the_order_of_merges_and_then_openai_s(tokenizer: Tokenizer) -> None:
    assert tokenizer.eot == 456
    assert tokenizer.sot == 457
    assert tokenizer.languages == ("en", "de", "es", "no")
    assert (tokenizer.translate, tokenizer.transcribe) == (462, 463)
    assert (tokenizer.sot_lm, tokenizer.sot_prev, tokenizer.no_speech, tokenizer.no_timestamps) == (464, 465, 466, 467)
    assert tokenizer.timestamp_begin == 468
    assert tokenizer.size == 468 + 1501 == 456 + len(special_tokens())


@pytest.mark.parametrize("text", [" Det var 3 røde epler.", "¿Qué, niño?", "Größe 2024!", " 你好 🙂", "  two  spaces"])
def test_every_text_comes_back(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_merges_make_texts_shorter(tokenizer: Tokenizer) -> None:
    text = " The teachers have bought the house."
    assert len(tokenizer.encode(text)) < 0.7 * len(text)


def test_both_ways_of_writing_read_alike(folder: Path, tokenizer: Tokenizer, tmp_path: Path) -> None:
    for name in ("vocab.json", "merges.txt", "added_tokens.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    other = read_hugging_face(tmp_path)
    assert other.encode(" Hun kjøpte tolv bøker.") == tokenizer.encode(" Hun kjøpte tolv bøker.")
    assert other.timestamp_begin == tokenizer.timestamp_begin


def test_transformers_reads_the_same_tokens(folder: Path, tokenizer: Tokenizer) -> None:
    transformers = pytest.importorskip("transformers", reason="transformers is not installed")
    theirs = transformers.WhisperTokenizer.from_pretrained(folder)
    for text in (" Why did she buy 12 apples?", " Der Zug fährt um 7:30 Uhr."):
        assert theirs.encode(text, add_special_tokens=False) == tokenizer.encode(text)
    assert theirs.convert_tokens_to_ids("<|30.00|>") == tokenizer.timestamp_begin + 1500
