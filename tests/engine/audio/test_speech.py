"""Where somebody speaks: the detector is silero-vad's own, and its doubts become spans as literal cases say."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.audio import speech
from engine.audio.decode import decode
from engine.audio.pcm import Pcm, cut_out
from engine.audio.probe import probe
from engine.audio.spans import Span, read_spans, write_spans
from engine.audio.speech import SpeechAhead, find_speech, follow_speech, known_speech, spans_of
from engine.audio.voice import Detector, find_weights, load_detector
from engine.errors import Cancelled
from engine.paths import resources
from engine.progress import Cancel
from engine.subtitles.formats import read
from tests.support.work import finish

SAMPLE = resources() / "sample" / "interview.mp4"
NAMES = {  # of the tensors in silero-vad's program, by those in its file of weights
    "stft_conv.weight": "stft.forward_basis_buffer",
    "lstm_cell.weight_ih": "decoder.rnn.weight_ih",
    "lstm_cell.weight_hh": "decoder.rnn.weight_hh",
    "lstm_cell.bias_ih": "decoder.rnn.bias_ih",
    "lstm_cell.bias_hh": "decoder.rnn.bias_hh",
    "final_conv.weight": "decoder.decoder.2.weight",
    "final_conv.bias": "decoder.decoder.2.bias",
    **{f"conv{n + 1}.{part}": f"encoder.{n}.reparam_conv.{part}" for n in range(4) for part in ("weight", "bias")},
}


@pytest.fixture(scope="module")
def sample(ffmpeg: Path, tmp_path_factory: pytest.TempPathFactory) -> Pcm:
    _, decoded = finish(decode(probe(SAMPLE, ffmpeg), ffmpeg, tmp_path_factory.mktemp("sound"), cancel=Cancel()))
    return decoded.pcms[0]


@pytest.fixture
def one_thread() -> Iterator[None]:
    """silero-vad changes how many threads its process computes on."""
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


def spoken(spans: tuple[Span, ...], duration: int) -> NDArray[np.bool_]:
    moments = np.zeros(duration // 10 + 1, bool)
    for span in spans:
        moments[span.start // 10 : span.end // 10] = True
    return moments


@pytest.mark.usefixtures("one_thread")
def test_the_network_is_silero_vads(sample: Pcm) -> None:
    silero_vad = pytest.importorskip("silero_vad", reason="silero-vad is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch.jit's end is announced
        theirs = silero_vad.load_silero_vad()
        samples = torch.from_numpy(sample.read(0, sample.samples))
        expected = theirs.audio_forward(samples[None], 16_000)[0].numpy()
    state = theirs.state_dict()
    ours = Detector({name: state[f"_model.{theirs_name}"].numpy() for name, theirs_name in NAMES.items()})
    assert np.abs(np.concatenate(list(ours.probabilities(sample, Cancel()))) - expected).max() < 1e-4


def test_speech_of_the_sample_is_where_its_true_subtitles_are(sample: Pcm) -> None:
    events, spans = finish(find_speech(sample, Cancel()))
    found = spoken(spans, sample.duration)
    cues = read(SAMPLE.with_suffix(".vtt")).document.cues
    true = spoken(tuple(Span(cue.start, cue.end) for cue in cues), sample.duration)
    assert (found & true).sum() / true.sum() > 0.95
    assert (found & true).sum() / found.sum() > 0.9
    assert (events[0].done, events[-1].done) == (0, sample.duration)


def test_speech_is_followed_to_the_same_spans(sample: Pcm) -> None:
    _, spans = finish(find_speech(sample, Cancel()))
    assert tuple(follow_speech(sample, 0, sample.duration, Cancel())) == spans
    assert tuple(follow_speech(cut_out(sample, 0, None), 0, sample.duration + 9, Cancel())) == spans


@pytest.mark.parametrize("start", [0, 7_777, 10_003, 20_000, 33_210])
def test_speech_of_a_stretch_is_that_of_the_whole(sample: Pcm, start: int) -> None:
    """So a transcription that goes on hears the windows that it would have heard."""
    _, spans = finish(find_speech(sample, Cancel()))
    inside = [(max(s.start, start), s.end) for s in spans if s.end > start]
    found = list(follow_speech(sample, start, sample.duration, Cancel()))
    assert [(span.start, span.end) for span in found] == inside
    moved = list(follow_speech(cut_out(sample, start, None), 0, sample.duration - start, Cancel()))
    assert [(span.start + start, span.end + start) for span in moved] == inside


def test_speech_ends_with_its_stretch(sample: Pcm) -> None:
    found = list(follow_speech(sample, 10_000, 20_000, Cancel()))
    assert found
    assert all(10_000 <= span.start < span.end <= 20_000 for span in found)


def ahead_of(sample: Pcm, *written: int) -> SpeechAhead:
    """Listen to the sound while these ms of it are there, one after the other."""
    ahead = SpeechAhead(Cancel())
    for ms in written:
        ahead.listen(Pcm(sample.path, ms * 16))
    return ahead


@pytest.mark.parametrize("written", [(), (3_000,), (9_000,), (7_777, 15_555, 40_001), tuple(range(0, 45_000, 650))])
def test_speech_that_is_found_while_the_sound_is_written_is_that_of_the_whole(
    sample: Pcm, written: tuple[int, ...]
) -> None:
    _, spans = finish(find_speech(sample, Cancel()))
    ahead = ahead_of(sample, *written)
    for _ in range(2):  # every clip asks again
        assert tuple(ahead.follow(sample, 0, sample.duration)) == spans
    assert tuple(ahead.follow(sample, 10_000, 20_000)) == tuple(known_speech(spans, 0, 10_000, 20_000))


def test_what_was_heard_while_the_sound_was_written_is_not_heard_again(tmp_path: Path, sample: Pcm) -> None:
    ahead = ahead_of(sample, 20_000)
    (tmp_path / "silent.pcm").write_bytes(bytes(2 * sample.samples))
    found = list(ahead.follow(Pcm(tmp_path / "silent.pcm", sample.samples), 0, sample.duration))
    assert found[0].start < 10_000
    assert found[-1].end < 21_000


def test_without_silero_vad_speech_is_found_when_the_sound_is_whole(
    sample: Pcm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "find_weights", lambda: None)
    _, spans = finish(find_speech(sample, Cancel()))
    assert tuple(ahead_of(sample, 9_000, 30_000).follow(sample, 0, sample.duration)) == spans


@pytest.mark.parametrize("first", [0, 10_003, 33_210])
def test_known_speech_of_a_stretch_is_what_would_be_found_in_it(sample: Pcm, first: int) -> None:
    _, spans = finish(find_speech(sample, Cancel()))
    stretch = cut_out(sample, first, None)
    assert list(known_speech(spans, first, 0, stretch.duration)) == list(
        follow_speech(stretch, 0, stretch.duration, Cancel())
    )


def test_spans_come_before_the_rest_of_the_sound_is_listened_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "find_weights", lambda: None)  # loudness is listened to by the minute
    samples = np.random.default_rng(0).normal(0, 30, 240_000 * 16)
    for second in (2, 70, 190):
        samples[second * 16_000 : (second + 2) * 16_000] *= 50
    (tmp_path / "sound.pcm").write_bytes(samples.astype("<i2").tobytes())
    cancel = Cancel()
    spans = follow_speech(Pcm(tmp_path / "sound.pcm", len(samples)), 0, 240_000, cancel)
    assert next(spans) == Span(1_954, 4_030)
    cancel.ask()
    with pytest.raises(Cancelled):
        next(spans)


@pytest.mark.parametrize(("size", "seed"), [(1, 0), (2, 1), (7, 2), (1_000, 3)])
def test_however_doubts_arrive_the_spans_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    likely = np.repeat(draw.choice([0.0, 0.2, 0.4, 0.6, 0.9], 200), draw.integers(1, 12, 200)).astype(np.float32)
    pieces = [likely[at : at + size] for at in range(0, len(likely), size)]
    monkeypatch.setattr(speech, "find_weights", lambda: None)
    monkeypatch.setattr(speech, "_loud", lambda *_: iter(pieces))
    pcm = Pcm(tmp_path / "none", len(likely) * 32 * 16)
    assert tuple(follow_speech(pcm, 0, pcm.duration, Cancel())) == spans_of(likely, len(likely) * 32)


def test_without_silero_vad_what_is_louder_than_its_minute_is_speech(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "find_weights", lambda: None)
    samples = np.random.default_rng(0).normal(0, 30, 10_000 * 16)
    samples[2_000 * 16 : 4_000 * 16] *= 50
    path = tmp_path / "sound.pcm"
    path.write_bytes(samples.astype("<i2").tobytes())
    assert finish(find_speech(Pcm(path, len(samples)), Cancel()))[1] == (Span(1_954, 4_030),)


def test_weights_of_another_network_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "damaged.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0{}")
    assert load_detector(tmp_path / "damaged.safetensors") is None
    assert load_detector(resources() / "models" / "sotto-mini" / "model.safetensors") is None
    assert load_detector(tmp_path / "missing.safetensors") is None


def test_silence_has_no_speech_and_no_sound_neither(tmp_path: Path) -> None:
    (tmp_path / "silence.pcm").write_bytes(bytes(16_000 * 4))
    assert finish(find_speech(Pcm(tmp_path / "silence.pcm", 32_000), Cancel()))[1] == ()
    (tmp_path / "none.pcm").touch()
    assert finish(find_speech(Pcm(tmp_path / "none.pcm", 0), Cancel()))[1] == ()


def test_a_cancel_ends_the_search(sample: Pcm) -> None:
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        finish(find_speech(sample, cancel))
    with pytest.raises(Cancelled):
        SpeechAhead(cancel).listen(sample)


@pytest.mark.parametrize(
    ("likely", "expected"),
    [
        ([0.0] * 20, []),
        ([0.4] * 20, []),  # never sure
        ([0.0] * 10 + [0.9] * 10 + [0.0] * 10, [(290, 670)]),
        ([0.0] * 10 + [0.9] * 7 + [0.0] * 10, []),  # 224 ms
        ([0.4] * 10 + [0.9] * 10 + [0.4] * 10 + [0.1], [(290, 990)]),  # begins when sure, ends when unsure
        ([0.9] * 10 + [0.0] * 3 + [0.9] * 10, [(0, 736)]),  # a break of 96 ms
        ([0.9] * 10 + [0.0] * 4 + [0.9] * 10, [(0, 350), (418, 768)]),
    ],
)
def test_spans_begin_when_sure_and_end_when_unsure(likely: list[float], expected: list[tuple[int, int]]) -> None:
    spans = spans_of(np.array(likely, np.float32), len(likely) * 32)
    assert [(span.start, span.end) for span in spans] == expected


def test_spans_come_back_from_their_private_file(tmp_path: Path) -> None:
    file = tmp_path / "speech.json"
    write_spans((Span(0, 500), Span(700, 900)), file)
    assert file.read_text() == "[[0, 500], [700, 900]]"
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_spans(file) == (Span(0, 500), Span(700, 900))


@pytest.mark.parametrize("content", ["", "{", "null", "[1]", "[[1, null]]", '[["a", 2]]', "[[1, 2, 3]]"])
def test_another_file_holds_no_spans(tmp_path: Path, content: str) -> None:
    (tmp_path / "speech.json").write_text(content)
    with pytest.raises(ValueError, match=r".*"):
        read_spans(tmp_path / "speech.json")


def test_the_weights_come_with_the_package() -> None:
    pytest.importorskip("silero_vad", reason="silero-vad is not installed")
    weights = find_weights()
    assert weights is not None
    assert load_detector(weights) is not None
