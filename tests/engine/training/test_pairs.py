"""Pairs are found by a table or by their names."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.training.pairs import Pair, read_pairs


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("")


def test_a_table_names_files_beside_it(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text('media\tsubtitles\tlanguage\ttranslation\tevents\na "b.wav\ta.vtt\tNorwegian\ta.en.vtt\t\n')
    pair = Pair(tmp_path / 'a "b.wav', tmp_path / "a.vtt", "no", tmp_path / "a.en.vtt")
    assert read_pairs(table) == read_pairs(tmp_path) == [pair]


def test_files_of_one_name_are_pairs(tmp_path: Path) -> None:
    touch(tmp_path, "a.mp4", "a.srt", "b.wav", "b.de.vtt", "b.en.vtt", "c.mkv", "notes.txt", "d.srt")
    assert read_pairs(tmp_path, "es") == [Pair(tmp_path / "a.mp4", tmp_path / "a.srt", "es")]
    (tmp_path / "a.srt").unlink()
    assert read_pairs(tmp_path) == [Pair(tmp_path / "b.wav", tmp_path / "b.de.vtt", "de", tmp_path / "b.en.vtt")]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("media\tlanguage\na.wav\ten\n", "has no columns media and subtitles"),
        ("media\tsubtitles\tlanguage\na.wav\t\ten\n", "pairs.tsv, line 2: media or subtitles is missing"),
        ("media\tsubtitles\tlanguage\na.wav\ta.srt\tklingon\n", "knows no language"),
        ("media\tsubtitles\na.wav\ta.srt\n", "give --language"),
        ("media\tsubtitles\tlanguage\n", "holds no pairs"),
    ],
)
def test_a_table_that_cannot_be_is_told(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "pairs.tsv").write_text(table)
    with pytest.raises(EngineError, match=message):
        read_pairs(tmp_path)


def test_a_place_without_pairs_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(EngineError, match="holds no pairs"):
            read_pairs(place)
