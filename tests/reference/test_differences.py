"""Where we differ from openai-whisper on purpose; CONTRIBUTING.md gives the reasons."""

import pytest
import whisper.timing
import whisper.tokenizer

from engine.whisper.decoding import encode
from engine.whisper.mel import LogMel
from engine.whisper.options import Options
from engine.whisper.segments import Window
from engine.whisper.timing import align
from tests.reference.oracle import Stuck, TokensLost, all_words, folder_of, oracle, our_transcription, ours
from tests.reference.sounds import music, noise
from tests.support.checkpoints import token_ids
from tests.support.sounds import Sound

pytestmark = pytest.mark.reference

ALWAYS = {"temperature": (0.0,), "no_speech_threshold": None, "language": "en"}


def test_segments_without_text_are_not_yielded() -> None:
    settings = ALWAYS | {"sample_len": 20, "word_timestamps": True}
    theirs = oracle("multilingual").transcribe(Sound(noise(60)), **settings).segments
    segments = our_transcription(ours("multilingual"), Sound(noise(60)), **settings).segments
    assert any(not segment["text"] for segment in theirs)
    assert [s.text for s in segments] == [segment["text"] for segment in theirs if segment["text"]]


def test_clips_are_clamped_to_the_sound_where_the_reference_goes_on_for_ever() -> None:
    settings = ALWAYS | {"sample_len": 12, "clip_timestamps": "1,9999"}
    with pytest.raises(Stuck):
        oracle("multilingual").transcribe(Sound(music(6)), **settings)
    segments = our_transcription(ours("multilingual"), Sound(music(6)), **settings).segments
    within = our_transcription(ours("multilingual"), Sound(music(6)), **settings | {"clip_timestamps": "1,6"}).segments
    assert segments == within


def test_empty_text_has_a_score_where_the_reference_divides_by_its_length() -> None:
    settings = ALWAYS | {"without_timestamps": True, "suppress_tokens": "", "suppress_blank": False}
    with pytest.raises(ZeroDivisionError):
        oracle("multilingual/1").transcribe(Sound(music(9)), **settings)
    assert our_transcription(ours("multilingual/1"), Sound(music(9)), **settings).segments == []


def test_words_of_one_frame_have_times_where_the_references_are_negative() -> None:
    settings = ALWAYS | {"sample_len": 12, "word_timestamps": True, "clip_timestamps": "4,4.02"}
    sound = Sound(music(6))
    theirs = oracle("multilingual").transcribe(sound, **settings).segments
    words = [word for s in our_transcription(ours("multilingual"), sound, **settings).segments for word in s.words]
    assert any(word["start"] < 4 for segment in theirs for word in segment["words"]) or not theirs[0]["words"]
    assert all(word.start is not None and word.start >= 4000 for word in words)


def test_words_of_broken_characters_are_timed_where_the_reference_loses_them() -> None:
    model, theirs = ours("turbo"), oracle("turbo").model
    tokenizer = whisper.tokenizer.get_tokenizer(multilingual=True, num_languages=100, language="ja", task="transcribe")
    broken = [token_ids("multilingual")["버버".encode()[1:4]]] * 3  # the end of a character, and the next one's start
    mel = LogMel(Sound(music(9)), 128).window(0, 900)
    with all_words(), pytest.raises(TokensLost):
        whisper.timing.find_alignment(theirs, tokenizer, broken, mel, 900)
    words = align(model, encode(model, mel), Window(0, 900), broken, Options(), "ja")
    assert "".join(word.text for word in words) == model.tokenizer.decode(broken)
    assert [token for word in words for token in word.tokens] == broken


def test_special_tokens_that_show_carry_the_names_of_the_checkpoint() -> None:
    token = ours("multilingual", "folder").tokenizer.no_speech
    assert ours("multilingual", "pt").tokenizer.decode([token]) == "<|nospeech|>"
    assert ours("multilingual", "folder").tokenizer.decode([token]) == "<|nocaptions|>"
    assert "<|nocaptions|>" in (folder_of("multilingual") / "tokenizer.json").read_text(encoding="utf-8")
