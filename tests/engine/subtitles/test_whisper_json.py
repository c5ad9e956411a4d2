"""JSON in openai-whisper's shape."""

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.reading import Repair, RepairKind
from engine.subtitles.whisper_json import compose, compose_transcript, parse
from engine.transcript import Word
from tests.support.transcripts import TIMED


def test_what_was_heard_comes_back_with_its_words() -> None:
    reading = parse(compose_transcript(TIMED, "en"))
    assert reading.repairs == ()
    assert reading.document.language == "en"
    assert reading.document.cues[0] == Cue(1, 0, 1400, "The quick, brown fox", words=TIMED[0].words)


def test_a_document_comes_back() -> None:
    cue = Cue(1, 10, 1001, "Hello", "Ann", words=(Word(" Hello", 10, 1001, 0.75),))
    assert parse(compose(Document((cue,), "de"))).document == Document((cue,), "de")


@pytest.mark.parametrize(
    ("times", "cue", "kind"),
    [
        ('"start": NaN, "end": 2', (0, 2000), RepairKind.BROKEN_TIME),
        ('"start": 1, "end": Infinity', (1000, 1000), RepairKind.BROKEN_TIME),
        ('"start": "1", "end": 2', (0, 2000), RepairKind.BROKEN_TIME),
        ('"start": 3, "end": 2', (3000, 2000), RepairKind.REVERSED),
    ],
)
def test_bad_times_are_mended_and_reported(times: str, cue: tuple[int, int], kind: RepairKind) -> None:
    reading = parse(f'{{"segments": [{{{times}, "text": "a"}}]}}')
    assert [(each.start, each.end) for each in reading.document.cues] == [cue]
    assert reading.repairs == (Repair(1, kind),)


def test_half_characters_are_replaced() -> None:
    reading = parse('{"segments": [{"start": 0, "end": 1, "text": "a\\ud800b \\ud83d\\ude00"}]}')
    assert reading.document.cues[0].text == "a\ufffdb 😀"


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"segments": 1}', "[" * 100_000, '{"segments": ' + "9" * 5000 + "}"])
def test_what_is_no_result_is_refused(text: str) -> None:
    with pytest.raises(EngineError, match=r"not JSON|not a Whisper result"):
        parse(text)
