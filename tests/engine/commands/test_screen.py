"""What is printed: one line where one line is promised, and nothing that commands a terminal."""

import json

import pytest

from engine.commands.screen import Account, Screen, clock, complain, on_one_line
from engine.transcript import Segment

HEARD = Segment(61_234, 3_661_007, " [b]Hello[/b]\x1b[2J", (), (), "en", 0, 0.0, 0.0, 0.0, 0.0, None)
DONE = Account("a.mp4", ("a.srt",), "tiny", "en", segments=2, duration_ms=90_000, took_ms=30_000)


@pytest.mark.parametrize(
    ("time", "written"),
    [(0, "00:00.000"), (61_234, "01:01.234"), (3_599_999, "59:59.999"), (3_661_007, "01:01:01.007")],
)
def test_times_have_hours_only_where_there_are_any(time: int, written: str) -> None:
    assert clock(time) == written


def test_signs_that_command_a_terminal_are_made_visible() -> None:
    assert on_one_line("é\n\x1b[31m\udce9 ok") == "é\\n\\x1b[31m\\udce9 ok"


def test_complaints_are_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\nb")
    assert capsys.readouterr() == ("", "sotto: a\\nb\n")


def test_segments_are_printed_as_the_reference_does_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    Screen(quiet=False, as_json=False, verbose=True).hear(HEARD)
    assert capsys.readouterr().out == "[01:01.234 --> 01:01:01.007] [b]Hello[/b]\\x1b[2J\n"


@pytest.mark.parametrize(
    "screen",
    [
        Screen(quiet=False, as_json=False, verbose=None),
        Screen(quiet=False, as_json=False, verbose=False),
        Screen(quiet=True, as_json=False, verbose=True),
        Screen(quiet=False, as_json=True, verbose=True),
    ],
    ids=["no terminal", "not verbose", "quiet", "json"],
)
def test_else_nothing_that_was_said_is_printed(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    screen.hear(HEARD)
    assert capsys.readouterr() == ("", "")


def test_a_summary_says_what_was_written_and_how_fast(capsys: pytest.CaptureFixture[str]) -> None:
    Screen(quiet=False, as_json=False, verbose=None).account(DONE)
    assert capsys.readouterr().out == "a.mp4: 2 segments in English, 01:30 of sound at 3.0x real time -> a.srt\n"


def test_a_json_line_holds_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    Screen(quiet=True, as_json=True, verbose=None).account(DONE)
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "file": "a.mp4", "outputs": ["a.srt"], "model": "tiny", "language": "en", "segments": 2, "duration_ms": 90_000,
        "missing_ms": 0, "took_ms": 30_000, "options": None, "error": None,
    }  # fmt: skip


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    Screen(quiet=True, as_json=False, verbose=None).account(DONE)
    assert capsys.readouterr() == ("", "")
