"""Tokens, words and special tokens equal those of openai-whisper and of transformers."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.languages import LANGUAGES, language_code
from engine.whisper.merges import write_vocabulary
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face, read_tiktoken
from tests.support.checkpoints import require, vocabulary_file, write_folder

# openai-whisper leaves its vocabulary file open
pytestmark = [pytest.mark.reference, pytest.mark.filterwarnings("ignore::ResourceWarning")]

KINDS = {"english": (False, 99), "multilingual": (True, 99), "v3": (True, 100)}
TEXTS = (
    " And so my fellow Americans, ask not what your country can do for you.",
    " It's 12,345.67 dollars — \"isn't it?\"  Yes…   they'll've said: 'no'.",
    " Grüße aus Köln; ça va? Być może, žluťoučký kůň, İstanbul",
    "今天天气很好，我们去公园吧。𠮷野家",
    " 東京へ行きました。ありがとうございます！ｶﾀｶﾅ",
    "สวัสดีครับ วันนี้อากาศดีมาก ກະລຸນາ မင်္ဂလာပါ",
    " שלום עולם، مرحبا بالعالم؛ كيف حالك؟ \u202bRTL\u202c",
    " नमस्ते दुनिया, 안녕하세요 세계, Привет, мир; γειά σου",
    " \U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1fa\U0001f1e6",
    " ♪♪♪ [MUSIC] (LAUGHS) \u2028\n\t x  ",
    "",
    " ",
    "\x00\x7f\xa0\xad",
)


@pytest.fixture(params=KINDS)
def both(request: pytest.FixtureRequest) -> tuple[Tokenizer, Any]:
    """Ours and openai-whisper's."""
    whisper = pytest.importorskip("whisper.tokenizer")
    recipe = require(request.param)
    path = vocabulary_file(recipe.vocabulary)
    assert path is not None
    multilingual, languages = KINDS[request.param]
    return read_tiktoken(path, recipe.dims.n_vocab), whisper.get_tokenizer(multilingual, num_languages=languages)


def test_special_tokens_are_the_references(both: tuple[Tokenizer, Any]) -> None:
    ours, theirs = both
    names = (
        *("eot", "sot", "sot_prev", "sot_lm", "no_speech", "no_timestamps"),
        *("timestamp_begin", "transcribe", "translate", "non_speech_tokens"),
    )
    assert {name: getattr(ours, name) for name in names} == {name: getattr(theirs, name) for name in names}
    assert ours.size == theirs.encoding.n_vocab
    assert set(ours.all_language_tokens) == set(theirs.all_language_tokens)
    assert all(ours.decode_with_timestamps([i]) == name for name, i in theirs.special_tokens.items())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("task", ["transcribe", "translate"])
def test_start_sequences_of_all_languages_are_the_references(kind: str, task: Any) -> None:
    whisper = pytest.importorskip("whisper.tokenizer")
    recipe = require(kind)
    path = vocabulary_file(recipe.vocabulary)
    assert path is not None
    ours = read_tiktoken(path, recipe.dims.n_vocab)
    multilingual, number = KINDS[kind]
    assert len(ours.languages) == number
    for code in ours.languages:
        theirs = whisper.get_tokenizer(multilingual, num_languages=number, language=code, task=task)
        assert ours.start_sequence(code, task) == theirs.sot_sequence


def test_languages_and_their_names_are_the_references() -> None:
    whisper = pytest.importorskip("whisper.tokenizer")
    assert {code: name.lower() for code, name in LANGUAGES.items()} == whisper.LANGUAGES
    assert list(LANGUAGES) == list(whisper.LANGUAGES)
    assert {name: language_code(name) for name in whisper.TO_LANGUAGE_CODE} == whisper.TO_LANGUAGE_CODE


@pytest.mark.parametrize("text", TEXTS)
def test_text_becomes_the_references_tokens(both: tuple[Tokenizer, Any], text: str) -> None:
    ours, theirs = both
    tokens = ours.encode(text)
    assert tokens == theirs.encode(text)
    assert ours.decode(tokens) == text


def test_random_text_becomes_the_references_tokens(both: tuple[Tokenizer, Any]) -> None:
    ours, theirs = both
    letters = "aeiou  nrst''’.,-1209éßя中の한ไ\n\U0001f600"
    for seed in range(300):
        chance = random.Random(seed)
        text = "".join(chance.choices(letters, k=40))
        assert ours.encode(text) == theirs.encode(text)


def test_random_tokens_read_like_the_references(both: tuple[Tokenizer, Any]) -> None:
    ours, theirs = both
    for seed in range(300):
        chance = random.Random(seed)
        tokens = [chance.randrange(ours.size) for _ in range(40)]
        assert ours.decode(tokens) == theirs.decode(tokens)
        assert ours.decode_with_timestamps(tokens) == theirs.decode_with_timestamps(tokens)


@pytest.mark.parametrize("language", ["en", "de", "ar", "zh", "ja", "th", "lo", "my"])
@pytest.mark.parametrize("text", TEXTS)
def test_words_are_the_references(both: tuple[Tokenizer, Any], text: str, language: str) -> None:
    ours, theirs = both
    tokens = [*ours.encode(text), ours.eot]
    theirs = replace(theirs, language=language if ours.multilingual else None)  # shared by whoever asks for it
    assert ours.split_to_words(tokens, language) == theirs.split_to_word_tokens(tokens)


def test_words_of_random_tokens_are_the_references_where_it_keeps_all_of_them(both: tuple[Tokenizer, Any]) -> None:
    """It loses tokens, or stops with an IndexError, at some characters that the model has broken; we never do."""
    ours, theirs = both
    theirs = replace(theirs, language="ja" if ours.multilingual else None)
    compared = 0
    for seed in range(500):
        chance = random.Random(seed)
        tokens = [chance.randrange(ours.size) for _ in range(20)]
        words, word_tokens = ours.split_to_words(tokens, "ja")
        assert "".join(words) == ours.decode_with_timestamps(tokens)
        assert [token for word in word_tokens for token in word] == tokens
        try:
            expected = theirs.split_to_word_tokens(list(tokens))
        except IndexError:
            continue
        if [token for word in expected[1] for token in word] == tokens:
            compared += 1
            assert (words, word_tokens) == expected
    assert compared > 400


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("files", ["json", "merges"])
def test_transformers_reads_our_folders_like_us(tmp_path: Path, kind: str, files: Any) -> None:
    transformers = pytest.importorskip("transformers")
    folder = write_folder(tmp_path / kind, require(kind), tokenizer=files)
    theirs = transformers.WhisperTokenizer.from_pretrained(folder)
    ours = read_hugging_face(folder)
    for text in TEXTS:
        tokens = ours.encode(text)
        assert tokens == theirs.encode(text, add_special_tokens=False)
        assert theirs.decode(tokens, clean_up_tokenization_spaces=False) == text
    assert ours.eot == theirs.convert_tokens_to_ids("<|endoftext|>")
    assert ours.no_timestamps == theirs.convert_tokens_to_ids("<|notimestamps|>")
    assert all(ours.language_token(code) == theirs.convert_tokens_to_ids(f"<|{code}|>") for code in ours.languages)


@pytest.mark.parametrize("kind", KINDS)
def test_transformers_reads_the_files_that_we_make_of_a_tiktoken_vocabulary(tmp_path: Path, kind: str) -> None:
    transformers = pytest.importorskip("transformers")
    recipe = require(kind)
    path = vocabulary_file(recipe.vocabulary)
    assert path is not None
    write_vocabulary(tmp_path, path, recipe.dims.n_vocab)
    theirs = transformers.WhisperTokenizer.from_pretrained(tmp_path)
    ours = read_tiktoken(path, recipe.dims.n_vocab)
    assert len(theirs) == ours.size
    for text in TEXTS:
        tokens = ours.encode(text)
        assert tokens == theirs.encode(text, add_special_tokens=False)
        assert theirs.decode(tokens, clean_up_tokenization_spaces=False) == text
    texts = [ours.decode([token]) for token in range(ours.eot)]
    assert theirs.batch_decode([[token] for token in range(ours.eot)], clean_up_tokenization_spaces=False) == texts
    assert theirs(texts, add_special_tokens=False).input_ids == [ours.encode(text) for text in texts]
    names = theirs.convert_ids_to_tokens(range(ours.eot, ours.size))
    assert names == [ours.decode_with_timestamps([token]) for token in range(ours.eot, ours.size)]
    said = [ours.sot, ours.timestamp_begin + 50, *ours.encode(" you"), ours.timestamp_begin + 75, ours.eot]
    assert theirs.decode(said, skip_special_tokens=True, decode_with_timestamps=True) == "<|1.00|> you<|1.50|>"
