"""What the numbers were measured on, in words."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import torch

from tests.support.command_line import PROJECT

_TELLING = ("avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "avx_vnni", "amx_tile", "amx_bf16", "amx_int8")


def described(threads: int) -> list[str]:
    """Return lines that say what the machine and its torch are, what else it did, and which Sotto this is."""
    told = _proc("cpuinfo")
    model = re.search(r"model name\s*: (.*)", told)
    flags = re.search(r"flags\s*: (.*)", told)
    held = set(flags[1].split()) if flags else set()
    memory = re.search(r"MemTotal:\s*(\d+)", _proc("meminfo"))
    return [
        f"{model[1] if model else platform.processor()}, {os.cpu_count()} processors, {threads} threads",
        f"of its abilities: {', '.join(flag for flag in _TELLING if flag in held) or 'unknown'}",
        f"{int(memory[1]) / 2**20:.0f} GiB" if memory else "memory unknown",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        f"torch {torch.__version__}, {torch.backends.cpu.get_cpu_capability()}; Sotto {version('sotto')}{_commit()}",
    ]


def _proc(name: str) -> str:
    file = Path("/proc", name)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _commit() -> str:
    try:
        ran = subprocess.run(
            ["git", "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return f" at {ran.stdout.strip()}" if ran.returncode == 0 else ""
