"""Everything bad that a person can hand to `sotto transcribe`, and what the program must say to it.

python -m tests.support.bad_input       # a table: what was given, what it printed, its exit code
"""

import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.checkpoints import RECIPES, require, write_folder, write_pt
from tests.support.clips import ffmpeg, film, halve, tone
from tests.support.command_line import Ran, sotto

Argument = str | bytes | Path


@dataclass(frozen=True, slots=True)
class Bench:
    """A home to break things in: `model` is a whole checkpoint that may be copied, `folder` is empty."""

    folder: Path
    model: Path

    def copy_of_model(self, name: str) -> Path:
        return Path(shutil.copytree(self.model, self.folder / name))

    def clip(self, name: str = "clip.wav") -> Path:
        return tone(self.folder / name, 1)


@dataclass(frozen=True, slots=True)
class BadInput:
    """`arguments` makes the input and says how it is given; a line of stderr must hold `says`.

    Without --model among them the bench's whole model is used. `files` are what may lie in out/ afterwards.
    """

    name: str
    arguments: Callable[[Bench], list[Argument]]
    code: int
    says: str
    files: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def empty(bench: Bench) -> list[Argument]:
    (bench.folder / "empty.mp4").touch()
    return ["empty.mp4"]


def text(bench: Bench) -> list[Argument]:
    (bench.folder / "notes.mp4").write_text("Monday: buy milk.\n")
    return ["notes.mp4"]


def folder(bench: Bench) -> list[Argument]:
    (bench.folder / "folder.mp4").mkdir()
    return ["folder.mp4"]


def no_index(bench: Bench) -> list[Argument]:
    halve(film(bench.folder / "interrupted.mp4"))
    return ["interrupted.mp4"]


def no_sound(bench: Bench) -> list[Argument]:
    film(bench.folder / "silent.mp4", 1, "-an")
    return ["silent.mp4"]


def unknown_codec(bench: Bench) -> list[Argument]:
    clip = tone(bench.folder / "odd.mka", 1, "-c:a", "aac")
    clip.write_bytes(clip.read_bytes().replace(b"A_AAC", b"A_XYZ"))
    return ["odd.mka"]


def cut(bench: Bench) -> list[Argument]:
    halve(film(bench.folder / "cut.mp4", 6, "-movflags", "+faststart"))
    return ["cut.mp4"]


def playlist(bench: Bench) -> list[Argument]:
    bench.clip("secret.wav")
    (bench.folder / "evil.mp4").write_text("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.wav\n#EXT-X-ENDLIST\n")
    return ["evil.mp4"]


def named_like_an_address(bench: Bench) -> list[Argument]:
    (bench.clip()).rename(bench.folder / "http:x.wav")
    return ["http:x.wav"]


def named_like_an_option(bench: Bench) -> list[Argument]:
    (bench.clip()).rename(bench.folder / "-f.wav")
    return ["--", "-f.wav"]


def longest_name(bench: Bench) -> list[Argument]:
    name = "n" * 251 + ".wav"
    bench.clip().rename(bench.folder / name)
    return [name]


def too_long_for_json(bench: Bench) -> list[Argument]:
    return [*longest_name(bench), "-f", "json"]


def no_utf8(bench: Bench) -> list[Argument]:
    name = b"caf\xe9.wav"
    bench.clip().rename(bench.folder / os.fsdecode(name))
    return [name]


def line_break(bench: Bench) -> list[Argument]:
    name = "two\nlines.mp4"
    (bench.folder / name).write_text("no film")
    return [name]


def absent(_: Bench) -> list[Argument]:
    return ["absent.mp4"]


def model_without(file: str) -> Callable[[Bench], list[Argument]]:
    def arguments(bench: Bench) -> list[Argument]:
        (bench.copy_of_model("model") / file).unlink()
        return [bench.clip(), "--model", bench.folder / "model"]

    return arguments


def truncated_model(bench: Bench) -> list[Argument]:
    halve(bench.copy_of_model("model") / "model.safetensors")
    return [bench.clip(), "--model", bench.folder / "model"]


def wrong_shapes(bench: Bench) -> list[Argument]:
    config = bench.copy_of_model("model") / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"d_model": 128}))
    return [bench.clip(), "--model", bench.folder / "model"]


def truncated_pt(bench: Bench) -> list[Argument]:
    halve(write_pt(bench.folder / "model.pt", RECIPES["byte"]))
    return [bench.clip(), "--model", bench.folder / "model.pt"]


class Payload:
    """Runs a command when it is unpickled by somebody who trusts it."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch payload-ran",)


def pickle_with_payload(bench: Bench) -> list[Argument]:
    with zipfile.ZipFile(bench.folder / "model.pt", "w") as archive:
        archive.writestr("model/data.pkl", pickle.dumps(Payload()))
        archive.writestr("model/version", "3\n")
    return [bench.clip(), "--model", bench.folder / "model.pt"]


def bare_pickle_with_payload(bench: Bench) -> list[Argument]:
    (bench.folder / "model.pt").write_bytes(pickle.dumps(Payload()))
    return [bench.clip(), "--model", bench.folder / "model.pt"]


def no_model(bench: Bench) -> list[Argument]:
    return [bench.clip(), "--model", "colossal"]


def output_is_a_file(bench: Bench) -> list[Argument]:
    (bench.folder / "taken").write_text("mine")
    return [bench.clip(), "-o", "taken"]


def output_cannot_be_written(bench: Bench) -> list[Argument]:
    return [bench.clip(), "-o", "/proc/subtitles"]  # not even by root


def output_exists(bench: Bench) -> list[Argument]:
    (bench.folder / "out").mkdir()
    (bench.folder / "out" / "clip.srt").write_text("mine")
    return [bench.clip()]


def same_stem(bench: Bench) -> list[Argument]:
    return [bench.clip("clip.wav"), bench.clip("clip.flac")]


def with_options(*options: str) -> Callable[[Bench], list[Argument]]:
    return lambda bench: [bench.clip(), *options]


def with_recipe(name: str, *options: str) -> Callable[[Bench], list[Argument]]:
    def arguments(bench: Bench) -> list[Argument]:
        return [bench.clip(), "--model", write_folder(bench.folder / name, require(name)), *options]

    return arguments


def long_clip(bench: Bench) -> list[Argument]:
    ffmpeg("-f", "lavfi", "-i", "sine=duration=60:sample_rate=16000", "-c:a", "flac", bench.folder / "clip.flac")
    return ["clip.flac"]


def small_disk(folder: str) -> tuple[str, ...]:
    """Put a disk of 64 KB, which is full, in the place of a folder of the bench; nobody else sees it."""
    mount = f"mkdir {folder} && mount -t tmpfs -o size=64k small {folder} && head -c 64K /dev/zero > {folder}/full"
    return ("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", f'{mount} && exec "$@"', "limited")


def disks_can_be_made() -> bool:
    """Say whether this machine lets a user mount a disk that only their own processes see."""
    command = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "small", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


SMALL_FILES = ("bash", "-c", 'ulimit -f 100; exec "$@"', "limited")

BAD_INPUTS = (
    BadInput("0 bytes", empty, 1, "empty.mp4 is empty (0 bytes)"),
    BadInput("text", text, 1, "notes.mp4 is not a media file"),
    BadInput("a directory", folder, 1, "folder.mp4 is a folder"),
    BadInput("no such file", absent, 1, "absent.mp4 does not exist"),
    BadInput("missing index", no_index, 1, "interrupted.mp4 is an incomplete recording"),
    BadInput("video without sound", no_sound, 1, "silent.mp4 has no audio track"),
    BadInput("unreadable codec", unknown_codec, 1, "odd.mka"),
    BadInput("cut file", cut, 0, "cut.mp4 is cut: its sound ends at", ("cut.srt",)),
    BadInput("disguised playlist", playlist, 1, "evil.mp4 is a playlist"),
    BadInput("name http:x", named_like_an_address, 0, "", ("http:x.srt",)),
    BadInput("name -f", named_like_an_option, 0, "", ("-f.srt",)),
    BadInput("name of 255 bytes", longest_name, 0, "", ("n" * 251 + ".srt",)),
    BadInput("name of 255 bytes, .json", too_long_for_json, 1, "is too long for a file"),
    BadInput("name that is no UTF-8", no_utf8, 0, "", (os.fsdecode(b"caf\xe9.srt"),)),
    BadInput("name with a line break", line_break, 1, "two\\nlines.mp4 is not a media file"),
    BadInput("model: no config.json", model_without("config.json"), 1, "model"),
    BadInput("model: no weights", model_without("model.safetensors"), 1, "model.safetensors"),
    BadInput("model: no vocabulary", model_without("tokenizer.json"), 1, "tokenizer.json"),
    BadInput("model: truncated", truncated_model, 1, "model.safetensors"),
    BadInput("model: wrong shapes", wrong_shapes, 1, "model"),
    BadInput("model.pt: truncated", truncated_pt, 1, "model.pt"),
    BadInput("model.pt: payload", pickle_with_payload, 1, "model.pt"),
    BadInput("model.pt: bare payload", bare_pickle_with_payload, 1, "model.pt"),
    BadInput("no such model", no_model, 1, "colossal"),
    BadInput("output is a file", output_is_a_file, 1, "taken is not a folder"),
    BadInput("output folder not writable", output_cannot_be_written, 1, "/proc"),
    BadInput("output exists", output_exists, 1, "clip.srt exists", ("clip.srt",)),
    BadInput("two files, one output", same_stem, 2, "2 of the files would be written to"),
    BadInput("files limited for the sound", long_clip, 1, "make room there", before=SMALL_FILES),
    BadInput("disk full for the sound", long_clip, 1, "make room there", before=small_disk("cache")),
    BadInput("disk full for the output", with_options(), 1, "the disk is full", before=small_disk("out")),
    BadInput("unknown language", with_options("--language", "klingon"), 2, "Whisper knows no language 'klingon'"),
    BadInput(".en model, Norwegian", with_recipe("english", "--language", "no"), 2, "knows only en"),
    BadInput("turbo, translate", with_recipe("turbo", "--task", "translate"), 2, "cannot translate"),
    BadInput(
        "patience, no beams", with_options("--beam_size", "None", "--patience", "1"), 2, "patience needs beam_size"
    ),
    BadInput(
        "silence threshold, no words",
        with_options("--hallucination_silence_threshold", "2"),
        2,
        "hallucination_silence_threshold needs word_timestamps",
    ),
    BadInput("highlight, no words", with_options("--highlight_words", "True"), 2, "highlight_words needs the times"),
    BadInput(
        "line count, no width", with_options("--profile", "none", "--max_line_count", "2"), 2, "max_line_count needs"
    ),
    BadInput("unknown profile", with_options("--profile", "netflix-ed"), 2, "did you mean netflix-en"),
    BadInput(
        "multilingual in one language", with_options("--multilingual", "--language", "en"), 2, "leave language out"
    ),
    BadInput(
        "increment 0", with_options("--temperature_increment_on_fallback", "0"), 2, "must be None or at least 0.01"
    ),
    BadInput("clip times x", with_options("--clip_timestamps", "x"), 2, "clip_timestamps 'x' is not a list"),
    BadInput("suppressed tokens x", with_options("--suppress_tokens", "x"), 2, "suppress_tokens"),
    BadInput("temperature nan", with_options("--temperature", "nan"), 2, "'nan' is not a number"),
    BadInput("beam size x", with_options("--beam_size", "x"), 2, "'x' is neither a whole number nor None"),
    BadInput("unknown option", with_options("--beams", "5"), 2, "No such option: --beams"),
    BadInput("no such track", with_options("--track", "7"), 2, "has no audio track 7"),
    BadInput(
        "no such channel",
        with_options("--channels", "5"),
        2,
        "clip.wav: Audio track 0 has one channel",
    ),
    BadInput("no such device", with_options("--device", "abacus"), 1, "abacus"),
)


def run(bad: BadInput, bench: Bench) -> Ran:
    """Give the program its bad input."""
    arguments = bad.arguments(bench)
    defaults: list[Argument] = []
    if "-f" not in arguments:
        defaults += ["-f", "srt"]
    if "-o" not in arguments:
        defaults += ["-o", "out"]
    if "--model" not in arguments:
        defaults += ["--model", bench.model]
    return sotto(
        "transcribe",
        "--temperature_increment_on_fallback",
        "None",
        *defaults,
        *arguments,
        home=bench.folder,
        before=bad.before,
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        model = write_folder(Path(place) / "model", RECIPES["byte"])
        for number, bad in enumerate(BAD_INPUTS):
            bench = Bench(Path(place) / str(number), model)
            bench.folder.mkdir()
            try:
                ran = run(bad, bench)
            except pytest.skip.Exception as reason:
                sys.stdout.write(f"{bad.name:30}   -  not tried: {reason}\n")
                continue
            printed = (ran.err or ran.out).replace(place, "").strip()
            sys.stdout.write(f"{bad.name:30} {ran.code:3}  {printed}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
