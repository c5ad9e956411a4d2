"""The table of formats: from a path to a document and back, and the reference's files."""

import html
import os
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from engine.errors import EditError, EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.format_table import FORMATS, ReadOptions, WriteOptions
from engine.subtitles.formats import compose, compose_transcript, read, read_plain, write
from engine.subtitles.losses import Feature, Loss
from engine.subtitles.reading import Repair, RepairKind
from engine.subtitles.reference_layout import LineLimits
from tests.support.edit_script import random_edit
from tests.support.subtitle_files import seeds
from tests.support.transcripts import CASES, WriterCase, timed_segment

_GOLDEN = Path(__file__).parents[2] / "data" / "writers"
_HELLO = Document((Cue(1, 1000, 2000, "Grüße"),))


@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".txt", ".tsv", ".json"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_transcripts_are_written_as_the_reference_writes_them(case: WriterCase, suffix: str) -> None:
    expected = (_GOLDEN / f"{case.name}{suffix}").read_bytes().decode()
    written = compose_transcript(suffix, case.segments, "en", case.limits)
    if suffix == ".vtt":
        written = html.unescape(written).replace("-->", "->")  # we escape where the reference writes an arrow as text
        expected = expected.replace("-->", "->")
    assert written == expected


def test_a_word_of_blanks_leaves_no_empty_line_where_the_reference_writes_one() -> None:
    segments = (timed_segment((" first", 0, 500), (" ", 500, 600), (" second", 600, 1000)),)
    limits = LineLimits(max_line_width=5, max_line_count=3)
    written = compose_transcript(".srt", segments, "en", limits)
    assert written == "1\n00:00:00,000 --> 00:00:01,000\nfirst\nsecond\n\n"


def test_an_arrow_in_timed_words_is_shortened_where_the_reference_keeps_it() -> None:
    segments = (timed_segment((" a", 0, 500), (" -->", 500, 600)),)
    assert compose_transcript(".srt", segments, "en", LineLimits()) == "1\n00:00:00,000 --> 00:00:00,600\na ->\n\n"


@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".tsv", ".json", ".SRT"])
def test_a_document_written_to_a_file_is_read_from_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write(_HELLO, path, overwrite=False)
    reading = read(path)
    assert (reading.document, reading.repairs, reading.encoding) == (_HELLO, (), "utf-8")


def test_the_encoding_and_the_repairs_of_bytes_and_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes("1\n00:00:01.000 --> 00:00:02,000\nGrüße, ähnlich wie früher, über Österreich\n".encode("cp1252"))
    reading = read(path, encoding="cp1252")
    assert reading.encoding == "cp1252"
    assert reading.document.cues[0].text == "Grüße, ähnlich wie früher, über Österreich"
    assert reading.repairs == (Repair(2, RepairKind.TIME),)
    assert read(path).repairs[0] == Repair(0, RepairKind.GUESS)


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("a.vtt", b"hello", "a.vtt: this is not WebVTT"),
        ("a.srt", bytes(100), "a.srt: the file holds only zero bytes"),
        ("a.txt", b"hello", "a.txt: it holds no times"),
        ("a.html", b"hello", "a.html: a HTML transcript can be written, not read"),
        ("a.sub", b"\0\0\x01\xba\x44", "a.sub: it holds pictures of text"),
        ("a.doc", b"hello", "a.doc: unknown format, use one of .srt, .vtt, .ass"),
    ],
)
def test_refusals_name_the_file(tmp_path: Path, name: str, data: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(EngineError, match=complaint):
        read(tmp_path / name)


def test_missing_files_folders_and_pipes_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder.srt").mkdir()
    os.mkfifo(tmp_path / "pipe.srt")
    for name, complaint in (("no.srt", "does not exist"), ("folder.srt", "is a folder"), ("pipe.srt", "not a file")):
        with pytest.raises(EngineError, match=complaint):
            read(tmp_path / name)


def test_a_plain_text_is_read_whatever_its_encoding_and_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Grüße\r\naus\rKöln".encode("utf-16"))
    assert read_plain(file) == "Grüße\naus\nKöln"
    file.write_bytes(bytes(9))
    with pytest.raises(EngineError, match=r"a\.txt: the file holds only zero bytes"):
        read_plain(file)


_MESSY = (
    b"\xef\xbb\xbf\r\n1\r\n00:00:01.5 --> 00:00:02,000  X1:1\r\n\r\n Hello \r\n\r\n\r\n7\r\n0:0:3 -> 0:0:4\r\nworld\x1a"
)


@pytest.mark.parametrize(
    "data",
    [
        _MESSY,
        "\ufeff1\r00:00:01,000 --> 00:00:02,000\rGrüße".encode("utf-16-le"),
        "1\n00:00:01,000 --> 2\nä".encode("cp1252"),
    ],
)
def test_an_untouched_file_saves_back_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(data)
    reading = read(path)
    checked = replace(reading.document, cues=tuple(replace(cue, origin="verified") for cue in reading.document.cues))
    write(checked, tmp_path / "b.srt", overwrite=False, was=reading)
    assert (tmp_path / "b.srt").read_bytes() == data


def test_a_changed_file_keeps_its_encoding_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nGrüße\r\n\r\n".encode("utf-16-le"))
    reading = read(path)
    changed = replace(reading.document, cues=(replace(reading.document.cues[0], text="Größe"),))
    assert write(changed, path, overwrite=True, was=reading) == ()
    assert path.read_bytes() == "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nGröße\r\n\r\n".encode("utf-16-le")


@pytest.mark.parametrize(
    "suffix", sorted(set(FORMATS) - {".html", ".htm", ".docx", ".dfxp", ".itt", ".imsc", ".xml", ".sami", ".scc"})
)
def test_a_file_saves_back_byte_for_byte_whenever_it_would_be_written_as_it_was(suffix: str) -> None:
    chance = Random(suffix)
    known = FORMATS[suffix]
    assert known.read is not None
    for data in seeds(suffix)[:9]:
        reading = replace(known.read(data, ReadOptions(rate=Fraction(25))), data=data + b" ", format=known.name)
        document = reading.document
        for _ in range(12):
            with suppress(EditError):
                document = random_edit(chance, document)(document)
            same = known.write(document, WriteOptions()) == known.write(reading.document, WriteOptions())
            written, _ = compose(document, Path(f"a{suffix}"), was=reading)
            assert (written == reading.data) is same


def test_a_character_that_the_old_encoding_lacks_makes_the_file_utf8_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes("1\n00:00:01,000 --> 00:00:02,000\nGrüße\n\n".encode("cp1252"))
    reading = read(path, encoding="cp1252")
    changed = replace(reading.document, cues=(replace(reading.document.cues[0], text="你好"),))
    assert write(changed, path, overwrite=True, was=reading) == (Loss(Feature.ENCODING),)
    assert path.read_text(encoding="utf-8") == "1\n00:00:01,000 --> 00:00:02,000\n你好\n\n"


def test_the_choice_of_encodings_goes_with_the_reading(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\nGr\xfc\xdfe\n")
    reading = read(tmp_path / "a.srt")
    assert reading.encoding == reading.encodings[0]
    assert {"cp1252", "cp1250", "cp1251"} <= set(reading.encodings)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("{25}{50}MicroDVD\n", Cue(1, 1000, 2000, "MicroDVD")),
        ("[10][20]MPL2\n", Cue(1, 1000, 2000, "MPL2")),
        ("00:00:01:TMPlayer\n00:00:02:x\n", Cue(1, 1000, 2000, "TMPlayer")),
        ("[00:01.000 --> 00:02.000]  Whisper\n", Cue(1, 1000, 2000, " Whisper")),
    ],
)
def test_a_txt_file_is_read_as_what_its_lines_are(tmp_path: Path, text: str, first: Cue) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert read(tmp_path / "a.txt", rate=Fraction(25)).document.cues[0] == first


def test_frames_without_a_rate_are_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.sub").write_text("{25}{50}MicroDVD\n")
    with pytest.raises(EngineError, match=r"a\.sub: its times are frames, and it says no frame rate: give one"):
        read(tmp_path / "a.sub")


def test_what_is_written_as_a_transcript_can_show_times_and_hide_speakers() -> None:
    document = Document((Cue(1, 1000, 2500, "<i>Hello</i>\nworld", "Ann"),))
    timed, lost = compose(document, Path("a.txt"), WriteOptions(times=True))
    assert timed == b"[00:00:01.000 --> 00:00:02.500] Ann: Hello world\n"
    assert [loss.feature.name for loss in lost] == ["ITALIC", "LINES", "SPEAKER"]
    assert compose(document, Path("a.txt"), WriteOptions(speakers=False))[0] == b"Hello world\n"


@pytest.mark.parametrize("suffix", [".srt", ".csv", ".ttml", ".sub", ".txt", ".html"])
def test_half_a_character_is_written_as_a_replacement_and_told(suffix: str) -> None:
    document = Document((Cue(1, 1000, 2000, "a\ud83d"),))
    data, lost = compose(document, Path(f"a{suffix}"))
    assert "a\ufffd" in data.decode("utf-8")
    assert Loss(Feature.CHARACTERS, 1) in lost
