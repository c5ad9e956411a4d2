"""Hears as whisper.cpp's command line does, started as it is."""

import re
import resource
import subprocess
import tempfile
import time

from tests.benchmarks.peers.watch import Request, Told, asked, processor_time, tell

_LOADED = re.compile(r"load time\s*=\s*([\d.]+) ms")
_RUNS = re.compile(r"(?:decode|batchd) time\s*=.*?/\s*(\d+) runs")


def main() -> None:
    request = asked()
    began, cpu = time.perf_counter(), processor_time()
    first = None
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        # Random text has halves of characters.
        with subprocess.Popen(
            _command(request), stdout=subprocess.PIPE, stderr=log, text=True, errors="replace"
        ) as child:
            assert child.stdout is not None
            for line in child.stdout:
                if first is None and line.strip():
                    first = time.perf_counter() - began
        whole, cpu = time.perf_counter() - began, processor_time() - cpu
        log.seek(0)
        said = log.read()
    loaded = _LOADED.search(said)
    if child.returncode or loaded is None:
        tell(Told(missing=f"{request.program} ended with {child.returncode}: {said.strip().splitlines()[-1:]}"))
        return
    ready = float(loaded[1]) / 1000
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    decoded = sum(int(runs) for runs in _RUNS.findall(said)) // request.beams
    numbers = "q8_0" if request.model.endswith(".q8_0") else "f16: no whisper-quantize lies beside it"
    first = None if first is None else first - ready
    tell(Told(ready, first, whole - ready, cpu - ready, memory, decoded, numbers))


def _command(request: Request) -> list[str]:
    beams = str(request.beams)
    return [
        request.program,
        *("--model", request.model, "--file", request.sound, "--language", "en", "--threads", str(request.threads)),
        *("--beam-size", beams, "--best-of", beams, "--max-context", "0", "--no-fallback"),
    ]


if __name__ == "__main__":
    main()
