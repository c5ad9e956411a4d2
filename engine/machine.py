"""What this machine can compute with, told by the system alone: no driver is loaded."""

import os
from pathlib import Path

from engine.protocol import VERSION, Device, Ready

_TOLD = {  # by the processor's flags: what makes a model faster
    "avx2": "avx2",
    "avx512f": "avx512",
    "avx512_bf16": "bf16",
    "amx_bf16": "amx",
    "asimd": "neon",
    "bf16": "bf16",
}


def describe_machine(root: Path = Path("/")) -> Ready:
    """Return what a process says first; `root` is where the system's own folders lie."""
    return Ready(
        job=0,
        version=VERSION,
        process=os.getpid(),
        cores=cores(),
        memory=_memory(),
        devices=(_processor(root), *graphics_cards(root)),
    )


def free_memory(root: Path = Path("/")) -> int:
    """Return how many bytes programs can still have without others being swapped out; 0 where nobody tells."""
    return _kibibytes(_pairs(root / "proc" / "meminfo").get("MemAvailable", "")) << 10


def childrens_memory(root: Path = Path("/")) -> int:
    """Return how many bytes the processes that this one started have for themselves alone; 0 where nobody tells."""
    told = (_text(file) for file in (root / "proc" / "self" / "task").glob("*/children"))
    files = (root / "proc" / process / "status" for process in " ".join(told).split())
    return sum(_kibibytes(_pairs(file).get("RssAnon", "")) for file in files) << 10


def graphics_cards(root: Path = Path("/")) -> tuple[Device, ...]:
    """Return the cards that models can compute on."""
    found = sorted((root / "proc" / "driver" / "nvidia" / "gpus").glob("*/information"))
    return tuple(Device("cuda", _pairs(file).get("Model", "NVIDIA")) for file in found)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> int:
    names = getattr(os, "sysconf_names", {})
    if "SC_PHYS_PAGES" not in names:
        return 0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _processor(root: Path) -> Device:
    about = _pairs(root / "proc" / "cpuinfo")
    flags = (about.get("flags") or about.get("Features", "")).split()
    abilities = dict.fromkeys(_TOLD[flag] for flag in flags if flag in _TOLD)
    return Device("cpu", about.get("model name", "processor"), tuple(abilities))


def _kibibytes(told: str) -> int:
    """Read a number as in "12 kB"; 0 if there is none."""
    number = told.partition(" ")[0]
    return int(number) if number.isdecimal() else 0


def _pairs(file: Path) -> dict[str, str]:
    """Read `name : value` lines, of several of a name the first; nothing where the file can't be read."""
    pairs: dict[str, str] = {}
    for line in _text(file).splitlines():
        name, _, value = line.partition(":")
        pairs.setdefault(name.strip(), value.strip())
    return pairs


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
