"""What a network writes for windows that it wasn't trained on, without a teacher: the only honest curve."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.abilities import Task
from engine.progress import Cancel
from engine.training.augment import clean_features
from engine.training.clips import Clip, pauses, silent, speaking
from engine.training.features import AROUND, BEFORE
from engine.training.forward import encode
from engine.training.recordings import Recording
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import Question, decode, detect_language
from engine.whisper.options import Options

_TRIES = 50
_QUIET_MS = 3000


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written for a clip, and what should have been."""

    language: str | None
    told: str | None  # the language that was detected; None: nobody speaks
    wanted: str
    written: str


@torch.inference_mode()
def ask(model: Model, clips: Sequence[Clip], task: Task = "transcribe") -> list[Answer]:
    """Let the engine's own decoding write down every clip, greedily and with timestamps.

    Clips may be shorter than 30 s: a network that has heard only short windows can be asked, too.
    """
    return [_answer(model, clip, task) for clip in clips]


def _answer(model: Model, clip: Clip, task: Task) -> Answer:
    network = model.network
    sound = torch.from_numpy(clip.sound(BEFORE, AROUND))[None]
    mel = clean_features(sound, torch.tensor([clip.length // 10]), network.dims.n_mels)
    features = encode(network, mel.to(network.device), torch.zeros(1, dtype=torch.long, device=network.device))[0]
    told = detect_language(model, features).code
    options = Options(task=task, temperature=(0.0,), max_initial_timestamp=None)
    result = decode(model, features, Question(clip.example.language or told), options, 0.0, Cancel())
    silent = result.no_speech_prob > 0.6
    lines = clip.example.lines
    wanted = " ".join(line.translation if task == "translate" else line.text for line in lines)
    return Answer(clip.example.language, None if silent else told, wanted, "" if silent else result.text)


def word_errors(answers: Sequence[Answer]) -> float:
    """Return the share of words that are wrong, missing or too many, compared without case and signs."""
    pairs = [(words(answer.wanted), words(answer.written)) for answer in answers]
    return sum(distance(*pair) for pair in pairs) / max(1, sum(len(wanted) for wanted, _ in pairs))


def words(text: str) -> list[str]:
    kept = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in text.casefold())
    return kept.split()


def distance(wanted: Sequence[str], written: Sequence[str]) -> int:
    """Count the changes that make one of the other (Levenshtein)."""
    numbers = {word: index for index, word in enumerate({*wanted, *written})}
    goal = np.array([numbers[word] for word in written], np.int64)
    steps = np.arange(len(goal) + 1)
    row = steps.copy()
    for index, word in enumerate(wanted, start=1):
        best = np.minimum(row[:-1] + (goal != numbers[word]), row[1:] + 1)
        row = np.minimum.accumulate(np.concatenate([[index], best]) - steps) + steps
    return int(row[-1])


def exam(recordings: Sequence[Recording], length: int, count: int, seed: int) -> list[Clip]:
    """Draw `count` clips with speech, each language in turn, and a few without: the same for the same seed."""
    rng = np.random.default_rng([seed, length])
    languages = sorted({r.language for r in recordings if r.language is not None and r.lines})
    clips = []
    for index in range(_TRIES * count):
        spoken = [r for r in recordings if r.language == languages[index % len(languages)] and r.lines]
        chosen = spoken[rng.integers(len(spoken))]
        clip = speaking(chosen, int(rng.integers(len(chosen.lines))), length, 0.0, rng, respeak=False)
        if clip is not None:
            clips.append(clip)
        if len(clips) == count:
            break
    quiet = [pause for r in recordings for pause in pauses(r, _QUIET_MS)]
    return clips + [silent(quiet[rng.integers(len(quiet))], length, rng) for _ in range(count // 8 if quiet else 0)]


def told_rightly(answers: Sequence[Answer]) -> float:
    """Return the share of the clips whose language, or silence, was told as it is."""
    return sum(answer.told == answer.language for answer in answers) / max(1, len(answers))
