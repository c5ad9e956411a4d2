"""Windows to tokens: the multitask format of figure 1, letter by letter."""

from pathlib import Path

import pytest

from engine.training.examples import IGNORED, Example, Line, Span, cut_windows, lesson, spelled
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face

HI = Line(500, 1500, "hi", "ho", (Span(500, 1500, "hi"),))
YO = Line(2000, 2480, "yo", "lo")


@pytest.fixture(scope="module")
def tokenizer(byte_model: Path) -> Tokenizer:
    return read_hugging_face(byte_model)


def written(tokenizer: Tokenizer, tokens: tuple[int, ...]) -> str:
    return "".join("_" if token == IGNORED else tokenizer.decode_with_timestamps([token]) for token in tokens)


def test_a_window_is_language_task_and_timed_text(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "en", (HI, YO)), tokenizer, task="transcribe", timestamps=True, prompt=False, context=448
    )
    assert written(tokenizer, told.tokens) == (
        "<|startoftranscript|><|en|><|transcribe|><|0.50|> hi<|1.50|><|2.00|> yo<|2.48|>"
    )
    assert written(tokenizer, told.targets) == (
        "<|en|><|transcribe|><|0.50|> hi<|1.50|><|2.00|> yo<|2.48|><|endoftext|>"
    )
    spans = {span for span in told.spans if span}
    assert spans == {(500, 1000), (1000, 1500)}  # of its two tokens
    assert len(told.tokens) == len(told.targets) == len(told.spans)


def test_a_word_is_heard_where_it_is_predicted(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "en", (HI,)), tokenizer, task="transcribe", timestamps=True, prompt=False, context=448
    )
    predicted = [token for token, span in zip(told.targets, told.spans, strict=True) if span]
    assert predicted == tokenizer.encode(" hi")


def test_without_timestamps_the_token_says_so(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "en", (HI, YO)), tokenizer, task="transcribe", timestamps=False, prompt=False, context=448
    )
    assert written(tokenizer, told.tokens) == "<|startoftranscript|><|en|><|transcribe|><|notimestamps|> hi yo"


def test_translation_has_the_translated_text_and_no_words(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "no", (HI,)), tokenizer, task="translate", timestamps=True, prompt=False, context=448
    )
    assert written(tokenizer, told.tokens) == "<|startoftranscript|><|no|><|translate|><|0.50|> ho<|1.50|>"
    assert set(told.spans) == {None}


def test_words_of_a_translation_listen_to_what_they_stand_for(tokenizer: Tokenizer) -> None:
    line = Line(5500, 6500, "hi yo", "yo hi", translated=(Span(6000, 6500, "yo"), Span(5500, 6000, "hi")))
    told = lesson(
        Example(5000, 35_000, "no", (line,)), tokenizer, task="translate", timestamps=False, prompt=False, context=448
    )
    assert written(tokenizer, told.targets).endswith("<|notimestamps|> yo hi<|endoftext|>")
    assert [span for span in told.spans if span] == [(1000, 1500)] * 2 + [(500, 1000)] * 2


def test_nobody_speaking_is_one_token(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, None, ()), tokenizer, task="transcribe", timestamps=True, prompt=False, context=448
    )
    assert written(tokenizer, told.tokens) == "<|startoftranscript|><|nocaptions|>"
    assert written(tokenizer, told.targets) == "<|nocaptions|><|endoftext|>"


def test_a_line_that_goes_on_after_the_window_gives_only_its_start(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "en", (HI,), cut=29_000), tokenizer, task="transcribe", timestamps=True, prompt=False,
        context=448,
    )  # fmt: skip
    assert written(tokenizer, told.targets).endswith(" hi<|1.50|><|29.00|><|endoftext|>")


def test_the_text_before_is_read_but_not_learned(tokenizer: Tokenizer) -> None:
    told = lesson(
        Example(0, 30_000, "en", (YO,), previous=(HI,)), tokenizer, task="transcribe", timestamps=True, prompt=True,
        context=448,
    )  # fmt: skip
    assert written(tokenizer, told.tokens) == (
        "<|startofprev|><|0.00|> hi<|1.00|><|startoftranscript|><|en|><|transcribe|><|2.00|> yo<|2.48|>"
    )
    ignored = 3 + len(tokenizer.encode(" hi"))
    assert told.targets[:ignored] == (IGNORED,) * ignored
    assert written(tokenizer, told.targets[ignored:]).startswith("<|en|><|transcribe|>")


def test_prompt_and_text_share_the_context(tokenizer: Tokenizer) -> None:
    long = Line(0, 29_000, "word " * 300)
    told = lesson(
        Example(0, 30_000, "en", (long,), previous=(long,)), tokenizer, task="transcribe", timestamps=True,
        prompt=True, context=64,
    )  # fmt: skip
    assert len(told.tokens) == 64
    assert told.tokens.index(tokenizer.sot) == 32


def test_windows_follow_each_other_as_decoding_slides() -> None:
    said = (Line(1000, 4000, "a"), Line(5000, 9000, "b"), Line(9500, 12_000, "c"), Line(25_000, 26_000, "d"))
    first, second, third = cut_windows(said, "en", 0, 28_000, 10_000)
    assert first == Example(0, 10_000, "en", said[:2], 9500, ())
    assert second == Example(9000, 19_000, "en", said[2:3], None, said[:2])
    assert third == Example(19_000, 29_000, "en", said[3:], None, said[2:3])


def test_a_window_in_which_nobody_speaks_has_no_language() -> None:
    windows = cut_windows((Line(12_000, 13_000, "a"),), "en", 0, 20_000, 10_000)
    assert [window.language for window in windows] == [None, "en"]


def test_a_line_longer_than_a_window_is_passed_over() -> None:
    windows = cut_windows((Line(0, 15_000, "long"), Line(16_000, 17_000, "b")), "en", 0, 20_000, 10_000)
    assert [[line.text for line in window.lines] for window in windows] == [[], ["b"]]
    assert windows[1].start == 15_000


def test_a_words_time_is_shared_by_the_letters_of_its_tokens(tokenizer: Tokenizer) -> None:
    parts = spelled(Span(1000, 1500, "word,"), tokenizer)
    assert [token for token, _, _ in parts] == tokenizer.encode(" word,")
    assert (parts[0][1], parts[-1][2]) == (1000, 1500)
    assert [end for _, _, end in parts[:-1]] == [start for _, start, _ in parts[1:]]
    comma = parts[-1]
    assert comma[1] == comma[2]  # nobody speaks it
