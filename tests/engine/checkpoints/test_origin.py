"""Where a model came from is written down beside it, and read again."""

from pathlib import Path

import pytest

from engine.checkpoints.origin import FILE, KnownFile, Origin, read_origin, write_origin


def test_what_is_written_down_is_read_again(tmp_path: Path) -> None:
    origin = Origin("someone/mini", "5" * 40, (KnownFile("config.json", 7, "0" * 64),))
    write_origin(tmp_path, origin)
    assert read_origin(tmp_path) == origin


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"version": 2}', '{"version": 1, "source": "a/b", "revision": "", "files": [7]}', "\x00"],
)
def test_what_nobody_wrote_down_is_not_known(tmp_path: Path, content: str) -> None:
    assert read_origin(tmp_path) is None
    (tmp_path / FILE).write_text(content)
    assert read_origin(tmp_path) is None
