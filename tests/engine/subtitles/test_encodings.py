"""Files are exported in the encoding that was chosen, where their format leaves that open, and nothing gets lost."""

import codecs
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.encodings import ENCODINGS, encoded, is_free, lacking
from engine.subtitles.format_table import FORMATS

_SRT = Path("a.srt")


def test_every_encoding_that_is_offered_exists_and_reads_back() -> None:
    for name, _ in ENCODINGS:
        codecs.lookup(name)
        assert encoded(b"Hello\n", name, _SRT).decode(name) == "Hello\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-8", b"\xc3\x85se"),
        ("utf-8-sig", b"\xef\xbb\xbf\xc3\x85se"),
        ("cp1252", b"\xc5se"),
        ("utf-16", codecs.BOM_UTF16 + "Åse".encode("utf-16")[2:]),
    ],
)
def test_the_same_text_in_other_bytes(name: str, data: bytes) -> None:
    assert encoded("Åse".encode(), name, _SRT) == data


def test_characters_that_an_encoding_lacks_are_counted_and_the_remedy_is_said() -> None:
    assert lacking("Åse, Åse, ж", "cp1252") == 1
    with pytest.raises(EngineError, match=r"^a\.srt: 2 characters are not in Western European .*: use UTF-8$"):
        encoded("жя".encode(), "cp1252", _SRT)


def test_no_message_says_what_was_said() -> None:
    with pytest.raises(EngineError) as caught:
        encoded("secret ж".encode(), "cp1252", _SRT)
    assert "secret" not in str(caught.value)


def test_formats_that_name_their_encoding_or_are_no_text_have_no_choice() -> None:
    assert [suffix for suffix in FORMATS if not is_free(Path(f"a{suffix}"))] == [
        *(".vtt", ".ttml", ".dfxp", ".itt", ".imsc", ".xml", ".scc", ".stl", ".json", ".html", ".htm", ".docx"),
    ]
