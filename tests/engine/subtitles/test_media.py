"""A film is known again by its content, wherever it was moved that we look."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.media import find_media, media_at


def film(path: Path, ends: bytes = b"end") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"begin" + bytes(3 << 20) + ends)
    return path


def test_a_reference_holds_path_size_and_a_hash_of_both_ends(tmp_path: Path) -> None:
    media = media_at(film(tmp_path / "a.mkv"))
    assert (media.path, media.size) == (str(tmp_path / "a.mkv"), (3 << 20) + 8)
    assert media.fingerprint == media_at(film(tmp_path / "b.mkv")).fingerprint
    assert media.fingerprint != media_at(film(tmp_path / "c.mkv", b"END")).fingerprint
    assert (
        media_at(_small(tmp_path / "d.wav", b"x")).fingerprint
        != media_at(_small(tmp_path / "e.wav", b"xx")).fingerprint
    )


def _small(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"missing\.mkv cannot be read") as refusal:
        media_at(tmp_path / "missing.mkv")
    assert refusal.value.kind == "media"


@pytest.mark.parametrize(
    "now", ["there/a.mkv", "here/a.mkv", "here/renamed.mp4", "here/media/reel/a.mkv", "elsewhere/x/b.mkv"]
)
def test_a_film_is_found_where_it_was_and_beside_the_project_and_where_we_are_told(tmp_path: Path, now: str) -> None:
    media = media_at(film(tmp_path / "there" / "a.mkv"))
    (tmp_path / "there" / "a.mkv").unlink()
    film(tmp_path / "here" / "other.mkv", b"END")
    film(tmp_path / now)
    assert find_media(media, tmp_path / "here" / "a.sotto", [tmp_path / "elsewhere"]) == tmp_path / now


def test_another_film_under_the_old_name_is_not_taken(tmp_path: Path) -> None:
    media = media_at(film(tmp_path / "a.mkv"))
    film(tmp_path / "a.mkv", b"END")
    film(tmp_path / "one" / "two" / "three" / "a.mkv")
    assert find_media(media, tmp_path / "a.sotto", [tmp_path / "nowhere"]) is None
