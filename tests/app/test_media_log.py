"""No name of a film reaches stderr, where logs come from; Qt's FFmpeg would write it there, title and all."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer

from app.media_log import quiet_ffmpeg

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample" / "interview.mp4"
OPENS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtWidgets import QApplication
from app.player import Player
application, player, sink = QApplication([]), Player(), QVideoSink()
player.show_on(sink)
player.duration_changed.connect(lambda duration: duration and QTimer.singleShot(200, application.quit))
player.failed.connect(lambda _: QTimer.singleShot(200, application.quit))
player.open(Path(sys.argv[1]))
player.play()
sys.exit(application.exec())
"""


@pytest.mark.parametrize("name", ["CANARY.mp4", "CANARY-cut.mp4", "CANARY-junk.ts"])
def test_what_is_opened_is_named_nowhere(tmp_path: Path, name: str) -> None:
    film = tmp_path / name
    shutil.copy(SAMPLE, film)
    if "cut" in name:
        film.write_bytes(film.read_bytes()[:100_000])
    elif "junk" in name:
        film.write_bytes(b"no film at all" * 10_000)
    done = subprocess.run(
        [sys.executable, "-c", OPENS, str(film)], capture_output=True, text=True, timeout=120, check=True
    )
    assert "CANARY" not in done.stdout + done.stderr
    assert "Input #0" not in done.stderr


@pytest.mark.usefixtures("qapp")
def test_the_ffmpeg_of_qt_is_found_once_a_player_is_there() -> None:
    QMediaPlayer()
    assert quiet_ffmpeg()
