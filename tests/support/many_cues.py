"""Writes subtitle files of any number of cues, to measure and to try what is made for large ones."""

from pathlib import Path


def subtitles(file: Path, count: int) -> Path:
    """Write a subtitle file of so many cues, one every three seconds."""

    def clock(ms: int) -> str:
        seconds, ms = divmod(ms, 1000)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{ms:03}"

    def cue(number: int) -> str:
        times = f"{clock(number * 3000)} --> {clock(number * 3000 + 2500)}"
        return f"{number}\n{times}\nThis is the text of cue {number},\nand its second line.\n\n"

    file.write_text("".join(map(cue, range(1, count + 1))))
    return file
