"""`sotto convert` and `sotto info`: what they write, what they tell, how they end."""

import json
from pathlib import Path

import pytest

from engine.__main__ import run

_SRT = "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i>\n\n2\n00:00:03.000 --> 00:00:04,000\nworld\n\n"


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "a.srt"
    path.write_text(_SRT)
    return path


def test_a_file_is_converted_to_the_format_of_its_new_name(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = srt.with_name("b.vtt")
    assert run(["convert", str(srt), str(target)]) == 0
    assert target.read_text() == (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>Hello</i>\n\n00:03.000 --> 00:04.000\nworld\n\n"
    )
    assert capsys.readouterr().out == (
        f"{srt}: 2 cues -> {target}\n  mended: a time is not written as the format demands (line 6)\n"
    )


def test_many_files_are_converted_beside_themselves_or_into_a_folder(srt: Path, tmp_path: Path) -> None:
    other = tmp_path / "c.vtt"
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hi\n")
    (tmp_path / "out").mkdir()
    assert run(["convert", str(srt), str(other), "--to", "sbv", "-o", str(tmp_path / "out"), "-q"]) == 0
    assert run(["convert", str(srt), str(other), "--to", ".ass", "-q"]) == 0
    assert (tmp_path / "out" / "c.sbv").read_text() == "0:00:01.000,0:00:02.000\nAnn: Hi\n\n"
    assert "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ann,0,0,0,,Hi\n" in (tmp_path / "c.ass").read_text()


def test_what_a_format_cannot_keep_is_told(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", str(srt), "--to", "tmp", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["cues"], told["encoding"], told["error"]) == (2, "utf-8", None)
    assert told["not_kept"] == [
        {"what": "the ends of cues are left out", "cues": 2},
        {"what": "italic is left out", "cues": 1},
    ]
    assert told["mended"] == [{"what": "a time is not written as the format demands", "times": 1, "line": 6}]


def test_one_bad_file_stops_no_other_and_existing_files_stay(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = srt.with_name("bad.srt")
    bad.write_text("a secret")
    assert run(["convert", str(bad), str(srt), "--to", "vtt", "-q"]) == 1
    assert srt.with_suffix(".vtt").exists()
    assert run(["convert", str(srt), "--to", "vtt", "-q"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(f"sotto: {bad}: this is not SubRip")
    assert told[1].startswith(f"sotto: {srt.with_suffix('.vtt')} exists")
    assert "secret" not in " ".join(told)


def test_projects_are_files_among_others(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, target = srt.with_name("a.sotto"), srt.with_name("b.srt")
    assert run(["convert", str(srt), "--to", "sotto", "-q"]) == 0
    assert run(["convert", str(project), str(target)]) == 0
    assert capsys.readouterr().out == f"{project}: 2 cues -> {target}\n"
    assert target.read_text() == _SRT.replace("03.000", "03,000")
    assert run(["info", str(project)]) == 0
    assert "format:      Sotto project" in capsys.readouterr().out
    assert run(["check", str(project), "--fix"]) in (0, 1)
    assert run(["convert", str(srt), str(project), "-q"]) == 1
    assert "a.sotto exists" in capsys.readouterr().err


def test_translations_are_shown_alone_or_below_the_original(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("start,end,speaker,text,translation\n1.0,2.0,,Hello,Hallo\n3.0,4.0,,world,\n")
    for which, texts in (("translation", ["Hallo", "world"]), ("both", ["Hello\nHallo", "world"])):
        assert run(["convert", str(source), str(tmp_path / f"{which}.srt"), "--text", which, "-q"]) == 0
        written = (tmp_path / f"{which}.srt").read_text()
        assert [block.split("\n", 2)[2] for block in written.strip().split("\n\n")] == texts


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["a.srt"], "convert takes a file and its new name"),
        (["a.srt", "b.srt", "c.srt"], "convert takes a file and its new name"),
        (["a.sub", "b.srt", "--fps", "fast"], "'fast' is no frame rate"),
        (["a.srt", "x/a.vtt", "--to", "ass", "x/a.srt"], "two of the files would be written to x/a.ass"),
        (["a.srt", "b.srt", "--text", "neither"], "Invalid value for '--text'"),
    ],
)
def test_a_command_line_that_cannot_be_ends_with_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["convert", *arguments]) == 2
    assert complaint in capsys.readouterr().err


def test_info_tells_what_a_file_is(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    srt.write_bytes(_SRT.replace("world", "Grüße aus Köln").encode("cp1252"))
    assert run(["info", str(srt)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [f"{srt}", "  format:      SubRip", "  cues:        2", "  times:       00:01.000 to 00:04.000"]
    assert lines[4].startswith("  encoding:    cp1252 (guessed; others: ")
    assert lines[5:] == [
        "  mended: the encoding was guessed",
        "  mended: a time is not written as the format demands (line 6)",
    ]


def test_info_prints_an_object_a_file_for_scripts(srt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["info", str(srt), str(srt.with_name("none.srt")), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["format"], told["cues"], told["start_ms"], told["end_ms"]) == ("SubRip", 2, 1000, 4000)
