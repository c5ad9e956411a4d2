"""The engine against numbers that openai-whisper wrote (`make golden`); tests/reference compares more."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from engine.progress import Cancel
from engine.transcript import Segment
from engine.whisper.checkpoint import Model, load
from engine.whisper.decoding import Question, decode, encode
from engine.whisper.mel import LogMel
from engine.whisper.options import Options
from engine.whisper.timing import median_filter, warp
from engine.whisper.transcribe import transcribe
from tests.support.golden import FOLDER, cost, golden, probe_positions, probe_tokens
from tests.support.sounds import warble

torch.set_num_threads(1)
FLOAT = 1e-3
WORD_TIME = 20  # ms


@pytest.fixture(scope="module")
def byte(byte_model: Path) -> Model:
    return load(byte_model, device="cpu", dtype=torch.float32)


@pytest.fixture(scope="module")
def multilingual(multilingual_model: Path) -> Model:
    return load(multilingual_model, device="cpu", dtype=torch.float32)


def test_files_name_their_oracle_and_stay_small() -> None:
    files = list(FOLDER.glob("*.json"))
    assert files
    assert all(file.read_text(encoding="utf-8").startswith('{"oracle":"openai-whisper 2') for file in files)
    assert sum(file.stat().st_size for file in files) < 200_000


@pytest.mark.parametrize("mels", [80, 128])
def test_spectrogram(mels: int) -> None:
    assert_numbers(LogMel(warble(20), mels).window(0, 2000)[:, :2000], golden("spectrogram")[str(mels)], 1e-4)


@torch.inference_mode()
def test_features_and_logits(byte: Model) -> None:
    expected = golden("network")
    features = byte.network.encoder(LogMel(warble(20), 80).window(0, 2000)[None])
    assert_numbers(features, expected["features"], FLOAT)
    decoder = byte.network.decoder
    logits = decoder.logits(decoder(probe_tokens(byte.network.dims.n_vocab), decoder.listen(features)))
    assert_numbers(logits, expected["logits"], 2e-3)


def assert_numbers(ours: Tensor, golden: Mapping[str, Any], tolerance: float) -> None:
    flat = ours.flatten().double()
    assert list(ours.shape) == golden["shape"]
    assert float(flat.mean()) == pytest.approx(golden["mean"], abs=tolerance)
    assert float(flat.std(correction=0)) == pytest.approx(golden["deviation"], abs=tolerance)
    assert flat[probe_positions(len(flat))].tolist() == pytest.approx(golden["picked"], abs=tolerance)


@pytest.mark.parametrize(("number", "shape"), [*enumerate([(1, 5), (4, 4), (12, 60), (30, 11)])])
def test_cheapest_path(number: int, shape: tuple[int, int]) -> None:
    tokens, frames = warp(cost(*shape))
    assert [tokens.tolist(), frames.tolist()] == golden("alignment")["paths"][number]


def test_median_filter() -> None:
    expected = golden("alignment")
    for frames, smoothed in zip((3, 4), expected["short"], strict=True):
        assert median_filter(torch.from_numpy(cost(3, frames))[None], 7).tolist() == smoothed
    ours = median_filter(torch.from_numpy(cost(3, 20))[None], 7)
    assert ours.flatten().tolist() == pytest.approx(torch.tensor(expected["smoothed"]).flatten().tolist(), abs=1e-5)


@pytest.mark.parametrize("number", range(7))
def test_single_window(byte: Model, number: int) -> None:
    expected = golden("windows")[number]
    settings = {"language": "en", "sample_len": 60} | expected["settings"]
    features = encode(byte, LogMel(warble(20), 80).window(0, 2000))
    result = decode(byte, features, Question(settings.pop("language")), Options(**settings), 0.0, Cancel())
    assert list(result.tokens) == expected["tokens"]
    assert result.text == expected["text"]
    for name in ("avg_logprob", "no_speech_prob", "compression_ratio"):
        assert getattr(result, name) == pytest.approx(expected[name], abs=FLOAT), name


@pytest.mark.parametrize("number", range(13))
def test_transcript(byte: Model, number: int) -> None:
    assert_transcript(byte, golden("transcripts")[number])


@pytest.mark.parametrize("number", range(7))
def test_transcript_in_the_published_vocabulary(multilingual: Model, number: int) -> None:
    assert_transcript(multilingual, golden("transcripts_multilingual")[number])


def assert_transcript(model: Model, expected: Mapping[str, Any]) -> None:
    lists = {n: tuple(v) if isinstance(v, list) else v for n, v in expected["settings"].items()}
    torch.manual_seed(3)
    events = transcribe(model, warble(expected["seconds"], 1), Options(**lists))
    segments = [event for event in events if isinstance(event, Segment)]
    assert [list(segment.tokens) for segment in segments] == [segment["tokens"] for segment in expected["segments"]]
    for segment, wanted in zip(segments, expected["segments"], strict=True):
        assert segment.language == expected["language"]
        assert (segment.text, segment.seek) == (wanted["text"], wanted["seek"])
        assert (segment.start, segment.end) == pytest.approx((wanted["start"], wanted["end"]), abs=WORD_TIME)
        for name in ("temperature", "avg_logprob", "compression_ratio", "no_speech_prob"):
            assert getattr(segment, name) == pytest.approx(wanted[name], abs=FLOAT), name
        if lists.get("word_timestamps"):
            assert_words(segment, wanted["words"])


def assert_words(segment: Segment, expected: list[tuple[str, int, int, float]]) -> None:
    assert [word.text for word in segment.words] == [text for text, *_ in expected]
    for word, (_, start, end, probability) in zip(segment.words, expected, strict=True):
        assert (word.start, word.end) == pytest.approx((start, end), abs=WORD_TIME)
        assert word.probability == pytest.approx(probability, abs=FLOAT)
