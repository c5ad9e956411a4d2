"""The sample, laid out by two profiles: each file keeps its rules. What the model hears in it is not asked here."""

from pathlib import Path

import pytest

from engine.subtitles.checks import check
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import read
from engine.subtitles.profiles import find_profile
from tests.support import two_layouts
from tests.support.synthetic import needs_embedded
from tests.support.two_layouts import of_the_layout, with_words


def test_speech_that_nobody_can_read_in_time_is_not_the_layout_s_fault() -> None:
    profile = find_profile("netflix-en")
    long = "This is a line that nobody would ever break into two."
    cues = (Cue(1, 0, 1000, "a" * 42), Cue(2, 1100, 5000, long), Cue(3, 5100, 6100, "b" * 42), Cue(4, 9000, 9900, "c"))
    document = Document(cues, "en")
    problems = check(document, profile)
    assert {(each.cue, each.rule) for each in problems} >= {
        (1, "characters-per-second"),
        (2, "characters-per-line"),
        (3, "characters-per-second"),
    }
    ours = {(each.cue, each.rule) for each in of_the_layout(document, problems, profile)}
    assert (1, "characters-per-second") not in ours
    assert {(2, "characters-per-line"), (3, "characters-per-second")} <= ours


def test_words_come_back_to_the_cues_that_they_were_heard_in(tmp_path: Path) -> None:
    words = ", ".join(f'{{"word": " {text}", "start": {at}, "end": {at + 1}}}' for at, text in enumerate("abc"))
    (tmp_path / "a.json").write_text(
        f'{{"segments": [{{"start": 0, "end": 3, "text": " a b c", "words": [{words}]}}]}}'
    )
    document = with_words([Cue(1, 0, 2000, "a\nb"), Cue(2, 2000, 3000, "c")], tmp_path / "a.json")
    assert [[(word.text, word.start) for word in cue.words] for cue in document.cues] == [
        [(" a", 0), (" b", 1000)],
        [(" c", 2000)],
    ]


@needs_embedded
def test_two_profiles_make_two_files_without_a_problem_of_the_layout_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(two_layouts, "OUT", tmp_path)
    assert two_layouts.main([]) == 0
    out, _ = capfd.readouterr()
    assert out.count("problems, 0 the layout's") == 2
    wide, narrow = (read(tmp_path / name / "interview.srt").document.cues for name in two_layouts.PROFILES)
    assert max(len(line) for cue in wide for line in cue.text.split("\n")) > 25
    assert max(len(line) for cue in narrow for line in cue.text.split("\n")) <= 25
    assert [word for cue in wide for word in cue.text.split()] == [word for cue in narrow for word in cue.text.split()]
