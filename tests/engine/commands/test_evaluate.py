"""`sotto evaluate`, run as a person runs it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from tests.support.clips import ffmpeg, tone
from tests.support.command_line import environment, sotto
from tests.support.synthetic import notice, synthetic_copy

QUICK = ("--temperature_increment_on_fallback", "None", "--beam_size", "1", "--no_speech_threshold", "None")
SRT = "1\n00:00:00,000 --> 00:00:01,500\nA secret sentence.\n"


def references(home: Path) -> Path:
    """Two conditions; in one of them a recording in which nothing is said."""
    for condition in ("clean", "noise"):
        (home / "ref" / condition).mkdir(parents=True)
        tone(home / "ref" / condition / "a.wav")
        (home / "ref" / condition / "a.srt").write_text(SRT)
    tone(home / "ref" / "noise" / "silent.wav")
    (home / "ref" / "noise" / "silent.txt").write_text("")
    return home / "ref"


def test_a_folder_becomes_a_report(byte_model: Path, tmp_path: Path) -> None:
    references(tmp_path)
    ran = sotto("evaluate", "ref", "--model", byte_model, "--language", "en", *QUICK, "-o", "out", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["total"]["files"], report["total"]["wer"]["reference"]) == (3, 6)
    assert [(each["condition"], each["files"]) for each in report["conditions"]] == [("clean", 1), ("noise", 2)]
    assert report["total"]["language_accuracy"]["of"] == 2
    silence = report["conditions"][1]["no_speech"]
    assert silence["found"] + silence["invented"] == 1
    assert "# byte: how well it hears" in (tmp_path / "out" / "report.md").read_text()
    assert [line.split()[:2] for line in ran.out.splitlines()[1:4]] == [["All", "3"], ["clean", "1"], ["noise", "2"]]
    assert ran.out.endswith("-> out/report.md, out/report.json\n")


def test_a_model_of_synthetic_speech_is_named_as_such(byte_model: Path, tmp_path: Path) -> None:
    model = synthetic_copy(byte_model, tmp_path / "mini")
    command = ("evaluate", references(tmp_path) / "clean", "--model", model, "--language", "en", *QUICK, "--overwrite")
    ran = sotto(*command, "--json", home=tmp_path)
    assert ran.err == notice("mini")
    assert json.loads(ran.out)["total"]["files"] == 1
    assert sotto(*command, "--quiet", home=tmp_path).err == ""


def test_nothing_that_was_said_is_told_unless_it_is_asked_for(byte_model: Path, tmp_path: Path) -> None:
    command = ("evaluate", references(tmp_path) / "clean", "--model", byte_model, "--language", "en", *QUICK)
    ran = sotto(*command, "--json", home=tmp_path)
    told = ran.out + ran.err + (tmp_path / "report.md").read_text() + (tmp_path / "report.json").read_text()
    assert json.loads(ran.out)["total"]["wer"]["rate"] > 0
    assert "secret" not in told
    assert sotto(*command, "--quiet", "--show_text", "--overwrite", home=tmp_path).out == ""
    assert "a secret sentence" in (tmp_path / "report.md").read_text()


def test_librispeech_is_read_as_it_is_laid_out(byte_model: Path, tmp_path: Path) -> None:
    chapter = tmp_path / "dev-clean" / "84" / "121123"
    chapter.mkdir(parents=True)
    for number in ("0000", "0001"):
        ffmpeg("-f", "lavfi", "-i", "sine=d=1:r=16000", chapter / f"84-121123-{number}.flac")
    (chapter / "84-121123.trans.txt").write_text("84-121123-0000 GO DO YOU HEAR\n84-121123-0001 BUT IN LESS\n")
    ran = sotto("evaluate", "dev-clean", "--model", byte_model, *QUICK, "-o", "out", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [(each["language"], each["condition"]) for each in report["files"]] == [("en", "dev-clean")] * 2
    assert report["total"]["wer"]["reference"] == 7


def test_words_of_a_list_are_measured_apart(byte_model: Path, tmp_path: Path) -> None:
    references(tmp_path)
    (tmp_path / "words.txt").write_text("Secret\nabsent\n")
    options = ("--language", "en", "--words", "words.txt", *QUICK, "--json")
    ran = sotto("evaluate", "ref", "--model", byte_model, *options, home=tmp_path)
    listed = json.loads(ran.out)["total"]["listed_words"]
    assert (listed["words"], listed["cer"]["reference"]) == (2, 12)


def test_what_is_left_out_is_told_and_counted(byte_model: Path, tmp_path: Path) -> None:
    folder = references(tmp_path)
    (folder / "bad.wav").write_text("no sound")
    (folder / "bad.txt").write_text("hello")
    tone(folder / "alone.wav")
    ran = sotto("evaluate", "ref", "--model", byte_model, *QUICK, "-o", "out", "--quiet", home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    alone, bad, count = ran.err.splitlines()
    assert alone == "sotto: ref/alone.wav has no subtitles of its name beside it."
    assert bad.startswith("sotto: ref/bad.wav is not a media file")
    assert count == "sotto: 2 of what should be measured was left out: the report says why."
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["total"]["files"], len(report["problems"])) == (3, 2)


def test_a_report_that_is_there_stays_unless_it_may_be_replaced(byte_model: Path, tmp_path: Path) -> None:
    references(tmp_path)
    (tmp_path / "report.md").write_text("mine")
    ran = sotto("evaluate", "ref", "--model", byte_model, *QUICK, home=tmp_path)
    assert ran.code == 1
    assert "report.md exists" in ran.err
    assert (tmp_path / "report.md").read_text() == "mine"


def test_a_folder_without_references_and_one_that_is_none_are_refused(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = sotto("evaluate", "empty", "--model", byte_model, home=tmp_path)
    assert ran.code == 1
    assert ran.err.startswith("sotto: No reference in empty: ")
    assert sotto("evaluate", "absent", "--model", byte_model, home=tmp_path).code == 2


def test_ctrl_c_keeps_the_figures_of_what_was_heard(byte_model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ref"
    folder.mkdir()
    tone(folder / "a.wav")
    (folder / "a.srt").write_text("1\n00:00:00,000 --> 00:00:09,000\nLonger than its sound.\n")
    tone(folder / "b.wav", 600)
    (folder / "b.txt").write_text("hello")
    command = [sys.executable, "-m", "engine", "evaluate", "ref", "--model", str(byte_model), *QUICK, "-o", "out"]
    with subprocess.Popen(
        command, env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        assert "ref/a.wav ends 7000 ms before its subtitles" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaint == "sotto: Stopped after 1 of 2 recordings: their figures are in out/report.md.\n"
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["complete"], report["total"]["files"]) == (False, 1)
