import json
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.whisper.vocabulary import characters_of_bytes, lay_out_specials, read_hugging_face, read_tiktoken
from tests.support.checkpoints import RECIPES, require, write_folder, write_tiktoken


def test_every_byte_has_a_sign_of_its_own() -> None:
    signs = characters_of_bytes()
    assert len(set(signs.values())) == 256
    assert (signs[ord("A")], signs[ord(" ")], signs[0], signs[0xAD]) == ("A", "Ġ", "Ā", "Ń")


def test_special_tokens_lie_behind_the_ordinary_ones() -> None:
    specials = lay_out_specials(50257, 100)
    assert specials["<|endoftext|>"] == 50257
    assert specials["<|yue|>"] == 50358
    assert specials["<|30.00|>"] == 51865


def test_the_number_of_tokens_says_how_many_languages_a_bare_model_has(tmp_path: Path) -> None:
    file = write_tiktoken(tmp_path / "multilingual.tiktoken", RECIPES["byte"])
    assert len(read_tiktoken(file, 1900).languages) == 99
    assert len(read_tiktoken(file, 1901).languages) == 100


def test_the_vocabulary_of_another_model_is_refused(tmp_path: Path) -> None:
    file = write_tiktoken(tmp_path / "multilingual.tiktoken", RECIPES["byte"])
    with pytest.raises(EngineError, match="51865 tokens"):
        read_tiktoken(file, 51865)


@pytest.mark.parametrize("content", [b"hello", b"!!! 3\n", b"\xff\xfe\x00", b"IQ== x\n"])
def test_what_is_no_tiktoken_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "gpt2.tiktoken").write_bytes(content)
    with pytest.raises(EngineError, match=r"gpt2\.tiktoken"):
        read_tiktoken(tmp_path / "gpt2.tiktoken", 51864)


@pytest.mark.parametrize("name", ["byte", "multilingual", "english", "v3"])
def test_all_three_kinds_of_file_make_the_same_vocabulary(tmp_path: Path, name: str) -> None:
    recipe = require(name)
    one = read_tiktoken(write_tiktoken(tmp_path / "it.tiktoken", recipe), recipe.dims.n_vocab)
    two = read_hugging_face(write_folder(tmp_path / "json", recipe))
    three = read_hugging_face(write_folder(tmp_path / "merges", recipe, tokenizer="merges"))
    text = " The thing, «naïve» 日本語 <|en|> 1234's   \n you"
    for other in (two, three):
        assert other.encode(text) == one.encode(text)
        assert other.decode(one.encode(text)) == text
        assert (other.size, other.eot, other.no_speech, other.timestamp_begin) == (
            one.size,
            one.eot,
            one.no_speech,
            one.timestamp_begin,
        )
        assert (other.languages, other.multilingual) == (one.languages, one.multilingual)


def test_newer_files_write_merges_as_lists(byte_model: Path, tmp_path: Path) -> None:
    content = json.loads((byte_model / "tokenizer.json").read_text())
    content["model"]["merges"] = [merge.split(" ") for merge in content["model"]["merges"]]
    (tmp_path / "tokenizer.json").write_text(json.dumps(content))
    assert read_hugging_face(tmp_path).encode(" the") == [262]


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("tokenizer.json", "{", "not JSON"),
        ("tokenizer.json", "[]", "doesn't hold"),
        ("tokenizer.json", "{}", "can't|not a tokenizer.json"),
        ("tokenizer.json", '{"model": {"type": "Unigram", "vocab": {}, "merges": []}}', "byte-level BPE"),
        ("tokenizer.json", '{"model": {"type": "BPE", "vocab": {"a": "x"}, "merges": []}}', "else than an id"),
        ("tokenizer.json", '{"model": {"type": "BPE", "vocab": {"日": 1}, "merges": []}}', "not a vocabulary of bytes"),
        ("tokenizer.json", '{"model": {"type": "BPE", "vocab": {"a": 1}, "merges": ["a b"]}}', "no id for"),
        ("tokenizer.json", '{"model": {"type": "BPE", "vocab": {"a": 1}, "merges": ["a"]}}', "tokenizer.json"),
        ("vocab.json", "{}", r"merges\.txt"),
    ],
)
def test_a_damaged_vocabulary_is_refused_by_name(tmp_path: Path, file: str, content: str, said: str) -> None:
    (tmp_path / file).write_text(content)
    with pytest.raises(EngineError, match=said) as caught:
        read_hugging_face(tmp_path)
    assert caught.value.kind == "model"
    assert str(tmp_path) in str(caught.value)
