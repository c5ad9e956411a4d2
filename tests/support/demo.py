"""The main job once, end to end and without a screen: a clip is spoken, heard, and written as SRT and WebVTT into out/.

The checkpoint is small and its weights are random: times, files and formats are real, the words are not.
Arguments go through to `sotto transcribe`.
"""

import math
import shutil
import subprocess
import sys
import wave
from array import array
from pathlib import Path

from tests.support.checkpoints import RECIPES, with_seed, write_folder

OUT = Path("out")
SPEECH = (
    "Good evening. This is a recording of nobody in particular. It was spoken by a machine, so that another machine "
    "can write down what it hears. The first sentence was short, the second one was longer, and this one ends here."
)
# Random weights never pass for a good transcript: without these every window would be tried again and thrown away.
TAKE_WHAT_COMES = ["--temperature_increment_on_fallback", "None", "--no_speech_threshold", "None"]


def speak(clip: Path) -> None:
    if shutil.which("espeak-ng"):
        subprocess.run(["espeak-ng", "-v", "en", "-w", clip, SPEECH], check=True)
        return
    print("espeak-ng is not here: a tone is heard instead of speech.")
    sound_a_tone(clip)


def sound_a_tone(clip: Path, *, seconds: int = 10, rate: int = 16_000) -> None:
    samples = array("h", (round(8_000 * math.sin(math.tau * 440 * n / rate)) for n in range(seconds * rate)))
    with wave.open(str(clip), "wb") as file:
        file.setparams((1, 2, rate, len(samples), "NONE", ""))
        file.writeframes(samples.tobytes())


def main(arguments: list[str]) -> int:
    OUT.mkdir(exist_ok=True)
    clip = OUT / "clip.wav"
    speak(clip)
    model = write_folder(OUT / "model", with_seed(RECIPES["byte"], 1))
    formats = ["-f", "srt", "-f", "vtt", "-o", OUT, "--overwrite"]
    command = [sys.executable, "-m", "engine", "transcribe", clip, "--model", model, *formats, *TAKE_WHAT_COMES]
    code = subprocess.run([*command, *arguments], check=False).returncode
    if code == 0:
        print(*(clip.with_suffix(suffix).resolve() for suffix in (".srt", ".vtt")), sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
