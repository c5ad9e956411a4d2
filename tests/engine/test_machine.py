"""What a machine can compute with, from the system's own files."""

from pathlib import Path

from engine.machine import childrens_memory, describe_machine, free_memory
from engine.protocol import Device

PROCESSOR = """processor\t: 0
model name\t: Made Up 9000
flags\t\t: fpu sse2 avx2 avx512f avx512_bf16 amx_bf16

processor\t: 1
model name\t: Made Up 9001
"""
CARD = "Model: \t\t NVIDIA L4\nIRQ:   \t\t 42\n"


def test_processor_and_cards_are_told(tmp_path: Path) -> None:
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "cpuinfo").write_text(PROCESSOR)
    card = tmp_path / "proc" / "driver" / "nvidia" / "gpus" / "0000:01:00.0"
    card.mkdir(parents=True)
    (card / "information").write_text(CARD)
    assert describe_machine(tmp_path).devices == (
        Device("cpu", "Made Up 9000", ("avx2", "avx512", "bf16", "amx")),
        Device("cuda", "NVIDIA L4"),
    )


def test_free_memory_is_what_the_system_could_give(tmp_path: Path) -> None:
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "meminfo").write_text("MemTotal: 16000 kB\nMemFree: 10 kB\nMemAvailable:    2048 kB\n")
    assert free_memory(tmp_path) == 2 << 20
    assert free_memory(tmp_path / "nowhere") == 0


def test_what_started_processes_have_for_themselves_is_added_up(tmp_path: Path) -> None:
    for task, children in (("1", "20 21 "), ("2", "22 ")):
        (tmp_path / "proc" / "self" / "task" / task).mkdir(parents=True)
        (tmp_path / "proc" / "self" / "task" / task / "children").write_text(children)
    for process, told in (
        ("20", "VmRSS:\t900 kB\nRssAnon:\t  512 kB\n"),
        ("21", "Name:\tgone\n"),
        ("22", "RssAnon:\t1536 kB"),
    ):
        (tmp_path / "proc" / process).mkdir()
        (tmp_path / "proc" / process / "status").write_text(told)
    assert childrens_memory(tmp_path) == 2 << 20
    assert childrens_memory(tmp_path / "nowhere") == 0


def test_a_system_that_tells_nothing_has_a_processor(tmp_path: Path) -> None:
    assert describe_machine(tmp_path).devices == (Device("cpu", "processor"),)
