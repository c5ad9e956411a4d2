"""What a run will write is planned and refused before it works."""

from pathlib import Path

import pytest

from engine.commands.outputs import Job, Writing, check_folder, check_outputs, plan
from engine.errors import EngineError
from engine.subtitles.profiles import find_profile
from engine.subtitles.reference_layout import LineLimits
from engine.transcript import Segment
from tests.support.transcripts import segment, timed_segment

HELLO = Segment(0, 1_500, " Hello.", (), (50364, 2425, 13, 50439), "en", 0, 0.0, -0.5, 0.8, 0.01)


def test_outputs_are_named_after_their_file() -> None:
    assert plan([Path("a/interview.final.mp4"), Path(".hidden")], Path("out"), (".srt", ".vtt")) == (
        Job(Path("a/interview.final.mp4"), (Path("out/interview.final.srt"), Path("out/interview.final.vtt"))),
        Job(Path(".hidden"), (Path("out/.hidden.srt"), Path("out/.hidden.vtt"))),
    )


def test_two_files_never_share_an_output() -> None:
    with pytest.raises(EngineError, match=r"2 of the files would be written to out/a\.srt") as refused:
        plan([Path("x/a.mp4"), Path("b.mp4"), Path("a.wav")], Path("out"), (".srt",))
    assert refused.value.kind == "options"


def test_a_folder_that_is_still_to_be_made_is_fine_and_not_made_yet(tmp_path: Path) -> None:
    check_folder(tmp_path / "new" / "deep")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_folder_s_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(EngineError, match="file is not a folder"):
        check_folder(tmp_path / "file" / "out")


def test_what_exists_is_not_written_over_unless_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("mine")
    job = Job(Path("a.mp4"), (tmp_path / "a.srt",))
    with pytest.raises(EngineError, match=r"a\.srt exists"):
        check_outputs(job, overwrite=False)
    check_outputs(job, overwrite=True)


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.srt").mkdir()
    with pytest.raises(EngineError, match=r"a\.srt is a folder"):
        check_outputs(Job(Path("a.mp4"), (tmp_path / "a.srt",)), overwrite=True)


def test_all_formats_hold_what_was_heard(tmp_path: Path) -> None:
    outputs = tuple(tmp_path / "new" / f"a{suffix}" for suffix in (".srt", ".vtt", ".txt", ".tsv"))
    Writing(LineLimits(), overwrite=False).write(Job(Path("a.mp4"), outputs), (HELLO,), "en")
    assert [output.read_text() for output in outputs] == [
        "1\n00:00:00,000 --> 00:00:01,500\nHello.\n\n",
        "WEBVTT\n\n00:00.000 --> 00:01.500\nHello.\n\n",
        "Hello.\n",
        "start\tend\ttext\n0\t1500\tHello.\n",
    ]


def test_a_profile_lays_out_what_has_times_and_leaves_text_and_json_as_heard(tmp_path: Path) -> None:
    outputs = tuple(tmp_path / f"a{suffix}" for suffix in (".srt", ".tsv", ".txt"))
    heard = (segment(0, 1500, " Hello"), segment(1500, 3000, " there."))
    Writing(LineLimits(), False, find_profile("subtitle-edit")).write(Job(Path("a.mp4"), outputs), heard, "en")
    assert [output.read_text() for output in outputs] == [
        "1\n00:00:00,000 --> 00:00:03,000\nHello there.\n\n",
        "start\tend\ttext\n0\t3000\tHello there.\n",
        "Hello\nthere.\n",
    ]


def test_no_cue_outlasts_the_film(tmp_path: Path) -> None:
    heard = (timed_segment((" Stop", 9000, 9300)),)
    job = Job(Path("a.mp4"), (tmp_path / "a.srt",))
    Writing(LineLimits(), False, find_profile("subtitle-edit")).write(job, heard, "en", until=9500)
    assert (tmp_path / "a.srt").read_text() == "1\n00:00:09,000 --> 00:00:09,500\nStop\n\n"


def test_highlighted_words_are_underlined_within_the_profile_s_cues(tmp_path: Path) -> None:
    heard = (timed_segment((" Go", 0, 500), (" on", 500, 1000)),)
    outputs = (tmp_path / "a.vtt", tmp_path / "a.tsv")
    limits = LineLimits(highlight_words=True)
    Writing(limits, False, find_profile("subtitle-edit")).write(Job(Path("a.mp4"), outputs), heard, "en")
    assert [output.read_text() for output in outputs] == [
        "WEBVTT\n\n00:00.000 --> 00:00.500\n<u>Go</u> on\n\n00:00.500 --> 00:01.000\nGo <u>on</u>\n\n",
        "start\tend\ttext\n0\t1000\tGo on\n",
    ]
