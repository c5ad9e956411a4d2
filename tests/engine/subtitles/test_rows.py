"""The formats with a line a cue: MicroDVD, MPL2, TMPlayer and LRC."""

from fractions import Fraction

import pysubs2
import pytest

from engine.errors import EngineError
from engine.subtitles import lrc, microdvd, mpl2, tmplayer
from engine.subtitles.document import Cue, Document, Note, RawCue, RawFile

_FILM = Fraction(25)
_TWO = Document((Cue(1, 1000, 2000, "<i>a</i>\nb | c", "Ann"), Cue(2, 3000, 4480, "<i>d</i>")))


def _told(repairs: tuple[object, ...]) -> list[tuple[int, str]]:
    return [(repair.line, repair.kind.name) for repair in repairs]  # type: ignore[attr-defined]


def test_microdvd_has_its_rate_in_its_first_row() -> None:
    written = microdvd.compose(_TWO, _FILM)
    assert written == "{1}{1}25\n{25}{50}Ann: a|b ¦ c\n{75}{112}{y:i}d\n"
    assert microdvd.parse(written).document.cues == (
        Cue(1, 1000, 2000, "Ann: a\nb ¦ c"),
        Cue(2, 3000, 4480, "<i>d</i>"),
    )
    assert microdvd.parse("{0}{0}23.976\n{24}{48}a\n").document.cues == (Cue(1, 1001, 2002, "a"),)


def test_microdvd_s_codes_are_read_and_kept() -> None:
    reading = microdvd.parse("{25}{50}{Y:b}{c:$0088ff}a|{y:i}b{s:12}\nstray\n{60}{}open\n", _FILM)
    assert [(cue.start, cue.end, cue.text) for cue in reading.document.cues] == [
        (1000, 2000, '<font color="#ff8800"><b>a</b></font>\n<i>b</i>\nstray'),
        (2400, 8400, "open"),
    ]
    assert _told(reading.repairs) == [(2, "BLANK_LINE")]
    own = microdvd.parse("{25}{50}{s:12}a\n", _FILM).document
    assert own.cues[0] == Cue(1, 1000, 2000, "a", extra=RawCue("microdvd", payload="{s:12}a"))
    assert microdvd.compose(own, _FILM) == "{1}{1}25\n{25}{50}{s:12}a\n"


def test_mpl2_counts_tenths_of_seconds() -> None:
    written = mpl2.compose(_TWO)
    assert written == "[10][20]Ann: a|b ¦ c\n[30][45]/d\n"
    assert mpl2.parse("[10][20]/\\a|_b\n[30][] c\nstray\n").document.cues == (
        Cue(1, 1000, 2000, "<i><b>a</b></i>\n<u>b</u>"),
        Cue(2, 3000, 9000, "c\nstray"),
    )


def test_tmplayer_cues_end_when_the_next_one_comes() -> None:
    assert tmplayer.compose(_TWO) == "00:00:01:Ann: a|b ¦ c\n00:00:03:d\n"
    reading = tmplayer.parse("title\n00:00:01:a|b\n00:00:03,1=c\n00:00:03,2=d\n0:01:00=e\n")
    assert reading.document == Document(
        (Cue(1, 1000, 3000, "a\nb"), Cue(2, 3000, 9000, "c\nd"), Cue(3, 60_000, 66_000, "e")), notes=(Note("title", 0),)
    )
    assert _told(reading.repairs) == [(1, "OUTSIDE")]


def test_lrc_has_stamps_for_starts_and_ends() -> None:
    assert lrc.compose(_TWO) == "[00:01.00]Ann: a b | c\n[00:02.00]\n[00:03.00]d\n[00:04.48]\n"
    assert lrc.parse(lrc.compose(_TWO)).document.cues == (Cue(1, 1000, 2000, "Ann: a b | c"), Cue(2, 3000, 4480, "d"))


def test_lrc_repeats_choruses_keeps_its_tags_and_the_times_of_words() -> None:
    reading = lrc.parse("[ar:Ann]\n[offset:+500]\n[00:01.00][00:09.00]la <00:01.50>la\n[00:03.5]end\nstray\n")
    sung = RawCue("lrc", payload="la <00:01.50>la")
    assert reading.document == Document(
        (Cue(1, 500, 3000, "la la", extra=sung), Cue(2, 3000, 8500, "end"), Cue(3, 8500, 14_500, "la la", extra=sung)),
        notes=(Note("stray", 0),),
        extra=RawFile("lrc", (("ar", "Ann"),)),
    )
    assert _told(reading.repairs) == [(5, "OUTSIDE")]
    assert lrc.compose(reading.document).startswith("[ar:Ann]\n[00:00.50]la <00:01.50>la\n")


@pytest.mark.parametrize(
    ("parse", "example"),
    [
        (lambda text: microdvd.parse(text, _FILM), "MicroDVD"),
        (mpl2.parse, "MPL2"),
        (tmplayer.parse, "TMPlayer"),
        (lrc.parse, "LRC"),
    ],
)
def test_what_has_no_row_is_refused_without_quoting_it(parse: object, example: str) -> None:
    with pytest.raises(EngineError, match=f"this is not {example}") as refusal:
        parse("secret words\n")  # type: ignore[operator]
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [("microdvd", microdvd.compose(_TWO, _FILM)), ("mpl2", mpl2.compose(_TWO)), ("tmp", tmplayer.compose(_TWO))],
)
def test_written_files_open_in_a_reader_that_is_not_ours(name: str, text: str) -> None:
    events = pysubs2.SSAFile.from_string(text, format_=name)
    assert [(event.start, event.plaintext) for event in events] == [(1000, "Ann: a\nb ¦ c"), (3000, "d")]


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("microdvd", "{25}{50}a\nlost\n", lambda text: microdvd.parse(text, _FILM)),
        ("mpl2", "[10][20]a\nlost\n", mpl2.parse),
        ("tmp", "00:00:01:a\nlost\n", tmplayer.parse),
    ],
)
def test_pysubs2_drops_lines_that_we_keep(name: str, text: str, ours: object) -> None:
    events = pysubs2.SSAFile.from_string(text, format_=name, fps=25)
    assert [event.plaintext for event in events] == ["a"]
    assert ours(text).document.cues[0].text == "a\nlost"  # type: ignore[operator]
