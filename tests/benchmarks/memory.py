"""Does memory grow with the file? Peak memory of whole processes that hear ten minutes and three hours of sound.

python -m tests.benchmarks.memory       # tiny's dimensions, temperature 0, 16 tokens a window; some minutes
"""

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.support.checkpoints import RECIPES, vocabulary_file, write_folder
from tests.support.clips import ffmpeg

LENGTHS = {"10 minutes": 600, "3 hours": 10_800}  # seconds
TOKENS = 16
HEAR = """
import sys
from engine import load_model
from engine.whisper.options import Options
from tests.benchmarks.peers.watch import peak_memory
model = load_model(sys.argv[1])
options = Options(language="en", temperature=(0.0,), sample_len=int(sys.argv[3]), no_speech_threshold=None)
segments = sum(1 for _ in model.transcribe(sys.argv[2], options))
print(segments, round(peak_memory()))  # getrusage would count what the process had that started this one
"""


def main() -> None:
    recipe = RECIPES["tiny"]
    if vocabulary_file(recipe.vocabulary) is None:
        byte = RECIPES["byte"]
        recipe = replace(byte, dims=replace(recipe.dims, n_vocab=byte.dims.n_vocab), alignment_heads=None)
        print("Without Whisper's vocabulary ($SOTTO_TEST_DATA) the model has one of bytes.\n")
    print("| sound | segments | peak memory, MiB |\n|---|---|---|")
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        model = write_folder(Path(folder) / "tiny", recipe)
        for name, seconds in LENGTHS.items():
            clip = Path(folder) / f"{seconds}.flac"
            ffmpeg("-f", "lavfi", "-i", f"anoisesrc=d={seconds}:c=pink:r=16000:a=0.3:seed=1", clip)
            command = [sys.executable, "-c", HEAR, str(model), str(clip), str(TOKENS)]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            segments, peak = map(int, told.split())
            peaks.append(peak)
            print(f"| {name} | {segments} | {peak} |", flush=True)
    print(f"\n3 hours need {peaks[1] / peaks[0] - 1:+.1%} of the memory of 10 minutes.")


if __name__ == "__main__":
    main()
