"""The keys of Subtitle Edit are taken over from its own files, and nothing else is."""

import json
from pathlib import Path

import pytest

from app.keys.sets import read_key_sets
from app.keys.subtitle_edit import take_over
from app.keys.values import Key
from engine.errors import EngineError

_XML = """<?xml version="1.0" encoding="utf-8"?>
<Settings>
  <General><ShowToolbarNew>True</ShowToolbarNew></General>
  <Shortcuts>
    <MainFileSave>Control+Alt+S</MainFileSave>
    <MainCreateSetStart>F7</MainCreateSetStart>
    <MainVideoPlayPauseToggle>Space</MainVideoPlayPauseToggle>
    <MainVideo1000MsLeft>Control+Oemcomma</MainVideo1000MsLeft>
    <MainVideo500MsLeft>Alt+D5</MainVideo500MsLeft>
    <MainCreateInsertSubAtVideoPos>Shift+F9</MainCreateInsertSubAtVideoPos>
    <WaveformAdd>Insert</WaveformAdd>
    <MainToolsBeamer>Control+Shift+Alt+B</MainToolsBeamer>
    <MainEditUndo />
  </Shortcuts>
</Settings>
"""


def test_keys_come_from_the_settings_of_version_4(tmp_path: Path) -> None:
    (tmp_path / "Settings.xml").write_text(_XML)
    base = read_key_sets()[0]
    taken = take_over(tmp_path / "Settings.xml", base)
    assert (taken.actions, taken.left_out) == (6, 1)
    assert taken.keys.keys_of("file.save") == (Key("Ctrl+Alt+S"),)
    assert taken.keys.keys_of("time.set_start") == (Key("F7"),)
    assert taken.keys.keys_of("play.toggle") == (Key("Space", "view"),)
    assert taken.keys.keys_of("play.back") == (Key("Ctrl+,"),)
    assert taken.keys.keys_of("play.back_little") == (Key("Alt+5"),)
    assert taken.keys.keys_of("cue.insert_at_playhead") == (Key("Shift+F9"), Key("Ins", "view"))
    assert taken.keys.keys_of("edit.undo") == base.keys_of("edit.undo")


def test_an_exported_file_has_the_shortcuts_as_its_root(tmp_path: Path) -> None:
    (tmp_path / "SE_Shortcuts.xml").write_text("<Shortcuts><MainEditFind>Control+K</MainEditFind></Shortcuts>")
    taken = take_over(tmp_path / "SE_Shortcuts.xml", read_key_sets()[0])
    assert taken.keys.keys_of("edit.find") == (Key("Ctrl+K"),)


@pytest.mark.parametrize("whole", [True, False])
def test_keys_come_from_the_shortcuts_of_version_5(tmp_path: Path, whole: bool) -> None:
    keys = [
        {"ActionName": "TogglePlayPauseCommand", "Keys": ["Control", "Space"], "ControlName": None},
        {"ActionName": "SomethingElseCommand", "Keys": ["F2"]},
        {"ActionName": "UndoCommand", "Keys": []},
        "nonsense",
    ]
    (tmp_path / "a.shortcuts").write_text(json.dumps({"Shortcuts": keys} if whole else keys))
    taken = take_over(tmp_path / "a.shortcuts", read_key_sets()[0])
    assert (taken.actions, taken.left_out) == (1, 1)
    assert taken.keys.keys_of("play.toggle") == (Key("Ctrl+Space"),)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"<Settings/>", b"{}", b"[" * 100_000, b"<Shortcuts>", b'{"Shortcuts": 3}',
     b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><Shortcuts><MainFileSave>&b;</MainFileSave></Shortcuts>'],
)  # fmt: skip
def test_a_file_without_keys_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.xml").write_bytes(content)
    with pytest.raises(EngineError, match=r"x\.xml holds no keys of Subtitle Edit"):
        take_over(tmp_path / "x.xml", read_key_sets()[0])


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        take_over(tmp_path / "none.xml", read_key_sets()[0])
