"""`sotto check`, run as a person runs it."""

import csv
import html.parser
import json
from pathlib import Path

import pytest

from tests.support.command_line import sotto

GOOD = "1\n00:00:01,000 --> 00:00:03,000\nHello there.\n\n2\n00:00:04,000 --> 00:00:06,000\nGood morning.\n"
BAD = (
    "1\n00:00:01,000 --> 00:00:01,500\nHello.\n\n"
    "2\n00:00:03,000 --> 00:00:07,000\n=The <i>quick</i> & brown fox jumps over the lazy dog, and sleeps.\n\n"
    "3\n00:00:08,000 --> 00:00:08,300\nThis cannot be read.\n\n4\n00:00:08,400 --> 00:00:10,000\nNo.\n"
)


class _Page(html.parser.HTMLParser):
    """Collects what a page is made of, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_subtitles_without_problems_end_with_zero(tmp_path: Path) -> None:
    (tmp_path / "good.srt").write_text(GOOD)
    ran = sotto("check", "good.srt", "--profile", "netflix-en", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "good.srt: 2 cues, 0 problems, 0 pieces of advice by Netflix, English\n"


def test_problems_are_listed_without_a_word_of_the_text_and_end_with_one(tmp_path: Path) -> None:
    (tmp_path / "bad.srt").write_text(BAD)
    ran = sotto("check", "bad.srt", "--profile", "netflix-en", home=tmp_path)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "problem cue 1 at 00:01.000: A cue that stands too short, 500 ms, at least 833 (shortest)",
        "problem cue 2 at 00:03.000: A line that is too long, 59 characters, at most 42 (characters-per-line)",
        "problem cue 3 at 00:08.000: A cue that stands too short, 300 ms, at least 833 (shortest)",
        "problem cue 3 at 00:08.000: A cue that must be read too fast, 66.7 characters/s, at most 20 "
        "(characters-per-second)",
        "bad.srt: 4 cues, 4 problems, 0 pieces of advice by Netflix, English",
    ]


def test_fixes_are_shown_and_go_into_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "bad.srt").write_text(BAD)
    ran = sotto("check", "bad.srt", "--profile", "netflix-en", "--fix", home=tmp_path)
    assert ran.code == 1
    assert ran.out.splitlines()[:3] == [
        "fixed cue 1 at 00:01.000: ends at 00:01.833 instead of 00:01.500 (shortest)",
        "fixed cue 2 at 00:03.000: 1 line -> 2, broken anew (characters-per-line)",
        "2 cues fixed -> bad.fixed.srt",
    ]
    assert (tmp_path / "bad.srt").read_text() == BAD
    assert "jumps\nover" in (tmp_path / "bad.fixed.srt").read_text()
    again = sotto("check", "bad.srt", "--fix", home=tmp_path)
    assert again.code == 1
    assert "bad.fixed.srt exists" in again.err


def test_fixes_replace_the_file_only_if_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "short.srt").write_text("1\n00:00:01,000 --> 00:00:01,500\nHello.\n")
    ran = sotto("check", "short.srt", "--fix", "--overwrite", home=tmp_path)
    assert ran.code == 0
    assert "00:00:02,000" in (tmp_path / "short.srt").read_text()


def test_the_page_can_stand_alone_and_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.srt").write_text(BAD.replace("Hello.", "<script>alert(1)</script>"))
    ran = sotto("check", "bad.srt", "--report", "report.html", "--language", "en", home=tmp_path)
    assert ran.code == 1
    page = _Page()
    page.feed((tmp_path / "report.html").read_text())
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert not {"src", "href", "onclick"} & {name for name, _ in page.attributes}
    assert {"main", "h1", "caption", "th"} <= set(page.tags)
    assert ("lang", "en") in page.attributes
    assert ("dir", "auto") in page.attributes
    assert "<script>alert(1)</script>" in page.text
    assert "Most viewers can't finish it" in page.text
    assert "Subtitle Edit, SeGeneral.cs" in page.text


def test_json_and_csv_tell_each_problem_with_its_source(tmp_path: Path) -> None:
    (tmp_path / "bad.srt").write_text(BAD)
    for name in ("report.json", "report.csv"):
        sotto("check", "bad.srt", "--profile", "netflix-en", "--report", name, "--quiet", home=tmp_path)
    told = json.loads((tmp_path / "report.json").read_text())
    assert (told["profile"], told["counting"], told["cues"], len(told["problems"])) == ("netflix-en", "all", 4, 4)
    assert told["problems"][1] == {
        "cue": 2, "start_ms": 3000, "end_ms": 7000, "level": "problem", "rule": "characters-per-line", "measured": 59,
        "limit": 42, "unit": "characters",
        "why": "It runs off narrow screens, or is broken by the player where nobody wanted it.",
        "source": "Netflix Timed Text Style Guide, general requirements",
        "text": "=The quick & brown fox jumps over the lazy dog, and sleeps.",
    }  # fmt: skip
    with (tmp_path / "report.csv").open(newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["rule"] for row in rows] == [each["rule"] for each in told["problems"]]
    assert rows[1]["text"] == "'=The quick & brown fox jumps over the lazy dog, and sleeps."  # no formula


def test_own_profiles_are_found_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "config" / "sotto").mkdir(parents=True)
    (tmp_path / "config" / "sotto" / "profiles.toml").write_text('[mine]\ntitle = "Mine"\ncharacters_per_line = 5\n')
    (tmp_path / "good.srt").write_text(GOOD)
    ran = sotto("check", "good.srt", "--profile", "mine", home=tmp_path)
    assert ran.code == 1
    assert ran.out.endswith("2 cues, 2 problems, 0 pieces of advice by Mine\n")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--profile", "netflix-ed"), "did you mean netflix-en"),
        (("--report", "report.pdf"), "let its name end with .html, .json or .csv"),
        (("--report", "good.srt"), "is no report"),
        (("--language", "klingon"), "Whisper knows no language"),
    ],
)
def test_a_command_line_that_cannot_be_ends_with_two(tmp_path: Path, options: tuple[str, str], complaint: str) -> None:
    (tmp_path / "good.srt").write_text(GOOD)
    ran = sotto("check", "good.srt", *options, home=tmp_path)
    assert ran.code == 2
    assert complaint in ran.err
    assert len(ran.err.splitlines()) == 1


def test_what_had_to_be_mended_to_read_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "odd.srt").write_text(GOOD.replace("1\n00", "00", 1).replace(",000 -->", ".000 -->"))
    ran = sotto("check", "odd.srt", home=tmp_path)
    assert ran.code == 0
    assert ran.err.startswith("sotto: odd.srt: ")
    assert ran.err.endswith("had to be mended to read it.\n")
