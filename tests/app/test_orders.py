"""What is kept of a transcription that has not ended is exact, and its rest is asked for as if it had never stopped."""

from dataclasses import replace

from app.orders import Order, Unfinished, from_fact, rest_of, to_fact, unfinished
from engine.protocol import Wishes
from engine.subtitles.document import Cue, Media
from engine.subtitles.profiles import find_profile

PROFILE = find_profile("subtitle-edit")
FILM = Media("/films/talk.mp4", 1_000, "abc")
LEFT = Unfinished("heard-1", 31_500, 28_000, "/films/talk.mp4", "/models/small", 7, "de", FILM, 1, language=None)
FACT = {
    "step": "heard-1",
    "reached": 31_500,
    "window": 28_000,
    "media": "/films/talk.mp4",
    "model": "/models/small",
    "cues": 7,
    "spoken": "de",
    "film": ["Media", {"path": "/films/talk.mp4", "size": 1_000, "fingerprint": "abc"}],
    "track": 1,
}
CUES = (Cue(1, 0, 2_000, "<i>One</i>\ntwo."), Cue(2, 20_000, 21_000, "Three."), Cue(3, 29_000, 30_000, "Four."))


def test_it_is_kept_as_a_plain_fact_and_read_again() -> None:
    assert to_fact(LEFT) == FACT
    assert from_fact(FACT) == LEFT


def test_where_nothing_is_left_the_fact_is_empty() -> None:
    assert to_fact(None) == {}
    assert from_fact({}) is None


def test_what_a_newer_version_or_somebody_else_wrote_is_nothing_to_go_on_with() -> None:
    assert from_fact({**FACT, "later": 1}) is None
    assert from_fact({**FACT, "reached": "soon"}) is None


def test_an_order_is_the_same_after_it_was_kept() -> None:
    order = Order(
        "talk.mp4",
        "small",
        PROFILE,
        1,
        "each",
        "translate",
        "no",
        500,
        9_000,
        "Said.",
        Wishes(beam_size=5),
        "cpu",
        2,
        FILM,
    )
    left = unfinished(order, "heard-1", 700, 500, 1, "no")
    assert from_fact(to_fact(left)) == left
    assert left.order(PROFILE) == order


def test_the_rest_begins_with_the_window_and_knows_what_was_said_before_it() -> None:
    rest = rest_of(replace(LEFT, wishes=Wishes(batch_size=None)), PROFILE, CUES)
    assert (rest.start, rest.end, rest.language) == (28_000, None, "de")
    assert rest.prompt == "One two. Three."
    assert rest.model == "/models/small"


def test_the_rest_of_many_languages_is_told_none() -> None:
    left = Unfinished("heard-1", 31_500, 28_000, "talk.mp4", "small", spoken="de", wishes=Wishes(multilingual=True))
    assert rest_of(left, PROFILE, ()).language is None


def test_where_the_model_was_not_to_know_what_was_said_before_it_is_not_told() -> None:
    wishes = Wishes(batch_size=None, condition_on_previous_text=False)
    left = Unfinished("heard-1", 31_500, 28_000, "talk.mp4", "small", prompt="Hello.", wishes=wishes)
    assert rest_of(left, PROFILE, CUES).prompt == "Hello."


def test_windows_that_are_told_nothing_are_told_nothing_of_what_was_said_before_the_rest() -> None:
    left = Unfinished("heard-1", 31_500, 28_000, "talk.mp4", "small", prompt="Hello.", wishes=Wishes(batch_size=8))
    assert rest_of(left, PROFILE, CUES).prompt == "Hello."
