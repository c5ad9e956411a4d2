"""References in lists of pairs."""

from pathlib import Path

from engine.evaluation.candidate import Problem
from engine.evaluation.find import find_references
from engine.evaluation.reference import Line, Reference


def test_a_list_says_which_files_belong_together(tmp_path: Path) -> None:
    (tmp_path / "flite").mkdir()
    for name in ("a.wav", "flite/b.wav"):
        (tmp_path / name).touch()
    (tmp_path / "a.txt").write_text("Hola")
    (tmp_path / "a.en.txt").write_text("Hello")
    (tmp_path / "words.tsv").write_text("5\t9\tword\tHola\n")
    (tmp_path / "pairs.tsv").write_text(
        "media\tsubtitles\tlanguage\ttranslation\tevents\tcondition\n"
        "a.wav\ta.txt\tSpanish\ta.en.txt\twords.tsv\tfast\n"
        "\n"
        "flite/b.wav\ta.txt\n"
    )
    assert list(find_references([tmp_path], "de")) == [
        Reference(tmp_path / "a.wav", (Line("Hola"),), "es", "fast", (Line("Hello"),), (Line("Hola", 5, 9),)),
        Reference(tmp_path / "flite" / "b.wav", (Line("Hola"),), "de", "flite"),
    ]
    assert list(find_references([tmp_path / "pairs.tsv"], "de")) == list(find_references([tmp_path], "de"))


def test_rows_that_can_t_be_used_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    (tmp_path / "a.txt").write_text("Hola")
    (tmp_path / "pairs.tsv").write_text(
        "media\tsubtitles\tlanguage\nabsent.wav\ta.txt\tes\na.wav\t\tes\na.wav\tabsent.srt\tes\na.wav\ta.txt\tKlingon\n"
    )
    problems = [each for each in find_references([tmp_path], None) if isinstance(each, Problem)]
    assert [problem.kind for problem in problems] == ["media", "subtitles", "subtitles", "subtitles"]
    assert "pairs.tsv, line 2: " in problems[0].message
    assert "pairs.tsv, line 3: media or subtitles is missing" in problems[1].message
    assert "absent.srt does not exist" in problems[2].message
    assert "Whisper knows no language 'Klingon'" in problems[3].message


def test_a_list_without_the_right_columns_is_told(tmp_path: Path) -> None:
    for content in ("", "a.wav\ta.txt\n"):
        (tmp_path / "pairs.tsv").write_text(content)
        (problem,) = find_references([tmp_path], None)
        assert isinstance(problem, Problem)
        assert "has no columns media and subtitles" in problem.message
