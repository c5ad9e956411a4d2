"""An editor that is killed loses nothing that it told as written; 200 kills: python -m tests.support.kill_editor."""

from pathlib import Path

from tests.support.kill_editor import kills


def test_a_killed_editor_loses_nothing(tmp_path: Path) -> None:
    for kill in kills(seed=7, count=4, cues=40, folder=tmp_path):
        assert kill.is_right, kill
