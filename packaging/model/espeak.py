"""Speech by libespeak-ng: samples at 16 kHz, and when every word and every phoneme of it is heard."""

import ctypes
import ctypes.util
import itertools
from dataclasses import dataclass
from functools import cache

import numpy as np
from lexicon import Language
from numpy.typing import NDArray
from scipy.signal import firwin, resample_poly

SAMPLE_RATE = 16_000

# espeak_AUDIO_OUTPUT, espeak_EVENT_TYPE and espeak_PARAMETER of speak_lib.h
_SYNCHRONOUS = 2
_PHONEME_EVENTS = 1
_WORD, _PHONEME, _END = 1, 7, 6
_RATE, _PITCH, _RANGE = 1, 3, 4
_UTF8 = 1
_BUFFER = 2000  # ms of sound between two callbacks


@dataclass(frozen=True, slots=True)
class Voice:
    """`name` is espeak's, "+" its variant; `rate` counts words a minute, `pitch` and `range_` go from 0 to 100."""

    language: Language
    name: str
    rate: int = 165
    pitch: int = 50
    range_: int = 50


@dataclass(frozen=True, slots=True)
class Mark:
    """Something heard from `start` to `end`, in ms."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Speech:
    samples: NDArray[np.int16]
    words: tuple[Mark, ...]
    phonemes: tuple[Mark, ...]


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """An event as it was reported: its `time` in ms, and the text's character that it belongs to, counted from 1."""

    kind: int
    time: int
    position: int
    text: str


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Espeak:
    """The library, which keeps one voice for the whole process and speaks one text at a time."""

    def __init__(self) -> None:
        found = ctypes.util.find_library("espeak-ng")
        if found is None:
            raise FileNotFoundError("libespeak-ng is missing: install espeak-ng (Debian: apt install espeak-ng).")
        self._library = ctypes.CDLL(found)
        self.rate = self._library.espeak_Initialize(_SYNCHRONOUS, _BUFFER, None, _PHONEME_EVENTS)
        if self.rate <= 0:
            raise OSError("libespeak-ng found no voices: install espeak-ng-data (Debian: apt install espeak-ng).")
        self._callback = _Callback(self._hear)  # the library keeps only its address
        self._library.espeak_SetSynthCallback(self._callback)
        self._samples: list[NDArray[np.int16]] = []
        self._events: list[_Heard] = []

    def speak(self, text: str, voice: Voice) -> tuple[NDArray[np.int16], list[_Heard]]:
        self._samples, self._events = [], []
        if self._library.espeak_SetVoiceByName(voice.name.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {voice.name}.")
        for parameter, value in ((_RATE, voice.rate), (_PITCH, voice.pitch), (_RANGE, voice.range_)):
            self._library.espeak_SetParameter(parameter, value, 0)
        data = text.encode()
        if self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None) != 0:
            raise OSError(f"espeak-ng could not say {text!r}.")
        samples = np.concatenate(self._samples) if self._samples else np.zeros(0, np.int16)
        return samples, self._events

    def _hear(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
        if samples and count:
            self._samples.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != 0:
            event = events[index]
            name = event.id.string.decode(errors="replace") if event.type == _PHONEME else ""
            self._events.append(_Heard(event.type, event.audio_position, event.text_position, name))
            index += 1
        return 0


@cache
def _espeak() -> _Espeak:
    return _Espeak()


@cache
def _low_pass(up: int, down: int) -> NDArray[np.float64]:
    """A filter whose stop band begins at the lower of the two Nyquist rates, 80 dB down."""
    length = 32 * max(up, down) + 1
    return np.asarray(firwin(length, 0.94 / max(up, down), window=("kaiser", 8.0)))


def resample(samples: NDArray[np.int16], rate: int) -> NDArray[np.int16]:
    """Bring samples at `rate` to 16 kHz."""
    divisor = int(np.gcd(rate, SAMPLE_RATE))
    up, down = SAMPLE_RATE // divisor, rate // divisor
    brought = resample_poly(samples.astype(np.float32), up, down, window=_low_pass(up, down).astype(np.float32))
    clipped: NDArray[np.int16] = np.clip(np.rint(brought), -32768, 32767).astype(np.int16)
    return clipped


def speak(text: str, voice: Voice) -> Speech:
    """Say `text`, whose words are what stands between spaces; silence before and after is cut off.

    Raises FileNotFoundError where espeak-ng isn't installed.
    """
    samples, events = _espeak().speak(text, voice)
    audible = resample(samples, _espeak().rate)
    first, last = _sounding(audible)
    phonemes = _phonemes(events)
    words = _words(text, events, phonemes)
    shift = round(first * 1000 / SAMPLE_RATE)
    length = round((last - first) * 1000 / SAMPLE_RATE)
    return Speech(audible[first:last], _shifted(words, shift, length), _shifted(phonemes, shift, length))


def _sounding(samples: NDArray[np.int16]) -> tuple[int, int]:
    """Return where the sound begins and ends, by a thousandth of full scale."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 33)
    return (int(loud[0]), int(loud[-1]) + 1) if loud.size else (0, samples.size)


def _shifted(marks: list[Mark], shift: int, length: int) -> tuple[Mark, ...]:
    def within(time: int) -> int:
        return min(max(time - shift, 0), length)

    return tuple(Mark(within(m.start), within(m.end), m.text) for m in marks)


def _phonemes(events: list[_Heard]) -> list[Mark]:
    """Every phoneme ends where the next one begins; pauses, which have no name or begin with _, are left out."""
    heard = [event for event in events if event.kind in (_PHONEME, _END)]
    pairs = itertools.pairwise(heard)
    marks = (Mark(a.time, b.time, a.text) for a, b in pairs if a.kind == _PHONEME)
    return [mark for mark in marks if mark.text and not mark.text.startswith("_") and mark.end > mark.start]


def _words(text: str, events: list[_Heard], phonemes: list[Mark]) -> list[Mark]:
    """Give every word between spaces the time of what espeak says for it: "1998" is several words to espeak."""
    starts: dict[int, int] = {}
    for event in events:
        if event.kind == _WORD and event.position > 0:
            starts.setdefault(_index(text, event.position), event.time)
    tokens = text.split()
    known = sorted((index, time) for index, time in starts.items() if index < len(tokens))
    marks = []
    for (index, start), following in zip(known, [*(time for _, time in known[1:]), None], strict=True):
        said = [p for p in phonemes if p.start >= start and (following is None or p.start < following)]
        if said:
            marks.append((index, Mark(said[0].start, said[-1].end, tokens[index])))
    return _completed(tokens, dict(marks))


def _index(text: str, position: int) -> int:
    """Return which word holds the character `position`, counted from 1."""
    return len(text[: position - 1].split()) - (position > 1 and not text[position - 2].isspace())


def _completed(tokens: list[str], marks: dict[int, Mark]) -> list[Mark]:
    """Share a word's time with those after it that espeak drew into it, by their lengths."""
    found: list[Mark] = []
    begins = [*sorted(marks), len(tokens)]
    for first, following in itertools.pairwise(begins):
        group, mark = tokens[first if found else 0 : following], marks[first]
        letters = np.cumsum([0, *(len(token) for token in group)])
        edges = mark.start + (mark.end - mark.start) * letters // max(1, letters[-1])
        found += [Mark(int(a), int(b), token) for a, b, token in zip(edges, edges[1:], group, strict=False)]
    return found
