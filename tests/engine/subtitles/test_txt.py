"""Plain text."""

from engine.subtitles.document import Cue, Document
from engine.subtitles.txt import compose


def test_each_cue_is_one_line() -> None:
    cues = (Cue(1, 0, 1000, " Hello,\nyou. "), Cue(2, 1000, 2000, "Yes?", "Ann"))
    assert compose(Document(cues)) == "Hello, you.\nAnn: Yes?\n"
