"""Words that a model was not sure of are told until a person has changed or verified their cue."""

import pytest

from engine.subtitles.document import Cue, Origin
from engine.subtitles.doubt import has_doubtful, places
from engine.transcript import Word

WORDS = (Word(" one", 0, 400, 0.9), Word(" two", 400, 900, 0.49))


@pytest.mark.parametrize(("origin", "doubtful"), [("machine", True), ("edited", False), ("verified", False)])
def test_a_cue_is_doubtful_while_it_is_the_models(origin: Origin, doubtful: bool) -> None:
    assert has_doubtful(Cue(1, 0, 1000, "one two", words=WORDS, origin=origin)) is doubtful
    assert not has_doubtful(Cue(1, 0, 1000, "one", words=WORDS[:1], origin=origin))


def test_words_stand_where_the_text_has_them_and_one_that_was_changed_nowhere() -> None:
    one, two = WORDS
    assert places(Cue(1, 0, 1000, "<i>one</i>\ntwo", words=WORDS)) == [(one, 3, 6), (two, 11, 14)]
    assert places(Cue(1, 0, 1000, "won two", words=WORDS)) == [(two, 4, 7)]
    assert places(Cue(1, 0, 1000, "two two", words=(two, two))) == [(two, 0, 3), (two, 4, 7)]
