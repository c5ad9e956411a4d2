"""What may be remembered, and what not."""

from pathlib import Path

from engine.settings import Privacy, Settings, with_recent, without_recent


def test_the_last_file_is_first_and_stands_there_once() -> None:
    settings = with_recent(with_recent(with_recent(Settings(), Path("a")), Path("b")), Path("a"))
    assert settings.recent == (Path("a"), Path("b"))
    assert without_recent(settings).recent == ()


def test_no_more_than_twelve_files_are_remembered() -> None:
    settings = Settings()
    for number in range(20):
        settings = with_recent(settings, Path(str(number)))
    assert settings.recent == tuple(Path(str(number)) for number in range(19, 7, -1))


def test_nothing_is_remembered_where_that_is_not_wanted() -> None:
    settings = Settings(recent=(Path("a"),), privacy=Privacy(keep_recent=False))
    assert with_recent(settings, Path("b")).recent == ()
