"""The reference's options as texts by their names, as a person types them, to the values that the engine takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Any, Literal

from engine.errors import EngineError
from engine.protocol import Wishes

Kind = Literal["number", "count", "flag", "text", "numbers"]
_WORDS = {"True": True, "False": False}


@dataclass(frozen=True, slots=True)
class Option:
    """An option by the reference's name. `off` says that it may be None, `least` is the smallest value."""

    name: str
    kind: Kind
    off: bool = False
    least: float | None = None
    most: float | None = None


OPTIONS = (
    Option("temperature", "numbers", least=0),
    Option("beam_size", "count", off=True, least=1),
    Option("best_of", "count", off=True, least=1),
    Option("patience", "number", off=True, least=0.001),
    Option("length_penalty", "number", off=True, least=0, most=1),
    Option("batch_size", "count", off=True, least=1),
    Option("condition_on_previous_text", "flag"),
    Option("carry_initial_prompt", "flag"),
    Option("compression_ratio_threshold", "number", off=True),
    Option("logprob_threshold", "number", off=True),
    Option("no_speech_threshold", "number", off=True),
    Option("hallucination_silence_threshold", "number", off=True, least=0),
    Option("suppress_tokens", "text"),
    Option("repetition_penalty", "number", least=0.001),
    Option("no_repeat_ngram_size", "count", least=0),
    Option("multilingual", "flag"),
)
_BY_NAME = MappingProxyType({option.name: option for option in OPTIONS})
_USUAL = Wishes()


def usual_text(name: str) -> str:
    """Return what the reference takes where nothing is said."""
    return _text(getattr(_USUAL, name))


def wishes_of(texts: Mapping[str, str], language: str = "") -> Wishes:
    """Read options that were typed. Raise EngineError("options") naming the first that can't be, and what can."""
    wishes = _USUAL
    for name, text in texts.items():
        if name in _BY_NAME:  # the settings may come from another version
            value: Any = _READERS[_BY_NAME[name].kind](_BY_NAME[name], text.strip())
            wishes = replace(wishes, **{name: value})
    for broken, message in (
        (wishes.patience is not None and wishes.beam_size is None, "patience needs beam_size"),
        (wishes.multilingual and language != "", "multilingual detects the language: choose to detect it"),
    ):
        if broken:
            raise EngineError("options", message)
    return wishes


def _text(value: object) -> str:
    return ", ".join(map(_text, value)) if isinstance(value, tuple) else str(value)


def _number(option: Option, text: str) -> float | None:
    if option.off and text in ("", "None"):
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise _refusal(option, "a number") from None
    if not isfinite(number) or not _in_range(option, number):
        raise _refusal(option, "a number")
    return number


def _count(option: Option, text: str) -> int | None:
    if option.off and text in ("", "None"):
        return None
    if not text.isdecimal() or len(text) > 6 or not _in_range(option, int(text)):
        raise _refusal(option, "a whole number")
    return int(text)


def _flag(option: Option, text: str) -> bool:
    if text not in _WORDS:
        raise EngineError("options", f"{option.name} takes True or False")
    return _WORDS[text]


def _numbers(option: Option, text: str) -> tuple[float, ...]:
    found = tuple(_number(option, part.strip()) for part in text.split(","))
    return tuple(number for number in found if number is not None)


def _token_ids(option: Option, text: str) -> str | None:
    parts = [part.strip() for part in text.split(",")]
    if text in ("", "None"):
        return None
    if not all(part.removeprefix("-").isdecimal() for part in parts):
        raise EngineError("options", f"{option.name} takes token ids with commas, such as -1 or 11,13,27")
    return ",".join(parts)


_READERS: Mapping[Kind, Callable[[Option, str], object]] = MappingProxyType(
    {"number": _number, "count": _count, "flag": _flag, "numbers": _numbers, "text": _token_ids}
)


def _in_range(option: Option, number: float) -> bool:
    return (option.least is None or number >= option.least) and (option.most is None or number <= option.most)


def _refusal(option: Option, what: str) -> EngineError:
    limits = [
        f"from {option.least:g}" if option.least is not None else "",
        f"to {option.most:g}" if option.most is not None else "",
        "or None" if option.off else "",
    ]
    return EngineError("options", " ".join(part for part in (f"{option.name} takes {what}", *limits) if part))
