"""`sotto edit` and `sotto` alone open the window as a process of its own; without a screen they say so."""

from pathlib import Path

import pytest

from tests.support.command_line import sotto


def test_without_a_screen_it_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = sotto("edit", home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "sotto: there is no screen to open a window on: use the commands that sotto --help lists\n"


@pytest.mark.parametrize("arguments", [(), ("edit",)])
def test_the_window_is_a_process_of_its_own_and_its_code_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    ran = sotto(*arguments, home=tmp_path)
    assert ran.code != 0
    assert "no-such-platform" in ran.err
