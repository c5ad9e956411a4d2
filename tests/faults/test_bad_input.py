"""Each bad input gets one clear line with the file and the remedy, its exit code, and leaves nothing behind."""

from pathlib import Path

import pytest

from tests.support.bad_input import BAD_INPUTS, BadInput, Bench, disks_can_be_made, run


@pytest.mark.parametrize("bad", BAD_INPUTS, ids=[bad.name for bad in BAD_INPUTS])
def test_bad_input_is_refused_in_one_line(bad: BadInput, byte_model: Path, tmp_path: Path) -> None:
    if "unshare" in bad.before and not disks_can_be_made():
        pytest.skip("this machine lets nobody mount a small disk of their own (unshare --user --mount)")
    home = tmp_path / "home"
    home.mkdir()
    ran = run(bad, Bench(home, byte_model))
    assert ran.code == bad.code, ran.err
    lines = ran.err.splitlines()
    assert all(line.startswith("sotto: ") for line in lines)
    assert bad.says in ran.err
    if bad.code:
        assert len(lines) == 1, ran.err
    assert sorted(path.name for path in (home / "out").glob("*")) == sorted(bad.files)
    assert [path.name for path in (home / "cache" / "sotto").glob("sound/*") if path.is_dir()] == []
    assert not (home / "payload-ran").exists()
