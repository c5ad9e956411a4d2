"""References in LibriSpeech's layout."""

from pathlib import Path

from engine.evaluation.candidate import Problem
from engine.evaluation.find import find_references
from engine.evaluation.reference import Line, Reference


def chapter(folder: Path) -> Path:
    place = folder / "dev-clean" / "84" / "121123"
    place.mkdir(parents=True)
    for number in ("0000", "0001"):
        (place / f"84-121123-{number}.flac").touch()
    return place


def test_each_recording_has_its_line(tmp_path: Path) -> None:
    place = chapter(tmp_path)
    (place / "84-121123.trans.txt").write_text("84-121123-0000 GO DO YOU HEAR\n84-121123-0001 BUT IN LESS\n")
    expected = [
        Reference(place / "84-121123-0000.flac", (Line("GO DO YOU HEAR"),), "en", "dev-clean"),
        Reference(place / "84-121123-0001.flac", (Line("BUT IN LESS"),), "en", "dev-clean"),
    ]
    assert list(find_references([tmp_path / "dev-clean"], None)) == expected
    assert list(find_references([place], None)) == expected


def test_lines_and_recordings_without_each_other_are_told(tmp_path: Path) -> None:
    place = chapter(tmp_path)
    (place / "84-121123.trans.txt").write_text("84-121123-0000 GO\n84-121123-0009 DO\n")
    _, absent, unwritten = find_references([tmp_path], None)
    assert isinstance(absent, Problem)
    assert absent.message.endswith("there is no recording 84-121123-0009 beside it.")
    assert isinstance(unwritten, Problem)
    assert unwritten.message.endswith("84-121123-0001.flac has no line in a .trans.txt file beside it.")


def test_another_language_can_be_said(tmp_path: Path) -> None:
    place = chapter(tmp_path)
    (place / "84-121123.trans.txt").write_text("84-121123-0000 GEH\n")
    reference = next(find_references([tmp_path], "de"))
    assert isinstance(reference, Reference)
    assert reference.language == "de"
