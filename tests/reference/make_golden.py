"""Writes tests/data/golden: numbers of openai-whisper for plain tests to compare with. Run by `make golden`.

Most of it comes from the recipe "byte", whose vocabulary needs no file from elsewhere.
"""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
import whisper
from torch import Tensor
from whisper.audio import log_mel_spectrogram
from whisper.timing import dtw_cpu, median_filter

from tests.reference.oracle import Oracle
from tests.support.checkpoints import RECIPES
from tests.support.golden import FOLDER, cost, probe_positions, probe_tokens
from tests.support.sounds import warble

_SECONDS = 48.0
_ONE_WINDOW: tuple[dict[str, Any], ...] = (
    {},
    {"beam_size": 1},
    {"beam_size": 2, "length_penalty": 0.6},
    {"beam_size": 5, "patience": 2.0},
    {"without_timestamps": True, "beam_size": 2},
    {"suppress_tokens": "33,35", "max_initial_timestamp": None, "language": "de"},
    {"task": "translate", "language": "fr", "prefix": "and the"},
)
_NEVER_FAILS: dict[str, Any] = {"temperature": [0.0], "no_speech_threshold": None}
_LONG: tuple[dict[str, Any], ...] = (
    {"sample_len": 30},
    {"temperature": [0.0], "sample_len": 24},
    _NEVER_FAILS | {"sample_len": 40},
    _NEVER_FAILS | {"sample_len": 24, "word_timestamps": True},
    _NEVER_FAILS | {"sample_len": 24, "word_timestamps": True, "language": "ja"},
    _NEVER_FAILS | {"sample_len": 30, "word_timestamps": True, "hallucination_silence_threshold": 1.0},
    _NEVER_FAILS | {"sample_len": 20, "word_timestamps": True, "prepend_punctuations": "", "append_punctuations": ""},
    _NEVER_FAILS | {"sample_len": 30, "initial_prompt": "The other one", "carry_initial_prompt": True},
    _NEVER_FAILS | {"sample_len": 30, "condition_on_previous_text": False, "beam_size": 2},
    _NEVER_FAILS | {"sample_len": 30, "clip_timestamps": [2.0, 11.5, 10.0, 45.0], "max_initial_timestamp": 0.1},
    _NEVER_FAILS | {"sample_len": 16, "without_timestamps": True, "prefix": "so", "language": "de"},
    _NEVER_FAILS | {"sample_len": 30, "task": "translate", "suppress_tokens": "-1,40,41", "language": "es"},
    {"sample_len": 24, "no_speech_threshold": 0.3, "logprob_threshold": None, "temperature": [0.0]},
)


def main() -> None:
    torch.set_num_threads(1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    byte, multilingual = Oracle(RECIPES["byte"]), Oracle(RECIPES["multilingual"])
    _write("spectrogram", {str(mels): _numbers(_mel(mels)) for mels in (80, 128)})
    _write("network", _network(byte))
    _write("alignment", _alignment())
    _write("windows", [_window(byte, settings) for settings in _ONE_WINDOW])
    _write("transcripts", [_transcript(byte, settings) for settings in _LONG])
    _write("transcripts_multilingual", [_transcript(multilingual, settings) for settings in _LONG[2:9]])


def _write(name: str, content: Any) -> None:
    made = {"oracle": f"openai-whisper {version('openai-whisper')}", name: content}
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(made, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.relative_to(Path.cwd())}: {path.stat().st_size} bytes")


def _mel(mels: int) -> Tensor:
    return log_mel_spectrogram(warble(20).samples, mels, padding=480_000)[:, :2000]


def _numbers(x: Tensor) -> dict[str, Any]:
    """Sum up a tensor, and pick single numbers of it."""
    flat = x.flatten().double()
    picked = flat[probe_positions(len(flat))]
    return {
        "shape": list(x.shape),
        "mean": float(flat.mean()),
        "deviation": float(flat.std(correction=0)),
        "picked": [round(float(number), 6) for number in picked],
    }


@torch.no_grad()
def _network(oracle: Oracle) -> dict[str, Any]:
    mel = whisper.pad_or_trim(_mel(80), 3000)
    features = oracle.model.encoder(mel[None])
    logits = oracle.model.decoder(probe_tokens(oracle.recipe.dims.n_vocab), features)
    return {"features": _numbers(features), "logits": _numbers(logits)}


def _alignment() -> dict[str, Any]:
    paths = [dtw_cpu(cost(tokens, frames)).tolist() for tokens, frames in ((1, 5), (4, 4), (12, 60), (30, 11))]
    smoothed = [median_filter(torch.from_numpy(cost(3, frames))[None], 7).tolist() for frames in (3, 4, 20)]
    return {"paths": paths, "smoothed": np.array(smoothed[-1]).round(6).tolist(), "short": smoothed[:2]}


def _window(oracle: Oracle, settings: dict[str, Any]) -> dict[str, Any]:
    mel = whisper.pad_or_trim(_mel(80), 3000)
    result = oracle.decode(mel, **{"language": "en", "sample_len": 60} | settings)
    return {
        "settings": settings,
        "tokens": result.tokens,
        "text": result.text,
        "avg_logprob": result.avg_logprob,
        "no_speech_prob": result.no_speech_prob,
        "compression_ratio": result.compression_ratio,
    }


def _transcript(oracle: Oracle, settings: dict[str, Any]) -> dict[str, Any]:
    heard = oracle.transcribe(warble(_SECONDS, 1), seed=3, fp16=False, **_as_reference(settings))
    segments = [_segment(segment) for segment in heard.segments if segment["text"]]
    return {"seconds": _SECONDS, "settings": settings, "language": heard.language, "segments": segments}


def _as_reference(settings: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if name == "temperature" else value for name, value in settings.items()}


def _segment(segment: dict[str, Any]) -> dict[str, Any]:
    """Times in milliseconds, as ours."""
    kept = {name: segment[name] for name in ("text", "tokens", "temperature")}
    figures = {n: round(float(segment[n]), 6) for n in ("avg_logprob", "compression_ratio", "no_speech_prob")}
    times = {"start": _ms(segment["start"]), "end": _ms(segment["end"]), "seek": segment["seek"] * 10}
    words = [
        [word["word"], _ms(word["start"]), _ms(word["end"]), round(float(word["probability"]), 5)]
        for word in segment.get("words", ())
    ]
    return kept | figures | times | {"words": words}


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


if __name__ == "__main__":
    main()
