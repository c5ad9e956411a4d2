"""Keys as values: written and read, in three sets without a collision, and what was changed in them."""

import pytest

from app.keys.conflicts import Conflict, conflicts
from app.keys.sets import base_of, chosen_keys, read_key_sets
from app.keys.values import Key, KeySet, changes, parse_key
from engine.settings import Keys


def _set(keys: dict[str, str]) -> KeySet:
    read = {action: tuple(filter(None, map(parse_key, text.split()))) for action, text in keys.items()}
    return KeySet("mine", "Mine", read)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ctrl+S", Key("Ctrl+S")),
        ("ctrl+shift+s", Key("Ctrl+Shift+S")),
        ("Delete@list", Key("Del", "list")),
        ("Shift++@view", Key("Shift++", "view")),
        ("@", Key("@")),
        ("[@wave", Key("[", "wave")),
        ("", None),
        ("@list", None),
        ("Ctrl+Nonsense", None),
    ],
)
def test_a_key_is_read_with_the_place_where_it_holds(text: str, key: Key | None) -> None:
    assert parse_key(text) == key


def test_three_sets_name_the_same_actions_and_collide_nowhere() -> None:
    sets = read_key_sets()
    assert [each.title for each in sets] == ["Subtitle Edit", "Aegisub", "Subtitle Composer"]
    assert {frozenset(each.keys) for each in sets} == {frozenset(sets[0].keys)}
    assert [conflicts(each) for each in sets] == [(), (), ()]


def test_the_keys_that_the_hands_of_three_programs_know_are_there() -> None:
    subtitle_edit, aegisub, composer = read_key_sets()
    assert Key("F11") in subtitle_edit.keys_of("time.set_start")
    assert Key("Ctrl+3") in aegisub.keys_of("time.set_start")
    assert Key("Shift+Z", "view") in composer.keys_of("time.set_start")


def test_two_actions_on_one_key_collide_only_where_both_hold() -> None:
    apart = _set({"a": "Return@list", "b": "Return@wave"})
    assert conflicts(apart) == ()
    near = _set({"a": "Ctrl+K Return@list", "b": "Return@view", "c": "Ctrl+K"})
    assert conflicts(near) == (Conflict("Ctrl+K", ("a", "c"), "shared"), Conflict("Return", ("a", "b"), "shared"))


def test_keys_that_would_take_typing_or_the_menu_away_are_told() -> None:
    keys = _set({"a": "Space", "b": "Shift+A F10", "c": "Ctrl+Space F9 A@list Del@view"})
    assert conflicts(keys) == (
        Conflict("Space", ("a",), "typing"),
        Conflict("Shift+A", ("b",), "typing"),
        Conflict("F10", ("b",), "menu"),
    )


def test_conflicts_are_looked_for_among_the_actions_that_there_are() -> None:
    assert conflicts(_set({"a": "Ctrl+K", "gone": "Ctrl+K"}), ["a"]) == ()


def test_what_was_changed_is_kept_as_the_difference_to_a_set() -> None:
    base = read_key_sets()[1]
    changed = base.with_keys("file.save", ()).with_keys("play.toggle", [Key("Space", "view"), Key("Ctrl+P")])
    kept = changes(base, changed)
    assert kept == Keys("aegisub", (("file.save", ()), ("play.toggle", ("Space@view", "Ctrl+P"))))
    assert chosen_keys(read_key_sets(), kept) == changed
    assert changes(base, base) == Keys("aegisub", ())


def test_a_set_that_is_no_longer_there_becomes_the_usual_one() -> None:
    assert base_of(read_key_sets(), Keys("emacs")).name == "subtitle-edit"


def test_texts_in_the_settings_that_are_no_keys_are_passed_over() -> None:
    keys = chosen_keys(read_key_sets(), Keys("aegisub", (("file.save", ("Ctrl+Nonsense", "F2")),)))
    assert keys.keys_of("file.save") == (Key("F2"),)
