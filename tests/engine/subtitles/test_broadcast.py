"""EBU STL and SCC, and what another reader makes of our files."""

import io
import logging
import sys
from fractions import Fraction

import pytest
from ttconv.srt import writer as srt_writer
from ttconv.stl import reader as ttconv_stl

from engine.errors import EngineError
from engine.subtitles import iso6937, scc, stl
from engine.subtitles.document import Cue, Document
from engine.subtitles.frames import find_rate, read_rate

_FILM = Fraction(25)
_TWO = Document((Cue(1, 1000, 2480, "<i>Hello</i>\nworld", "Ann"), Cue(2, 4000, 6000, "Grüße, ça va? ñ € ♪")), "de")


def test_stl_has_a_header_and_a_block_a_cue() -> None:
    data = stl.compose(_TWO, _FILM)
    assert len(data) == 1024 + 2 * 128
    assert (data[:16], data[238:256]) == (b"850STL25.0100008", b"000020000200140231")
    assert data[1024 : 1024 + 16] == bytes([0, 0, 0, 0xFF, 0, 0, 0, 1, 0, 0, 0, 2, 12, 21, 2, 0])
    assert data[1024 + 16 :].startswith(b"Ann: \x80Hello\x81\x8aworld\x8f")


def test_stl_comes_back_with_lines_italics_and_accents() -> None:
    document = stl.parse(stl.compose(_TWO, _FILM)).document
    assert document == Document(
        (Cue(1, 1000, 2480, "Ann: <i>Hello</i>\nworld"), Cue(2, 4000, 6000, "Grüße, ça va? ñ ? ♪")), "de"
    )
    assert stl.strangers(_TWO) == 1


def test_ttconv_reads_our_stl() -> None:
    document = Document((Cue(1, 1000, 2480, "Hello\nworld"), Cue(2, 4000, 6000, "Grüße, ça va? ñ ♪")), "de")
    model = ttconv_stl.to_model(io.BytesIO(stl.compose(document, _FILM)))
    assert srt_writer.from_model(model) == (
        "1\n00:00:01,000 --> 00:00:02,480\nHello\nworld\n\n2\n00:00:04,000 --> 00:00:06,000\nGrüße, ça va? ñ ♪\n"
    )


def test_stl_chooses_the_table_of_its_letters_and_goes_on_in_further_blocks() -> None:
    document = Document((Cue(1, 0, 1000, "Привет " * 30),))
    data = stl.compose(document, _FILM)
    assert (data[12:14], len(data)) == (b"01", 1024 + 2 * 128)
    assert stl.parse(data).document.cues[0].text == ("Привет " * 30).strip()


def test_stl_times_count_from_the_programme_s_start() -> None:
    data = bytearray(stl.compose(Document((Cue(1, 36_001_000, 36_002_000, "a"),)), _FILM))
    data[256:264] = b"10000000"
    assert stl.parse(bytes(data)).document.cues == (Cue(1, 1000, 2000, "a"),)


def test_stl_keeps_cues_that_ttconv_leaves_out() -> None:
    document = Document((Cue(1, 3000, 2000, "reversed"), Cue(2, 4000, 6000, "a"), Cue(3, 5000, 7000, "overlaps")))
    data = stl.compose(document, _FILM)
    assert [cue.text for cue in stl.parse(data).document.cues] == ["reversed", "a", "overlaps"]
    logging.disable(logging.CRITICAL)
    try:
        assert "reversed" not in srt_writer.from_model(ttconv_stl.to_model(io.BytesIO(data)))
    finally:
        logging.disable(logging.NOTSET)


@pytest.mark.parametrize("data", [b"secret", b"850STL99.01" + bytes(2000)])
def test_what_is_no_stl_is_refused(data: bytes) -> None:
    with pytest.raises(EngineError, match="not EBU STL"):
        stl.parse(data)


def test_stl_refuses_rates_and_times_that_it_does_not_know() -> None:
    with pytest.raises(EngineError, match="24, 25 and 30"):
        stl.compose(_TWO, Fraction(50))
    with pytest.raises(EngineError, match="after 24 hours"):
        stl.compose(Document((Cue(1, 0, 86_400_000, "a"),)), _FILM)


@pytest.mark.parametrize("text", ["Łódź, żółć", "Ça où? Ñandú", "Straße ÆØÅ œ", "«¿¡»½™", "plain"])
def test_latin_letters_go_to_bytes_and_back(text: str) -> None:
    signs = [iso6937.encode_sign(sign) for sign in text]
    assert None not in signs
    assert iso6937.decode(b"".join(sign for sign in signs if sign)) == text


def test_scc_holds_pop_on_captions_in_short_lines() -> None:
    document = Document(
        (Cue(1, 2000, 4000, "A line that is too long for the 32 columns of line 21"), Cue(2, 6000, 7000, "Ça!"))
    )
    written = scc.compose(document)
    assert written.startswith("Scenarist_SCC V1.0\n\n00:00:0")
    cues = scc.parse(written).document.cues
    assert [cue.text for cue in cues] == ["A line that is too long for the\n32 columns of line 21", "Ca!"]
    assert all(abs(cue.start - before.start) <= 67 for cue, before in zip(cues, document.cues, strict=True))
    assert (scc.strangers(document), scc.missing(document, written)) == (1, 0)


def test_scc_captions_that_cannot_be_sent_in_time_are_counted() -> None:
    document = Document(tuple(Cue(n, 2000 + 200 * n, 2200 + 200 * n, f"word {n} " * 3) for n in range(1, 9)))
    assert scc.missing(document, scc.compose(document)) > 0


def test_scc_lines_that_are_none_are_reported_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    text = scc.compose(Document((Cue(1, 2000, 4000, "Hello"),)))
    with caplog.at_level(logging.NOTSET):
        reading = scc.parse(text + "secret line\n00:00:09:00\t9420 zzzz\n")
    assert [cue.text for cue in reading.document.cues] == ["Hello"]
    assert [repair.kind.name for repair in reading.repairs] == ["ENTRY", "ENTRY"]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_without_ttconv_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ttconv", None)
    with pytest.raises(EngineError, match="install Sotto with its extra broadcast"):
        scc.parse("Scenarist_SCC V1.0\n")


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("25", Fraction(25)),
        ("23.976", Fraction(24000, 1001)),
        ("29,97", Fraction(30000, 1001)),
        ("30000/1001", Fraction(30000, 1001)),
    ],
)
def test_rates_are_known_by_their_names(text: str, rate: Fraction) -> None:
    assert read_rate(text) == rate


@pytest.mark.parametrize("text", ["", "0", "fast", "1001", "5/0", "-25", "nan"])
def test_what_is_no_rate_is_none(text: str) -> None:
    assert find_rate(text) is None
