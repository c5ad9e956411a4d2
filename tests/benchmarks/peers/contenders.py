"""Who is measured, how each hears, and which form of the checkpoint each reads."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["folder", "openai", "int8", "float32", "ggml"]

OURS = "Sotto"
WINDOWS = 8  # that are decoded together


@dataclass(frozen=True, slots=True)
class Way:
    """How a sound is heard: by `beams`, 1: greedily; `together` windows at once, 1: one after another."""

    name: str
    beams: int
    together: int


WAYS = (Way("greedy", 1, 1), Way("beam 5", 5, 1), Way("batched", 1, WINDOWS))


@dataclass(frozen=True, slots=True)
class Contender:
    """An engine in one of its modes. `family` is what `--peers` names it by, `worker` its module here.

    `numbers` is the engine's own word for what it computes in. `rare`: known to be slow, it is measured only in the
    first round and in every second one after it.
    """

    name: str
    family: str
    worker: str
    form: Form
    numbers: str
    ways: tuple[str, ...]
    rare: bool = False


_ALL = tuple(way.name for way in WAYS)
CONTENDERS = (
    Contender(OURS, OURS, "run_sotto", "folder", "fast", _ALL),
    Contender("faster-whisper int8", "faster-whisper", "run_faster_whisper", "int8", "int8", _ALL),
    Contender("faster-whisper float32", "faster-whisper", "run_faster_whisper", "float32", "float32", _ALL),
    Contender("whisper.cpp", "whisper.cpp", "run_whisper_cpp", "ggml", "", _ALL[:2]),
    Contender("openai-whisper", "openai-whisper", "run_openai_whisper", "openai", "float32", _ALL[:2], rare=True),
    Contender("transformers", "transformers", "run_transformers", "folder", "float32", _ALL, rare=True),
)
FAMILIES = tuple(dict.fromkeys(contender.family for contender in CONTENDERS if contender.name != OURS))
