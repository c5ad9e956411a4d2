"""The sample becomes subtitles, shown beside the true ones; what the embedded model hears in it is not asked here."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from engine.subtitles.document import Cue
from engine.subtitles.formats import read
from tests.support import demo
from tests.support.demo import Row, has_screen, side_by_side, word_errors
from tests.support.synthetic import needs_embedded, synthetic_copy


def test_what_was_heard_stands_beside_what_was_said_then() -> None:
    true = [Cue(1, 1000, 3000, "Hello."), Cue(2, 3500, 5000, "Guten Tag!"), Cue(3, 8000, 9000, "Ja.")]
    heard = [Cue(1, 900, 2000, "Hell"), Cue(2, 2000, 3600, "oh"), Cue(3, 3600, 5000, "guten"), Cue(4, 6000, 7000, "Hm")]
    assert side_by_side(true, heard, [True, False, False]) == [
        Row(1000, "Hello.", "Hell oh", "en"),
        Row(3500, "Guten Tag!", "guten", None),
        Row(6000, "", "Hm", None),
        Row(8000, "Ja.", "", None),
    ]


def test_words_are_counted_over_all_rows_by_the_rules_of_their_language() -> None:
    rows = [
        Row(0, "I'm twenty.", "I am 20", "en"),
        Row(1, "Guten Tag, Sofia!", "guten", None),
        Row(2, "", "tag hm", None),
    ]
    counts = word_errors(rows)
    assert (counts.length, counts.hits, counts.deletions + counts.substitutions + counts.insertions) == (6, 5, 1)


def test_nothing_heard_is_every_word_wrong() -> None:
    assert word_errors(side_by_side([Cue(1, 0, 500, "Hello there.")], [], [True])).rate == 1.0


def test_the_demonstration_writes_and_shows_all(
    byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    model = synthetic_copy(byte_model, tmp_path / "mini")
    monkeypatch.setattr(demo, "OUT", tmp_path / "out")
    quick = ["--beam_size", "1", "--temperature_increment_on_fallback", "None", "--clip_timestamps", "4,6"]
    assert demo.main(["--once", "--model", str(model), *quick]) == 0
    out, err = capfd.readouterr()
    assert err.count("mini knows synthetic speech only") == 1
    assert "As spoken" in out
    assert "In English" in out
    assert out.count("Word error rate: ") == 2
    for cue in read(demo.SAMPLE / "interview.vtt").document.cues:
        assert cue.text.split()[0] in out
    made = [tmp_path / "out" / name for name in ("interview.srt", "interview.vtt", "english/interview.srt")]
    assert out.splitlines()[-3:] == [str(path) for path in made]
    assert all(path.is_file() for path in made)


def test_a_window_is_seen_where_the_system_always_has_one_or_names_a_display() -> None:
    assert has_screen({}, "darwin")
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert not has_screen({"DISPLAY": ""}, "linux")


def test_without_a_model_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "OUT", tmp_path / "out")
    assert demo.main(["--model", "not-here"]) == 1
    out, err = capfd.readouterr()
    assert err.startswith("sotto: There is no model 'not-here' here: ")
    assert (out, err.count("\n")) == ("", 1)


@needs_embedded
def test_the_embedded_model_hears_both_languages_of_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "OUT", tmp_path / "out")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert demo.main([]) == 0
    assert "sotto-mini knows synthetic speech only" in capfd.readouterr().err
    picture = QImage(str(tmp_path / "out" / "window.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    heard = read(tmp_path / "out" / "interview.vtt").document.cues
    assert any(cue.start < 30_000 for cue in heard)
    assert any(cue.start >= 30_000 for cue in heard)
