"""What the window and its engine processes say to each other, as values.

`job` is the number that the window gave to the work a message is about, 0 for the process itself. Every job ends with
exactly one of Finished, Cancelled and Failed; where the process dies first, the window says Failed("crash") itself.
"""

from dataclasses import dataclass, field
from typing import Literal

from engine import errors
from engine.abilities import Abilities, Task
from engine.checkpoints.download.values import Activity
from engine.progress import Stage
from engine.transcript import Segment

VERSION = 1

# "request": a message that can't be read. "bug": a mistake in the program. "crash": the process died or talks nonsense.
FailureKind = Literal[errors.FailureKind, "request", "bug", "crash"]


@dataclass(frozen=True, slots=True)
class Prepare:
    """Make `media` ready for the window: MediaReady comes each time more of it is there. `track` None: its default.

    `ffmpeg` None: the one that is found.
    """

    job: int
    media: str
    track: int | None = None
    ffmpeg: str | None = None


@dataclass(frozen=True, slots=True)
class Discard:
    """Remove the files that the Prepare with the number `prepared` made: nobody shows them any more."""

    job: int
    prepared: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to decode; names, defaults and meaning are openai-whisper's, as in `engine/whisper/options.py`.

    But several windows of speech are heard at once: `batch_size` None hears one after another, as openai-whisper.
    """

    temperature: tuple[float, ...] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    compression_ratio_threshold: float | None = 2.4
    logprob_threshold: float | None = -1.0
    no_speech_threshold: float | None = 0.6
    condition_on_previous_text: bool = True
    carry_initial_prompt: bool = False
    best_of: int | None = None
    beam_size: int | None = None
    patience: float | None = None
    length_penalty: float | None = None
    suppress_tokens: str | None = "-1"
    hallucination_silence_threshold: float | None = None
    hotwords: str | None = None
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    batch_size: int | None = 8
    multilingual: bool = False
    allowed_languages: tuple[str, ...] = ()
    language_detection_threshold: float = 0.5


@dataclass(frozen=True, slots=True)
class Transcribe:
    """Hear `media` from `start` up to `end` (ms, None: to its end) with the model of that path or name.

    `sound` is MediaReady's `pcm`, where the window has it: nothing is decoded again. `channels` "each" hears every
    channel by itself and says in each Segment which; `channel` hears that one alone. Segments come in the order of
    time. To go on after a break, ask again with the `start` where it broke, and the last text as `initial_prompt`.
    """

    job: int
    media: str
    model: str
    sound: str = ""
    track: int | None = None
    channels: Literal["mix", "each"] = "mix"
    channel: int | None = None
    task: Task = "transcribe"
    language: str | None = None
    start: int = 0
    end: int | None = None
    word_timestamps: bool = True
    initial_prompt: str | None = None
    wishes: Wishes = field(default=Wishes())
    device: str | None = None
    fp16: bool = True
    threads: int = 0
    ffmpeg: str | None = None


@dataclass(frozen=True, slots=True)
class InspectModel:
    """Tell what the model of that path or name can do."""

    job: int
    model: str


@dataclass(frozen=True, slots=True)
class FetchModel:
    """Fetch the model that `wish` names into `folder`: a published name, a file's name or OWNER/NAME of a repository.

    ModelBrought comes before Finished. What came of it stays where it is cancelled, and the next request for it goes
    on there. `replace` fetches it also where it is already.
    """

    job: int
    wish: str
    folder: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class ImportModel:
    """Bring the model at `source` into `folder`, checked as loading checks it: a folder is copied, a file converted
    into one; ModelBrought comes before Finished. `trusted` allows a .pt file that OpenAI didn't publish: such files can
    carry programs."""

    job: int
    source: str
    folder: str
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class VerifyModel:
    """Compare the files of the model at `path` with what they were as they came: ModelVerified tells."""

    job: int
    path: str


@dataclass(frozen=True, slots=True)
class RemoveModel:
    """Remove the model at `path`, which has to lie in one of `folders`: those of models that are Sotto's own."""

    job: int
    path: str
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClearDownload:
    """Remove what came of a download that isn't to go on, of the model `name` into `folder`."""

    job: int
    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Let the job rest until Resume or Cancel; one that has not begun rests when its turn comes."""

    job: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a job that rests."""

    job: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """End the job, begun or not. A job that is over, or was never asked for, is not answered."""

    job: int


@dataclass(frozen=True, slots=True)
class Device:
    """Something that can compute: `kind` is what Transcribe's `device` takes; `abilities` such as "avx2", "bf16"."""

    kind: Literal["cpu", "cuda"]
    name: str
    abilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """The process listens. `memory` is the machine's, in bytes; `version` other than VERSION is another program's."""

    job: int
    version: int
    process: int
    cores: int
    memory: int
    devices: tuple[Device, ...]


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The process lives, once a second; `job` is the one that it works on, 0 for none."""

    job: int
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """A sound track; `index` counts from 0, `start` is in ms from the picture's zero."""

    index: int
    codec: str
    language: str | None
    title: str | None
    channels: int
    sample_rate: int
    start: int
    default: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The first picture stream; `frame_rate` is in frames per second, None where the file doesn't say."""

    codec: str
    width: int
    height: int
    frame_rate: float | None


@dataclass(frozen=True, slots=True)
class MediaReady:
    """What is known of a file and which of its private files are there; comes again, fuller, until Finished.

    A file name is "" until the file is whole. `pcm`: 16 kHz mono 16-bit (engine.audio.pcm); `peaks`: its waveform
    (engine.audio.peaks); `speech`: where somebody speaks (engine.audio.spans); `remux`: what the player should play
    in place of the media, "" where the media itself is right. `duration` is that of the decoded sound, until then the
    declared one; `missing` ms are declared but not in the file. `track` is the index of the one that was decoded.
    """

    job: int
    container: str
    duration: int
    missing: int
    picture: Picture | None
    tracks: tuple[Track, ...]
    track: int
    pcm: str = ""
    peaks: str = ""
    speech: str = ""
    remux: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` ms of sound are through `stage`, `speed` ms of it in one of work, `time_left` ms to go.

    None where nobody can know. Those of a range count from its start.
    """

    job: int
    stage: Stage
    done: int
    total: int | None
    speed: float | None
    time_left: int | None


@dataclass(frozen=True, slots=True)
class LanguageDetected:
    """The language that is heard: Whisper's code and its probability (0 to 1)."""

    job: int
    language: str
    probability: float


@dataclass(frozen=True, slots=True)
class SegmentFound:
    """What was heard next, its words with their times and probabilities."""

    job: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class ModelInspected:
    """What a model is; `parameters` and `size` (bytes on disk) are 0 where only its name is known."""

    job: int
    name: str
    path: str
    parameters: int
    size: int
    abilities: Abilities


@dataclass(frozen=True, slots=True)
class ModelProgress:
    """`done` of `total` bytes of a model are here; `speed` is in bytes a second, `time_left` in ms, None where nobody
    can know. `activity` "retrying" says in `trouble` why."""

    job: int
    activity: Activity
    done: int
    total: int
    speed: int | None = None
    time_left: int | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ModelBrought:
    """A model is here now, whole and checked."""

    job: int
    path: str


@dataclass(frozen=True, slots=True)
class ModelVerified:
    """So many `files` were compared, 0 where nothing is known of them; `problems` says of each that differs how."""

    job: int
    files: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The job is done."""

    job: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job ended because it was asked to; what it told until then holds."""

    job: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended before its end; `message` says what is wrong with what, and the remedy. It never quotes speech."""

    job: int
    kind: FailureKind
    message: str


ModelRequest = FetchModel | ImportModel | VerifyModel | RemoveModel | ClearDownload
Request = Prepare | Discard | Transcribe | InspectModel | ModelRequest | Pause | Resume | Cancel
End = Finished | Cancelled | Failed
ModelEvent = ModelInspected | ModelProgress | ModelBrought | ModelVerified
Event = Ready | Heartbeat | MediaReady | Progress | LanguageDetected | SegmentFound | ModelEvent | End

Message = Request | Event
