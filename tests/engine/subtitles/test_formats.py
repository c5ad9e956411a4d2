"""The table of formats: from a path to a document and back, and the reference's files."""

import html
import os
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import FORMATS, compose_transcript, read, read_plain, write
from engine.subtitles.reading import Repair, RepairKind
from engine.subtitles.reference_layout import LineLimits
from tests.support.transcripts import CASES, WriterCase, timed_segment

_GOLDEN = Path(__file__).parents[2] / "data" / "writers"
_HELLO = Document((Cue(1, 1000, 2000, "Grüße"),))


@pytest.mark.parametrize("suffix", FORMATS)
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
        ("a.txt", b"hello", "a.txt holds no times"),
        ("a.doc", b"hello", "a.doc: unknown format, use one of .srt, .vtt, .txt, .tsv, .json"),
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
