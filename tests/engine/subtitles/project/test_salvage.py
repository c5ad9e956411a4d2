"""Of a damaged project all that is proven is opened, and the damaged file is kept."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.file import create_project, open_project
from tests.support.damaged_projects import damages, outcome, sample
from tests.support.edit_script import document


def test_a_damaged_cue_is_missing_and_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    whole = History(document(500))
    create_project(path, whole, {"transcription": {"model": "small"}}).close()
    damaged = path.read_bytes().replace(b"Zeile 77<", b"Zeile 78<", 1)
    path.write_bytes(damaged)
    opened = open_project(path)
    assert str(opened.salvaged) == (f"Damaged: 499 of 500 cues recovered; the damaged file was kept as {path}.damaged.")
    cues = whole.document.cues
    assert opened.project.history == History(replace(whole.document, cues=cues[:76] + cues[77:]), saved=None)
    assert opened.project.fact("transcription") == {"model": "small"}
    opened.project.close()
    assert (tmp_path / "a.sotto.damaged").read_bytes() == damaged
    assert open_project(path).salvaged is None


def test_rows_longer_than_a_page_are_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    one, three = document(3).cues[::2]
    cues = (one, Cue(2, 0, 1, "".join(map(str, range(9000)))), three)
    create_project(path, History(Document(cues))).close()
    path.write_bytes(path.read_bytes().replace(b"Zeile 3<", b"Zeile 4<", 1))
    opened = open_project(path)
    opened.project.close()
    assert opened.project.history.document.cues == cues[:2]


def test_a_damaged_name_of_a_table_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, History(document(3))).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE cue", b"CRE\xe5TE TABLE cue", 1))
    opened = open_project(path)
    opened.project.close()
    assert opened.salvaged is not None
    assert opened.project.history.document == document(3)


def test_a_second_damage_leaves_the_first_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, History(document(9))).close()
    for number in (1, 2):
        path.write_bytes(path.read_bytes().replace(f"Zeile {number}<".encode(), b"Zeile 0<", 1))
        open_project(path).project.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.sotto", "a.sotto.damaged", "a.sotto.damaged-2"]


def test_a_damaged_file_that_is_open_elsewhere_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    project = create_project(path, History(document(9)))
    damaged = path.read_bytes().replace(b"Zeile 1<", b"Zeile 0<", 1)
    path.write_bytes(damaged)
    with pytest.raises(EngineError, match="is damaged and can't be salvaged here: it is open in another window"):
        open_project(path)
    assert path.read_bytes() == damaged
    project.close()


def test_no_damage_is_opened_as_if_it_were_whole(tmp_path: Path) -> None:
    path, whole = sample(tmp_path, cues=20, edits=8)
    found = [outcome(data, whole, tmp_path) for _, data in islice(damages(path.read_bytes(), Random(4)), 40)]
    assert [what for what in found if what.startswith("WRONG")] == []
    assert {"whole", "all cues salvaged", "some cues salvaged"} <= set(found)


def test_a_file_cut_at_any_page_is_salvaged_or_refused(tmp_path: Path) -> None:
    path, whole = sample(tmp_path, cues=20, edits=8)
    data = path.read_bytes()
    found = [outcome(data[:length], whole, tmp_path) for length in range(4096, len(data), 4096)]
    assert set(found) <= {"refused", "some cues salvaged", "all cues salvaged"}
