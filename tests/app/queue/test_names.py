"""A film of the queue gets files that nobody else has: beside it or in one folder, numbered, replaced or left out."""

from pathlib import Path

import pytest

from app.queue.names import Clash, Place, Target, clashes, targets

TALK = Path("/films/talk.mp4")
SONG = Path("/films/song.mkv")
THERE = {Path("/films/talk.sotto"), Path("/films/talk 2.sotto"), Path("/films/song.srt")}


def nothing(_: Path) -> bool:
    return False


def test_each_film_becomes_a_project_beside_it() -> None:
    assert targets((TALK, SONG), Place(), "number", nothing) == (
        Target(TALK, Path("/films/talk.sotto")),
        Target(SONG, Path("/films/song.sotto")),
    )


def test_all_go_into_one_folder_with_an_srt_file_where_that_is_wanted() -> None:
    (target,) = targets((TALK,), Place(Path("/out"), srt=True), "number", nothing)
    assert target == Target(TALK, Path("/out/talk.sotto"), Path("/out/talk.srt"))


def test_what_is_there_already_is_told() -> None:
    assert clashes((TALK, SONG), Place(), THERE.__contains__) == (Path("/films/talk.sotto"),)
    assert clashes((SONG,), Place(srt=True), THERE.__contains__) == (Path("/films/song.srt"),)


@pytest.mark.parametrize(
    ("clash", "found"),
    [
        ("number", (Target(TALK, Path("/films/talk 3.sotto")), Target(SONG, Path("/films/song.sotto")))),
        ("replace", (Target(TALK, Path("/films/talk.sotto"), None, True), Target(SONG, Path("/films/song.sotto")))),
        ("leave", (Target(SONG, Path("/films/song.sotto")),)),
    ],
)
def test_what_is_there_is_kept_replaced_or_left_out(clash: Clash, found: tuple[Target, ...]) -> None:
    assert targets((TALK, SONG), Place(), clash, THERE.__contains__) == found


@pytest.mark.parametrize("clash", ["number", "replace", "leave"])
def test_films_of_one_name_never_share_a_file(clash: Clash) -> None:
    films = (TALK, Path("/films/talk.wav"), Path("/other/talk.mp4"), TALK)
    found = targets(films, Place(Path("/out")), clash, nothing)
    assert [target.project.name for target in found] == ["talk.sotto", "talk 2.sotto", "talk 3.sotto"]


def test_names_of_films_that_wait_are_taken() -> None:
    (target,) = targets((TALK,), Place(), "replace", nothing, {Path("/films/talk.sotto")})
    assert target.project == Path("/films/talk 2.sotto")
