"""Find and replace."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import delete
from engine.subtitles.search import Match, Query, find_all, find_next, find_previous, replace_all, replace_one
from tests.support.editing import document, dog, edited

EVERYWHERE = ("text", "translation", "speaker")


def test_markup_is_not_searched_and_a_match_stands_where_it_is_written() -> None:
    marked = Document((Cue(1, 0, 1, "i <i>g<b>o</b>od</i> i"),))
    assert find_all(marked, Query("i")) == (Match(1, "text", 0, 1), Match(1, "text", 21, 22))
    (match,) = find_all(marked, Query("good"))
    assert marked.cues[0].text[match.begin : match.end] == "g<b>o</b>od"


def test_fields_are_chosen() -> None:
    found = find_all(document(), Query("he", EVERYWHERE))
    assert [(match.cue, match.field) for match in found] == [
        (3, "text"),
        (3, "text"),
        (3, "translation"),
        (7, "text"),
    ]
    assert find_all(document(), Query("ann", ("speaker",))) == (Match(7, "speaker", 0, 3),)
    assert find_all(document(), Query("ann", ("speaker",), match_case=True)) == ()


def test_searching_goes_on_and_round() -> None:
    query = Query("he", EVERYWHERE)
    every = find_all(document(), query)
    match = find_next(document(), query)
    forward = [match]
    for _ in range(len(every)):
        match = find_next(document(), query, match)
        forward.append(match)
    assert forward == [*every, every[0]]
    backward = [find_previous(document(), query)]
    for _ in range(len(every)):
        backward.append(find_previous(document(), query, backward[-1]))
    assert backward == [*reversed(every), every[-1]]


def test_searching_begins_at_the_cursor_also_in_a_cue_without_a_match() -> None:
    assert find_next(document(), Query("there"), Match(3, "text", 2, 2)) == Match(3, "text", 6, 11)
    assert find_next(document(), Query("there"), Match(8, "text", 0, 0)) == Match(3, "text", 6, 11)
    assert find_previous(document(), Query("there"), Match(7, "text", 0, 0)) == Match(3, "text", 6, 11)


def test_what_is_not_there_is_not_found() -> None:
    assert find_all(document(), Query("zebra")) == ()
    assert find_next(document(), Query("zebra"), Match(7, "text", 0, 0)) is None
    assert find_previous(document(), Query("zebra")) is None
    assert find_next(Document(), Query("a")) is None


def test_a_cursor_in_a_deleted_cue_begins_at_the_top() -> None:
    without = delete([7])(document())
    assert find_next(without, Query("there"), Match(7, "text", 0, 0)) == Match(3, "text", 6, 11)


def test_matches_of_no_length_are_not_found_but_replaced() -> None:
    query = Query("^", regular_expression=True)
    assert find_all(document(), query) == ()
    assert edited(document(), replace_all(query, "- ")).cues[1].text == "- The dog,\n- it ran"


def test_replacing_all_is_one_edit_that_keeps_markup_words_and_times() -> None:
    before = document()
    after = edited(before, replace_all(Query("the"), "a"))
    assert [cue.text for cue in after.cues] == ["Hello are", "a dog,\nit ran", "<i>Go home!</i>"]
    assert after.cues[1].words[1:] == dog().words[1:]
    assert (after.cues[1].words[0].start, after.cues[1].origin) == (1000, "edited")
    assert after.cues[2] is before.cues[2]


def test_replacing_is_limited_to_chosen_cues() -> None:
    after = edited(document(), replace_all(Query("the"), "a", cues=[7]))
    assert [cue.text for cue in after.cues[:2]] == ["Hello there", "a dog,\nit ran"]


def test_groups_line_breaks_and_dollars_come_into_the_replacement() -> None:
    query = Query(r"(?P<first>\w+) (\w+)", regular_expression=True)
    replacing = replace_all(query, r"$2\n\1 ${first}\g<first>$$\\\t$0")
    assert edited(Document((Cue(1, 0, 1, "one two"),)), replacing).cues[0].text == "two\none oneone$\\\tone two"


def test_a_plain_replacement_is_itself() -> None:
    assert edited(document(), replace_all(Query("Hello"), r"$1\n")).cues[0].text == r"$1\n there"


def test_a_group_that_took_no_part_is_empty() -> None:
    query = Query("Hello|(bye)", regular_expression=True)
    assert edited(document(), replace_all(query, "[$1]")).cues[0].text == "[] there"


@pytest.mark.parametrize("replacement", ["$2", r"\2", "${name}", r"\g<name>"])
def test_a_group_that_is_not_there_is_told(replacement: str) -> None:
    with pytest.raises(EditError, match="speaks of group"):
        replace_all(Query("(a)", regular_expression=True), replacement)(document())


def test_translations_and_speakers_are_replaced_and_new_names_join_the_list() -> None:
    after = edited(document(), replace_all(Query("Hei", ("translation",)), "Hallo"))
    assert after.cues[0].translation == "Hallo der"
    renamed = edited(document(), replace_all(Query("Ann", ("speaker",)), "Anna"))
    assert (renamed.cues[1].speaker, renamed.speakers) == ("Anna", ("Ann", "Bo", "Anna"))


def test_one_match_is_replaced() -> None:
    twice = Document((Cue(1, 0, 1, "<b>a</b> a"),))
    second = find_all(twice, Query("a"))[1]
    assert edited(twice, replace_one(Query("a"), second, "b")).cues[0].text == "<b>a</b> b"


def test_a_match_that_has_changed_is_told() -> None:
    (match,) = find_all(document(), Query("dog"))
    changed = replace(document(), cues=(replace(dog(), text="No"),))
    with pytest.raises(EditError, match="search again"):
        replace_one(Query("dog"), match, "cat")(changed)


def test_replacing_what_is_not_there_is_no_edit() -> None:
    assert edited(document(), replace_all(Query("zebra"), "x")) == document()
    assert edited(document(), replace_all(Query("dog"), "dog")) == document()
