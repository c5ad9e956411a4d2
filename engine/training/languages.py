"""Is a recording in the language that its pair tells? The model that shall learn is asked before it learns."""

from collections.abc import Sequence

import numpy as np
import torch

from engine.training.augment import clean_features
from engine.training.clips import speaking
from engine.training.examples import WINDOW_MS
from engine.training.features import AROUND, BEFORE
from engine.training.recordings import Recording
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import detect_language, encode

_ASKED = 3  # windows of a recording
_SURE = 0.9


def mistaken(model: Model, recordings: Sequence[Recording]) -> dict[str, str]:
    """Return the recordings that the model is sure are in another language, by name, with the code of that one.

    A model without languages, or that doesn't know the one that is told, is never sure.
    """
    if not model.tokenizer.multilingual:
        return {}
    heard: dict[str, list[str | None]] = {}
    for recording in recordings:
        answers = heard.setdefault(recording.name, [])
        if recording.language in model.tokenizer.languages and recording.lines and len(answers) < _ASKED:
            answers.append(_other(model, recording))
    return {name: answers[0] for name, answers in heard.items() if answers and answers[0] and len(set(answers)) == 1}


@torch.inference_mode()
def _other(model: Model, recording: Recording) -> str | None:
    """Return the language of a window if the model is sure that it isn't the one that is told."""
    rng = np.random.default_rng(0)
    clip = speaking(recording, len(recording.lines) // 2, WINDOW_MS, 0.0, rng, respeak=False)
    if clip is None:
        return None
    sound = torch.from_numpy(clip.sound(BEFORE, AROUND))[None]
    mel = clean_features(sound, torch.tensor([clip.length // 10]), model.network.dims.n_mels)
    told = detect_language(model, encode(model, mel[0]))
    return told.code if told.code != recording.language and told.probability >= _SURE else None
