"""References in folders: recordings beside subtitles."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.evaluation.candidate import Found, Note, Problem
from engine.evaluation.find import find_references
from engine.evaluation.reference import Line, Reference

SRT = "1\n00:00:01,000 --> 00:00:02,000\nHola\n"
HOLA = (Line("Hola", 1_000, 2_000),)


def put(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content)


def found(*places: Path, language: str | None = None) -> list[Found]:
    return list(find_references([*places], language))


def test_a_recording_finds_the_subtitles_of_its_name(tmp_path: Path) -> None:
    put(tmp_path / "noise", a_wav="", a_srt=SRT, a_txt="not this")
    assert found(tmp_path, language="es") == [Reference(tmp_path / "noise" / "a.wav", HOLA, "es", "noise")]


def test_a_name_tells_a_language_and_an_english_one_is_the_translation(tmp_path: Path) -> None:
    put(tmp_path, a_wav="", a_es_srt=SRT, a_en_txt="Hello", b_mp4="", b_en_txt="Hello")
    assert found(tmp_path) == [
        Reference(tmp_path / "a.wav", HOLA, "es", tmp_path.name, translation=(Line("Hello"),)),
        Reference(tmp_path / "b.mp4", (Line("Hello"),), "en", tmp_path.name),
    ]


def test_subtitles_without_a_language_have_their_translation_beside_them(tmp_path: Path) -> None:
    put(tmp_path, a_wav="", a_vtt="WEBVTT\n\n00:01.000 --> 00:02.000\nHola\n", a_en_vtt="WEBVTT\n", a_events_tsv="")
    assert found(tmp_path) == [Reference(tmp_path / "a.wav", HOLA, None, tmp_path.name, translation=())]


def test_events_time_the_words(tmp_path: Path) -> None:
    put(tmp_path, a_wav="", a_srt=SRT, a_events_tsv="900\t1400\tword\tHola\n")
    (reference,) = found(tmp_path)
    assert isinstance(reference, Reference)
    assert reference.words == (Line("Hola", 900, 1_400),)


def test_an_empty_text_is_a_reference_in_which_nothing_is_said(tmp_path: Path) -> None:
    put(tmp_path, a_wav="", a_txt="")
    (reference,) = found(tmp_path)
    assert isinstance(reference, Reference)
    assert reference.text == ""


def test_whatever_can_t_be_a_reference_is_told(tmp_path: Path) -> None:
    put(tmp_path, alone_wav="", many_wav="", many_es_txt="", many_de_txt="", stray_srt="", readme_txt="", bad_wav="")
    (tmp_path / "bad.json").write_text("{")
    problems = [each for each in found(tmp_path) if isinstance(each, Problem)]
    assert [(problem.file.name, problem.kind) for problem in problems] == [
        ("alone.wav", "subtitles"),
        ("bad.wav", "subtitles"),
        ("many.wav", "subtitles"),
        ("stray.srt", "media"),
    ]
    assert problems[0].message.endswith("alone.wav has no subtitles of its name beside it.")
    assert "bad.wav is left out: " in problems[1].message
    assert "several languages" in problems[2].message


def test_subtitles_that_had_to_be_mended_are_used_and_told(tmp_path: Path) -> None:
    put(tmp_path, a_wav="", a_srt="1\n00:00:03,000 --> 00:00:02,000\nHola\n")
    note, reference = found(tmp_path)
    assert isinstance(note, Note)
    assert note.message.endswith("a.srt had to be mended in 1 places: its times may be wrong.")
    assert isinstance(reference, Reference)


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="neither a folder nor a list of pairs") as refused:
        found(tmp_path / "absent")
    assert refused.value.kind == "options"
