"""`sotto transcribe`, run as a person runs it."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.commands.transcribe import chosen_profile, read_channels, suffixes, temperatures
from engine.errors import EngineError
from engine.subtitles.reference_layout import LineLimits
from tests.support.clips import ffmpeg, film, tone
from tests.support.command_line import environment, sotto
from tests.support.synthetic import EMBEDDED, needs_embedded, notice, synthetic_copy

# No window is tried twice: quicker. A tone is no speech, and is heard all the same one window after another.
ONCE = ("--temperature_increment_on_fallback", "None", "--beam_size", "1", "--batch_size", "None")


@pytest.mark.parametrize(
    ("first", "increment", "tried"),
    [
        (0.0, 0.2, (0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0)),
        (0.5, 0.25, (0.5, 0.75, 1.0)),
        (0.3, None, (0.3,)),
        (1.5, 0.2, (1.5,)),
    ],
)
def test_temperatures_are_those_of_the_reference(
    first: float, increment: float | None, tried: tuple[float, ...]
) -> None:
    assert temperatures(first, increment) == tried


def test_formats_come_once_each() -> None:
    assert suffixes(["vtt", "srt", "vtt"]) == (".vtt", ".srt")
    assert suffixes(["srt", "all"]) == (".txt", ".vtt", ".srt", ".tsv", ".json")
    with pytest.raises(EngineError, match="'docx' is none of"):
        suffixes(["docx"])


def test_channels_are_all_or_each_or_one() -> None:
    assert [read_channels(text) for text in ("mix", "each", "0", "11")] == ["mix", "each", 0, 11]
    with pytest.raises(EngineError, match="'-1' is neither"):
        read_channels("-1")


def test_the_limits_of_lines_replace_those_of_the_profile() -> None:
    found = chosen_profile("netflix-en", LineLimits(30, 1, 4), word_times=False)
    assert found is not None
    assert (found.characters_per_line.value, found.lines.value, found.words_per_line.value) == (30, 1, 4)
    assert found.longest.value == 7000


def test_without_a_profile_the_limits_are_the_reference_s() -> None:
    assert chosen_profile("none", LineLimits(30, 1), word_times=True) is None
    with pytest.raises(EngineError, match="need the times of the words"):
        chosen_profile("none", LineLimits(30, 1), word_times=False)
    with pytest.raises(EngineError, match="highlight_words needs the times"):
        chosen_profile("netflix-en", LineLimits(highlight_words=True), word_times=False)


def test_a_film_becomes_all_formats(byte_model: Path, tmp_path: Path) -> None:
    film(tmp_path / "interview.mp4")
    ran = sotto("transcribe", "interview.mp4", "--model", byte_model, *ONCE, home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    made = sorted(path.name for path in tmp_path.glob("interview.*"))
    assert made == [f"interview.{suffix}" for suffix in ("json", "mp4", "srt", "tsv", "txt", "vtt")]
    assert set(json.loads((tmp_path / "interview.json").read_text())) == {"text", "segments", "language"}
    assert ran.out.startswith("interview.mp4: ")
    assert ran.out.endswith("-> interview.txt, interview.vtt, interview.srt, interview.tsv, interview.json\n")


@pytest.mark.parametrize(("option", "said"), [("--json", True), ("--verbose=False", True), ("--quiet", False)])
def test_a_model_of_synthetic_speech_is_named_as_such_once(
    byte_model: Path, tmp_path: Path, option: str, said: bool
) -> None:
    model = synthetic_copy(byte_model, tmp_path / "mini")
    for name in ("a.wav", "b.wav"):
        tone(tmp_path / name)
    ran = sotto("transcribe", "a.wav", "b.wav", "--model", model, *ONCE, "-f", "srt", option, home=tmp_path)
    assert (ran.code, ran.err) == (0, notice("mini") if said else "")
    if option == "--json":
        assert [json.loads(line)["file"] for line in ran.out.splitlines()] == ["a.wav", "b.wav"]


def test_without_a_name_the_only_model_is_taken(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    ran = sotto("transcribe", "a.wav", "--model_dir", byte_model, *ONCE, "-f", "srt", "--json", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["model"] == str(byte_model)


@needs_embedded
def test_without_any_model_the_embedded_one_is_taken_and_says_what_it_is(tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    ran = sotto("transcribe", "a.wav", *ONCE, "-f", "srt", "--json", home=tmp_path)
    assert ran.code == 0
    assert ran.err.startswith(notice("sotto-mini"))
    assert json.loads(ran.out)["model"] == str(EMBEDDED)


def test_the_reference_s_command_line_is_taken_as_it_is(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    reference = (
        "--output_dir out --output_format srt --verbose False --task transcribe --language English --temperature 0 "
        "--best_of 5 --beam_size 2 --patience 1.0 --length_penalty None --suppress_tokens -1 --initial_prompt Hello "
        "--carry_initial_prompt False --condition_on_previous_text False --fp16 False "
        "--temperature_increment_on_fallback None --compression_ratio_threshold 2.4 --logprob_threshold None "
        "--no_speech_threshold 0.6 --word_timestamps True --prepend_punctuations ( --append_punctuations ) "
        "--highlight_words False --max_line_width 40 --max_line_count 2 --max_words_per_line 5 --threads 1 "
        "--clip_timestamps 0,1 --hallucination_silence_threshold 2 --device cpu --model_dir nowhere"
    )
    ran = sotto("transcribe", "a.wav", "--model", byte_model, *reference.split(), home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "out" / "a.srt").exists()


def test_hyphens_and_the_other_name_of_a_threshold_are_taken_too(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    options = "--output-format srt --log-prob-threshold -2 --word-timestamps False --beam-size None --json"
    options += " --batch-size 4"
    ran = sotto("transcribe", "a.wav", "--model", byte_model, *ONCE, *options.split(), home=tmp_path)
    told = json.loads(ran.out)
    assert told["options"]["logprob_threshold"] == -2.0
    assert told["options"]["beam_size"] is None
    assert told["options"]["batch_size"] == 4


def test_json_tells_what_became_of_each_file_and_nothing_that_was_said(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav", 3)
    (tmp_path / "bad.wav").write_text("no sound")
    files = ("bad.wav", "a.wav")
    ran = sotto("transcribe", *files, "--model", byte_model, *ONCE, "-f", "srt", "--json", home=tmp_path)
    bad, good = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 1
    assert (bad["file"], bad["outputs"]) == ("bad.wav", [])
    assert bad["error"].startswith("bad.wav is not a media file")
    assert (good["file"], good["outputs"], good["error"]) == ("a.wav", ["a.srt"], None)
    assert (good["duration_ms"], good["missing_ms"]) == (3_000, 0)
    assert good["options"]["temperature"] == [0.0]
    assert set(good) == {
        "file", "outputs", "model", "language", "segments", "duration_ms", "missing_ms", "took_ms", "options", "error",
    }  # fmt: skip


def test_one_bad_file_stops_no_other(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    (tmp_path / "bad.wav").write_text("no sound")
    files = ("bad.wav", "a.wav", "absent.wav")
    ran = sotto("transcribe", *files, "--model", byte_model, *ONCE, "-f", "srt", "--quiet", home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == "sotto: 2 of 3 files failed: bad.wav, absent.wav"
    assert (tmp_path / "a.srt").exists()


def test_each_channel_is_a_speaker(byte_model: Path, tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "anoisesrc=d=2:r=16000:a=0.5", "-ac", "2", tmp_path / "two.wav")
    options = ("--channels", "each", "-f", "json", "--no_speech_threshold", "None", *ONCE)
    ran = sotto("transcribe", "two.wav", "--model", byte_model, *options, home=tmp_path)
    assert ran.code == 0
    heard = json.loads((tmp_path / "two.json").read_text())["segments"]
    assert {segment["channel"] for segment in heard} == {0, 1}


def test_nothing_is_written_over_unless_it_is_asked_for(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav")
    (tmp_path / "a.srt").write_text("mine")
    command = ("transcribe", "a.wav", "--model", byte_model, *ONCE, "-f", "srt")
    ran = sotto(*command, home=tmp_path)
    assert ran.code == 1
    assert ran.err == "sotto: a.srt exists: move it away, or replace it with --overwrite.\n"
    assert (tmp_path / "a.srt").read_text() == "mine"
    assert sotto(*command, "--overwrite", home=tmp_path).code == 0
    assert (tmp_path / "a.srt").read_text() != "mine"


def test_silence_is_said_to_be_silence(byte_model: Path, tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "2", tmp_path / "a.wav")
    never = ("--no_speech_threshold", "-1", "--logprob_threshold", "None")
    ran = sotto("transcribe", "a.wav", "--model", byte_model, *ONCE, *never, "-f", "srt", home=tmp_path)
    assert (ran.code, ran.err) == (0, "sotto: No speech found in a.wav.\n")
    assert (tmp_path / "a.srt").read_text() == ""


def test_ctrl_c_ends_the_run_and_keeps_what_was_heard(byte_model: Path, tmp_path: Path) -> None:
    tone(tmp_path / "long.wav", 600)
    options = ["--model", str(byte_model), *ONCE, "--verbose", "True", "--no_speech_threshold", "None", "-o", "out"]
    command = [sys.executable, "-m", "engine", "transcribe", "long.wav", *options]
    with subprocess.Popen(
        command, env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("[00:")
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 130
    names = [f"long.partial.{suffix}" for suffix in ("txt", "vtt", "srt", "tsv", "json")]
    kept = ", ".join(f"out/{name}" for name in names)
    assert complaint == f"sotto: Stopped in long.wav: what was heard is in {kept}; files before it are complete.\n"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    assert "-->" in (tmp_path / "out" / "long.partial.srt").read_text()
    assert not any(path.is_dir() for path in (tmp_path / "cache" / "sotto" / "sound").iterdir())


def test_a_terminal_sees_a_bar_and_what_is_heard(byte_model: Path, tmp_path: Path) -> None:
    film(tmp_path / "a.mp4", 2)
    options = ["--model", str(byte_model), *ONCE, "--no_speech_threshold", "None", "-f", "srt"]
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "engine", "transcribe", "a.mp4", *options],
        env=environment(tmp_path) | {"TERM": "xterm", "COLUMNS": "100"},
        cwd=tmp_path,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 65536):
            shown += more
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert running.wait(60) == 0
    assert b"Listening a.mp4" in shown
    assert b"/ 00:02" in shown
    assert b"[00:" in shown
    assert b"a.mp4: " in shown
