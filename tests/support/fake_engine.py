"""An engine process that behaves as it is told, for tests of whoever talks to one: python -m tests.support.fake_engine.

It speaks the protocol over stdin and stdout as `engine.worker` does, loads nothing and hears nothing. What it does with
a Transcribe is its first argument:

    count N       N segments, one every SECONDS (second argument, 0 by default), then Finished; heeds Cancel and Pause
    crash N       dies by SIGKILL after N segments (0: before the first)
    crash-at-load dies as soon as it is ready
    exit N        leaves with status 3 after N segments
    hang N        goes silent after N segments, without a heartbeat, and reads nothing more
    stop N        stops by SIGSTOP after N segments
    deaf N        goes on with heartbeats after N segments, heeds nothing
    busy N        the same, and begins no job that comes meanwhile
    junk N        after N segments prints what is no message: text, half a line, invalid UTF-8, NaN, other fields ...
    endless       a line of 100 MB without an end
    lie N         N segments that can't be: backwards, overlapping, words outside, times of None, beyond the end
    late N        N segments after it said Cancelled, and of a job that nobody asked for
    loop N        N times the same segment text
    fail KIND     Failed of that kind after 2 segments
    wrong-version Ready of another version

Prepare gives MediaReady of a minute without files, InspectModel the embedded model's abilities.

FetchModel gives ModelProgress ("checking", then a quarter of 1 MB after another, SECONDS each) and ModelBrought of
FOLDER/NAME, ImportModel that alone, VerifyModel five files without a problem, RemoveModel and ClearDownload their end.
It writes and removes nothing, and heeds Cancel and Pause. What it does otherwise:

    fetch-fail KIND  FetchModel ends with Failed of that kind, half way
    fetch-endless    FetchModel stays half way, telling so every SECONDS (0.05 by default), until Cancel
    stumble          FetchModel first waits for another process, and then for a broken connection ("retrying")
    untrusted        ImportModel fails with kind "untrusted" unless the request is `trusted`
    differs          VerifyModel tells of two files that differ
    refuse KIND      all five fail with that kind at once
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from engine import errors
from engine.abilities import Abilities
from engine.progress import Cancel as Wish
from engine.protocol import (
    VERSION,
    Cancel,
    Cancelled,
    ClearDownload,
    Device,
    Discard,
    Event,
    Failed,
    FailureKind,
    FetchModel,
    Finished,
    Heartbeat,
    ImportModel,
    InspectModel,
    LanguageDetected,
    Lines,
    Malformed,
    MediaReady,
    ModelInspected,
    Pause,
    Picture,
    Prepare,
    Progress,
    Ready,
    RemoveModel,
    Request,
    Resume,
    SegmentFound,
    Track,
    Transcribe,
    VerifyModel,
    decode_request,
    encode,
)
from engine.protocol.messages import ModelRequest
from engine.transcript import Segment, Word
from tests.support.fake_models import answers

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
DURATION = 60_000
JUNK = (
    b"Loading model ...\n",
    b"\xff\xfe\xfa\n",
    b'{"type":"SegmentFound","job":1}\n',
    b'{"type":"LanguageDetected","job":1,"language":"en","probability":NaN}\n',
    b'{"type":"Finished","job":1,"extra":true}\n',
    b'{"type":"Later","job":1}\n',
    b'["Finished"]\n',
    b"\n",
    b'{"type":"Finis',
)


def segment(number: int, job: int = 1) -> SegmentFound:
    """Return what the fake hears as segment `number`, from 0: a second and a half of every window of two seconds."""
    start = number * 2_000
    text = f" {WORDS[number % 10]} {WORDS[job % 10]}"
    first, second = text.split()
    words = (Word(f" {first}", start, start + 700, 0.9), Word(f" {second}", start + 700, start + 1_500, 0.4))
    return SegmentFound(job, Segment(start, start + 1_500, text, words, (1, 2), "en", start, 0.0, -0.2, 1.0, 0.0))


def lies(number: int, job: int) -> SegmentFound:
    """Return one of the segments that no engine should tell, turn by turn."""
    true = segment(number + 5, job).segment
    start, words = true.start, true.words
    told = (
        replace(true, start=true.end, end=start),
        replace(true, start=start - 3_000, end=start + 3_000),
        replace(true, words=(Word(" far", start + 50_000, start + 51_000, 2.0),)),
        replace(true, words=(Word(" none", None, None, 0.5), *words)),
        replace(true, start=DURATION + 5_000, end=DURATION + 9_000),
        replace(true, start=-500, end=-100),
        replace(true, words=(replace(words[0], start=words[1].end), words[1])),
        replace(true, text="", words=()),
    )
    return SegmentFound(job, told[number % len(told)])


@dataclass(slots=True)
class Fake:
    """The process: `conduct` and its number are what it was told to do."""

    conduct: str
    number: int
    seconds: float
    kind: str
    _wishes: dict[int, Wish] = field(default_factory=dict)
    _current: int = 0
    _silent: bool = False

    def say(self, event: Event) -> None:
        self.write(encode(event))

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(1, data) :]

    def beat(self) -> None:
        while True:
            time.sleep(0.2)
            if self._silent:
                return
            wish = self._wishes.get(self._current)
            self.say(Heartbeat(self._current, wish is not None and wish.resting))

    def hear(self, request: Transcribe) -> None:
        """Transcribe as told, in a thread of the job's own."""
        job, self._current = request.job, request.job
        wish = self._wishes.setdefault(job, Wish())
        self.say(LanguageDetected(job, "en", 0.75))
        end: Event = Finished(job)
        for number in range(2 if self.conduct == "fail" else self.number):
            if self.seconds:
                time.sleep(self.seconds)
            try:
                wish.check()
            except errors.Cancelled:
                end = Cancelled(job)
                break
            self.say(self.found(number, request))
            self.say(Progress(job, "transcribe", (number + 1) * 2_000, DURATION, 10.0, None))
        self.misbehave(job)
        self._current = 0
        self.say(Failed(job, cast(FailureKind, self.kind), "As it was told to.") if self.conduct == "fail" else end)
        if self.conduct == "late":
            for number in range(self.number):
                self.say(segment(number, job))
                self.say(segment(number, job + 1_000))

    def see_to(self, request: ModelRequest) -> None:
        """Do what is asked of a model, in a thread of the job's own."""
        job, self._current = request.job, request.job
        wish, end = self._wishes.setdefault(job, Wish()), cast(Event, Finished(job))
        try:
            wish.check()
            for event in answers(request, self.conduct, self.kind):
                self.say(event)
                wish.wait(self.seconds or (0.05 if self.conduct == "fetch-endless" else 0))
        except errors.Cancelled:
            end = Cancelled(job)
        except errors.EngineError as error:
            end = Failed(job, error.kind, str(error))
        self._current = 0
        self.say(end)

    def found(self, number: int, request: Transcribe) -> SegmentFound:
        if self.conduct == "lie":
            return lies(number, request.job)
        if self.conduct == "loop":
            text = segment(0, request.job).segment
            moved = segment(number, request.job).segment
            return SegmentFound(request.job, replace(moved, text=text.text, words=()))
        found = segment(number, request.job)
        return replace(found, segment=_moved(found.segment, request.start))

    def misbehave(self, job: int) -> None:
        conducts: dict[str, Callable[[], object]] = {
            "crash": lambda: self._signal(signal.SIGKILL),
            "exit": lambda: os._exit(3),
            "hang": self._fall_silent,
            "stop": lambda: self._signal(signal.SIGSTOP),
            "deaf": lambda: time.sleep(3600),
            "busy": lambda: time.sleep(3600),
            "junk": lambda: self.write(b"".join(JUNK)),
            "endless": self._never_end,
        }
        conducts.get(self.conduct, lambda: None)()

    def _signal(self, number: signal.Signals) -> None:
        os.kill(os.getpid(), number)
        time.sleep(3600)  # another thread may get it first, and this one would go on for a moment

    def _fall_silent(self) -> None:
        self._silent = True
        time.sleep(3600)

    def _never_end(self) -> None:
        self._silent = True  # a heartbeat would end the line
        for _ in range(100):
            self.write(b"x" * (1 << 20))

    def take(self, request: Request | Malformed) -> None:
        match request:
            case Malformed():
                self.say(Failed(request.job, "request", "It could not be read."))
            case Pause(job=job):
                self._wishes.setdefault(job, Wish()).pause()
            case Resume(job=job):
                self._wishes.setdefault(job, Wish()).resume()
            case Cancel(job=job):
                self._wishes.setdefault(job, Wish()).ask()
            case Transcribe() if self.conduct == "busy" and self._current:
                pass
            case Transcribe():
                threading.Thread(target=self.hear, args=(request,), daemon=True).start()
            case FetchModel() | ImportModel() | VerifyModel() | RemoveModel() | ClearDownload():
                threading.Thread(target=self.see_to, args=(request,), daemon=True).start()
            case Prepare(job=job):
                self.say(media_ready(job))
                self.say(Finished(job))
            case InspectModel(job=job, model=model):
                abilities = Abilities(("en", "de"), translates=True, word_times=True)
                self.say(ModelInspected(job, model, model, 1_000_000, 2_000_000, abilities))
                self.say(Finished(job))
            case Discard(job=job):
                self.say(Finished(job))


def media_ready(job: int) -> MediaReady:
    """Return what the fake says of every film."""
    track = Track(0, "aac", "eng", None, 1, 16_000, 0, default=True)
    return MediaReady(job, "mov,mp4,m4a,3gp,3g2,mj2", DURATION, 0, Picture("h264", 640, 360, 25.0), (track,), 0)


def _moved(found: Segment, shift: int) -> Segment:
    words = tuple(replace(w, start=(w.start or 0) + shift, end=(w.end or 0) + shift) for w in found.words)
    return replace(found, start=found.start + shift, end=found.end + shift, words=words, seek=found.seek + shift)


def main(conduct: str, number: str = "0", seconds: str = "0") -> None:
    kind = number if conduct in ("fail", "fetch-fail", "refuse") else ""
    fake = Fake(conduct, int(number) if number.isdigit() else 0, float(seconds), kind)
    version = VERSION + 1 if conduct == "wrong-version" else VERSION
    fake.say(Ready(0, version, os.getpid(), 2, 8 << 30, (Device("cpu", "fake"),)))
    if conduct == "crash-at-load":
        os.kill(os.getpid(), signal.SIGKILL)
    threading.Thread(target=fake.beat, daemon=True).start()
    lines: Lines[Any] = Lines(decode_request)
    while chunk := os.read(0, 1 << 16):
        for request in lines.feed(chunk):
            fake.take(request)
        if conduct == "hang" and fake._silent:
            time.sleep(3600)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
