"""A .tiktoken vocabulary becomes Hugging Face's files, and stays the same vocabulary."""

import base64
import json
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.whisper.merges import merges, write_vocabulary
from engine.whisper.vocabulary import characters_of_bytes, read_hugging_face, read_tiktoken
from tests.support.checkpoints import RECIPES, require, special_ids, token_ids, write_tiktoken
from tests.support.checkpoints import merges as published_merges

BYTES = {bytes([byte]): byte for byte in range(256)}
TEXT = " The thing, «naïve» 日本語 <|en|> 1234's   \n you \x00\xad"


def test_each_token_is_merged_from_the_two_that_are_joined_last() -> None:
    ranks = {**BYTES, b"he": 256, b"ll": 257, b"hell": 258, b"o!": 259, b"hello!": 260, b"lo": 261}
    assert list(merges(ranks)) == [
        (b"h", b"e"), (b"l", b"l"), (b"he", b"ll"), (b"o", b"!"), (b"hell", b"o!"), (b"l", b"o"),
    ]  # fmt: skip


def test_of_equal_pairs_the_first_is_joined_first() -> None:
    assert list(merges({**BYTES, b"--": 256, b"---": 257})) == [(b"-", b"-"), (b"--", b"-")]


def test_only_what_ranks_below_a_token_makes_it() -> None:
    with pytest.raises(ValueError, match="unpack"):
        list(merges({**BYTES, b"abc": 256, b"ab": 257}))


@pytest.mark.parametrize("name", ["byte", "multilingual", "english", "v3"])
def test_every_token_keeps_its_id_and_text_its_tokens(tmp_path: Path, name: str) -> None:
    recipe = require(name)
    n_vocab = recipe.dims.n_vocab
    file = write_tiktoken(tmp_path / "it.tiktoken", recipe)
    write_vocabulary(tmp_path, file, n_vocab)
    bytes_of = {sign: byte for byte, sign in characters_of_bytes().items()}
    named = json.loads((tmp_path / "vocab.json").read_text(encoding="utf-8"))
    assert {bytes(map(bytes_of.__getitem__, token)): id_ for token, id_ in named.items()} == token_ids(
        recipe.vocabulary
    )
    assert json.loads((tmp_path / "added_tokens.json").read_text()) == special_ids(recipe)
    before, after = read_tiktoken(file, n_vocab), read_hugging_face(tmp_path)
    assert [after.decode_with_timestamps([id_]) for id_ in range(n_vocab)] == [
        before.decode_with_timestamps([id_]) for id_ in range(n_vocab)
    ]
    assert after.encode(TEXT) == before.encode(TEXT)
    assert (after.size, after.eot, after.no_speech, after.timestamp_begin, after.languages, after.multilingual) == (
        *(before.size, before.eot, before.no_speech, before.timestamp_begin, before.languages, before.multilingual),
    )
    lines = (tmp_path / "merges.txt").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == [f"{left} {right}" for left, right in published_merges(recipe.vocabulary)]


def test_timestamps_are_no_special_tokens_to_transformers(tmp_path: Path) -> None:
    write_vocabulary(tmp_path, write_tiktoken(tmp_path / "it.tiktoken", RECIPES["byte"]), 1900)
    told = json.loads((tmp_path / "tokenizer_config.json").read_text())
    assert told["additional_special_tokens"][-1] == "<|notimestamps|>"
    assert told["added_tokens_decoder"]["399"] == {
        "content": "<|0.00|>", "special": False, "single_word": False, "lstrip": False, "rstrip": False,
        "normalized": False,
    }  # fmt: skip
    assert told["eos_token"] == "<|endoftext|>"


def test_tokens_that_no_others_make_are_refused_by_the_files_name(tmp_path: Path) -> None:
    file = tmp_path / "odd.tiktoken"
    tokens = [*BYTES, b"abc"]
    file.write_text("".join(f"{base64.b64encode(token).decode()} {rank}\n" for rank, token in enumerate(tokens)))
    with pytest.raises(EngineError, match=r"odd\.tiktoken holds tokens that no two others make: take the model's"):
        write_vocabulary(tmp_path, file, 257 + 8 + 99 + 1501)
    assert not (tmp_path / "vocab.json").exists()
