import pytest

from engine.errors import EngineError
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import lay_out_specials
from tests.support.checkpoints import RECIPES, require, special_ids, token_ids


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Ordinary ids 0 to 291, <|endoftext|> 292."""
    return Tokenizer(token_ids("byte"), special_ids(RECIPES["byte"]))


@pytest.fixture(scope="module")
def published() -> Tokenizer:
    recipe = require("multilingual")
    return Tokenizer(token_ids(recipe.vocabulary), special_ids(recipe))


def test_special_tokens_are_found_by_name(tokenizer: Tokenizer) -> None:
    assert tokenizer.size == 1900
    assert (tokenizer.eot, tokenizer.sot) == (292, 293)
    assert tokenizer.language_token("en") == 294
    assert (tokenizer.translate, tokenizer.transcribe) == (393, 394)
    assert (tokenizer.sot_lm, tokenizer.sot_prev, tokenizer.no_speech) == (395, 396, 397)
    assert (tokenizer.no_timestamps, tokenizer.timestamp_begin) == (398, 399)


def test_older_vocabularies_call_the_no_speech_token_nocaptions() -> None:
    specials = lay_out_specials(256, 99)
    specials["<|nocaptions|>"] = specials.pop("<|nospeech|>")
    assert Tokenizer({bytes([b]): b for b in range(256)}, specials).no_speech == 361


def test_languages_come_in_the_order_of_their_tokens(tokenizer: Tokenizer) -> None:
    assert tokenizer.languages[:4] == ("en", "zh", "de", "es")
    assert len(tokenizer.languages) == 99
    assert tokenizer.all_language_tokens == tuple(range(294, 393))


def test_a_language_unknown_to_us_is_taken_from_the_vocabulary() -> None:
    specials = {"<|endoftext|>": 256, "<|startoftranscript|>": 257, "<|gsw|>": 258, "<|notimestamps|>": 259}
    assert Tokenizer({bytes([b]): b for b in range(256)}, specials).languages == ("gsw",)


def test_timestamps_that_the_files_leave_out_follow_notimestamps() -> None:
    tokenizer = Tokenizer({bytes([b]): b for b in range(256)}, {"<|endoftext|>": 256, "<|notimestamps|>": 257})
    assert tokenizer.timestamp_begin == 258
    assert tokenizer.decode_with_timestamps([258, 312, 1758]) == "<|0.00|><|1.08|><|30.00|>"
    assert tokenizer.size == 1759


def test_a_start_sequence_asks_for_language_and_task(tokenizer: Tokenizer) -> None:
    assert tokenizer.start_sequence("de", "transcribe") == (293, 296, 394)
    assert tokenizer.start_sequence("de", "translate") == (293, 296, 393)


def test_english_only_models_are_asked_for_nothing() -> None:
    tokenizer = Tokenizer(token_ids("byte"), special_ids(RECIPES["byte"]), multilingual=False)
    assert tokenizer.start_sequence("en", "transcribe") == (293,)


def test_text_becomes_the_longest_merges_and_comes_back(tokenizer: Tokenizer) -> None:
    the, ing = 256 + 6, 256 + 19
    assert tokenizer.encode(" the thing") == [the, 256 + 31, ing]
    assert tokenizer.decode([the, 256 + 31, ing]) == " the thing"


def test_what_looks_like_a_special_token_is_ordinary_text(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.encode("<|endoftext|>")
    assert tokenizer.eot not in tokens
    assert tokenizer.decode(tokens) == "<|endoftext|>"


def test_ids_need_not_follow_the_order_of_merges() -> None:
    ids = {bytes([b]): 1000 + b for b in range(256)} | {b"ab": 1, b"bc": 0}
    ranks = {bytes([b]): b for b in range(256)} | {b"ab": 256, b"bc": 257}
    tokenizer = Tokenizer(ids, {"<|endoftext|>": 2}, ranks=ranks)
    assert tokenizer.encode("abc") == [1, 1000 + ord("c")]
    assert tokenizer.decode_with_timestamps([1, 1000 + ord("c")]) == "abc"


def test_decode_leaves_out_timestamps_and_names_other_special_tokens(tokenizer: Tokenizer) -> None:
    tokens = [293, 399, *tokenizer.encode(" you"), 450, 292]
    assert tokenizer.decode(tokens) == "<|startoftranscript|> you<|endoftext|>"
    assert tokenizer.decode_with_timestamps(tokens) == "<|startoftranscript|><|0.00|> you<|1.02|><|endoftext|>"


def test_ids_beyond_the_vocabulary_are_silent(tokenizer: Tokenizer) -> None:
    assert tokenizer.decode_with_timestamps([5000, ord("a")]) == "a"
    assert tokenizer.decode_with_timestamps([-1, ord("a")]) == "a"


def test_a_broken_character_is_one_replacement_character(tokenizer: Tokenizer) -> None:
    assert tokenizer.decode([0xE2, 0x82, ord("a")]) == "\ufffda"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", [" the", " thing", ",", " you"]), ("ja", [" the", " th", "ing", ",", " you"])],
)
def test_words_begin_at_spaces_where_there_are_any(tokenizer: Tokenizer, language: str, words: list[str]) -> None:
    assert tokenizer.split_to_words(tokenizer.encode(" the thing, you"), language)[0] == words


def test_words_are_never_cut_through_a_character(tokenizer: Tokenizer) -> None:
    words, tokens = tokenizer.split_to_words(tokenizer.encode("日本"), "ja")
    assert words == ["日", "本"]
    assert tokens == [[0xE6, 0x97, 0xA5], [0xE6, 0x9C, 0xAC]]


def test_a_character_broken_by_the_model_costs_no_other_token(tokenizer: Tokenizer) -> None:
    """The reference stops with an IndexError at the first of these and loses the tokens of the second."""
    assert tokenizer.split_to_words([0xE2, 0x82], "ja") == (["\ufffd"], [[0xE2, 0x82]])
    words, tokens = tokenizer.split_to_words([0xE2, 0x82, ord("a"), ord("b")], "ja")
    assert (words, tokens) == (["\ufffd", "a", "b"], [[0xE2, 0x82], [ord("a")], [ord("b")]])


def test_special_tokens_are_words_of_their_own(tokenizer: Tokenizer) -> None:
    words, _ = tokenizer.split_to_words([399, *tokenizer.encode(" the"), 292], "en")
    assert words == ["<|0.00|>", " the", "<|endoftext|>"]


@pytest.mark.parametrize(
    "text", ["Grüße, Jürgen!", "你好世界", "สวัสดีครับ", "שלום עולם", "👩‍👩‍👧 🇺🇦", "e\u0301 \u200b\n\t  x"]
)
def test_any_text_survives_its_tokens_and_its_words(published: Tokenizer, text: str) -> None:
    tokens = published.encode(text)
    assert published.decode(tokens) == text
    for language in ("en", "zh"):
        words, word_tokens = published.split_to_words(tokens, language)
        assert "".join(words) == text
        assert [token for word in word_tokens for token in word] == tokens


def test_brackets_and_notes_are_no_speech_but_commas_are(published: Tokenizer) -> None:
    suppressed = published.non_speech_tokens
    assert {published.encode(text)[0] for text in (" [", "(", "♪♪♪", " -")} <= set(suppressed)
    assert not {published.encode(text)[0] for text in (",", ".", "?", "'", "-")} & set(suppressed)


def test_an_id_of_two_tokens_is_damage() -> None:
    with pytest.raises(EngineError, match="one id to two tokens"):
        Tokenizer({bytes([b]): 0 for b in range(256)}, {})


def test_a_vocabulary_without_all_bytes_is_refused() -> None:
    with pytest.raises(EngineError, match="256 bytes"):
        Tokenizer({b"a": 0}, {"<|endoftext|>": 1})


def test_a_vocabulary_without_whispers_tokens_is_refused() -> None:
    with pytest.raises(EngineError, match="startoftranscript") as caught:
        _ = Tokenizer({bytes([b]): b for b in range(256)}, {"<|endoftext|>": 256}).sot
    assert caught.value.kind == "model"
