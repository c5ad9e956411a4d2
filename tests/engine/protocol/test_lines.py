"""Messages become lines and come back equal; whatever else is on a line is Malformed and nothing worse."""

import json
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import errors
from engine.protocol import (
    LONGEST_LINE,
    Cancel,
    Event,
    Failed,
    FailureKind,
    Finished,
    Heartbeat,
    Lines,
    Malformed,
    Message,
    Prepare,
    Progress,
    Request,
    SegmentFound,
    Transcribe,
    Wishes,
    decode_event,
    decode_request,
    encode,
)
from engine.transcript import Segment, Word

SEGMENT = Segment(
    start=1200,
    end=2900,
    text=" Gruß, 世界",
    words=(Word(" Gruß,", 1200, 1900, 0.5), Word(" 世界", None, None, 0.25)),
    tokens=(50365, 7),
    language="de",
    seek=0,
    temperature=0.0,
    avg_logprob=-0.5,
    compression_ratio=1.25,
    no_speech_prob=0.0,
)
finite = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, finite)
numbers = st.integers(min_value=0)
requests = st.one_of(*(st.builds(kind, job=numbers) for kind in get_args(Request)))
events = st.one_of(*(st.builds(kind, job=numbers) for kind in get_args(Event)))


def test_a_message_is_one_json_object_with_its_class_as_type() -> None:
    assert encode(Prepare(3, "/films/été.mp4", 1)) == (
        b'{"type":"Prepare","job":3,"media":"/films/\\u00e9t\\u00e9.mp4","track":1}\n'
    )
    assert encode(Progress(3, "decode", 500, None, 20.0, None)) == (
        b'{"type":"Progress","job":3,"stage":"decode","done":500,"total":null,"speed":20.0,"time_left":null}\n'
    )
    assert decode_request(b'{"type":"Cancel","job":3}\n') == Cancel(3)


def test_a_segment_comes_with_its_words() -> None:
    assert decode_event(encode(SegmentFound(1, SEGMENT))) == SegmentFound(1, SEGMENT)


def test_a_file_name_that_is_no_text_comes_through() -> None:
    name = b"/films/\xff.mp4".decode("utf-8", "surrogateescape")
    assert decode_request(encode(Prepare(1, name))) == Prepare(1, name)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(requests)
def test_every_request_comes_back_equal(request: Request) -> None:
    assert decode_request(encode(request)) == request


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(events)
def test_every_event_comes_back_equal(event: Event) -> None:
    line = encode(event)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_event(line) == event


@given(st.binary() | st.text().map(str.encode) | st.from_type(dict[str, int | str]).map(json.dumps).map(str.encode))
def test_no_line_raises_anything_but_malformed(line: bytes) -> None:
    for decode in (decode_request, decode_event):
        try:
            decode(line)
        except Malformed:
            continue


@pytest.mark.parametrize(
    ("line", "reason", "job"),
    [
        (b"", "no JSON", 0),
        (b"Loading model ...", "no JSON", 0),
        (b"\xff\xfe{", "no JSON", 0),
        ('{"type":"Failed","job":1,"kind":"bug","message":"ø"}'.encode(), "no JSON", 0),
        (b"[" * 100_000, "no JSON", 0),
        (b'["Finished"]', "no JSON object", 0),
        (b'{"job":1}', "of no type that is known", 1),
        (b'{"type":"Segment","job":1}', "of no type that is known", 1),
        (b'{"type":["Finished"],"job":1}', "of no type that is known", 1),
        (b'{"type":"Finished"}', "Finished with other fields than Finished's", 0),
        (b'{"type":"Finished","job":4,"extra":1}', "Finished with other fields than Finished's", 4),
        (b'{"type":"Finished","job":"4"}', "Finished with str for int", 0),
        (b'{"type":"Finished","job":true}', "Finished with bool for int", 0),
        (b'{"type":"Finished","job":-4}', "Finished with a negative job", 0),
        (b'{"type":"Failed","job":4,"kind":"whim","message":""}', "Failed with not one of the choices", 4),
        (b'{"type":"LanguageDetected","job":4,"language":"de","probability":NaN}', "no JSON", 0),
        (b'{"type":"LanguageDetected","job":4,"language":"de","probability":-Infinity}', "no JSON", 0),
        (b'{"type":"LanguageDetected","job":4,"language":"de","probability":1e999}', "no JSON", 0),
        (b'{"type":"Heartbeat","job":' + b"9" * 5000 + b"}", "no JSON", 0),
        (b'{"type":"Prepare","job":4,"media":"a.mp4"}', "of no type that is known", 4),
        (b" " * (LONGEST_LINE + 1), "longer than a line may be", 0),
    ],
)
def test_what_is_no_event_is_malformed(line: bytes, reason: str, job: int) -> None:
    with pytest.raises(Malformed) as caught:
        decode_event(line)
    assert (str(caught.value), caught.value.job) == (reason, job)


@pytest.mark.parametrize(
    "message",
    [
        Failed(5, "bug", "x" * LONGEST_LINE),
        Progress(5, "decode", 0, None, float("inf"), None),
        Transcribe(5, "a.mp4", "small", wishes=Wishes(temperature=(float("nan"),))),
        Prepare(5, None),  # type: ignore[arg-type]
    ],
)
def test_what_no_line_can_hold_is_not_written(message: Message) -> None:
    with pytest.raises(Malformed) as caught:
        encode(message)
    assert caught.value.job == 5


def test_lines_are_put_together_from_any_pieces() -> None:
    stream = encode(Heartbeat(1)) + encode(SegmentFound(1, SEGMENT)) + b"junk\n" + encode(Finished(1))
    for size in (1, 7, 64, len(stream)):
        lines = Lines(decode_event)
        read = [message for at in range(0, len(stream), size) for message in lines.feed(stream[at : at + size])]
        assert read[:2] == [Heartbeat(1), SegmentFound(1, SEGMENT)]
        assert isinstance(read[2], Malformed)
        assert read[3:] == [Finished(1)]
        assert list(lines.close()) == []


def test_a_line_without_an_end_is_dropped_at_a_megabyte_and_told_once() -> None:
    lines = Lines(decode_event)
    told = [message for _ in range(100) for message in lines.feed(b"x" * LONGEST_LINE)]
    assert [str(message) for message in told] == ["longer than a line may be"]
    assert list(lines.feed(b"x\n" + encode(Finished(1)))) == [Finished(1)]


def test_a_pipe_that_ends_within_a_line_is_told() -> None:
    lines = Lines(decode_event)
    assert list(lines.feed(b'{"type":"Finis')) == []
    assert [str(message) for message in lines.close()] == ["cut off within a line"]


def test_every_kind_of_engine_error_can_be_told() -> None:
    assert set(get_args(errors.FailureKind)) < set(get_args(FailureKind))
