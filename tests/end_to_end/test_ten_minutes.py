"""A long film through the whole house, read by others."""

from pathlib import Path

from tests.support.ten_minutes import transcribe


def test_ten_minutes_open_in_other_parsers(tmp_path: Path) -> None:
    subrip, captions = transcribe(tmp_path)
    assert len(subrip.starts) >= 50
    assert (subrip.starts, subrip.ends) == (captions.starts, captions.ends)
    assert subrip.monotone
    assert subrip.inside
