"""Hears as openai-whisper does."""

import io
from contextlib import redirect_stdout

from tests.benchmarks.peers.watch import Watch, asked, tell


class Lines(io.TextIOBase):
    """Takes the line that is printed for each segment: there is no other sign of one before the end."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def write(self, text: str) -> int:
        self._watch.segment()
        return len(text)


def main() -> None:
    request, watch = asked(), Watch()
    import torch
    import whisper

    torch.set_num_threads(request.threads)
    model = whisper.load_model(request.model, device="cpu")
    watch.ready()
    with redirect_stdout(Lines(watch)):
        heard = model.transcribe(
            request.sound,
            verbose=True,
            language="en",
            temperature=0.0,
            beam_size=request.beams if request.beams > 1 else None,
            condition_on_previous_text=False,
            fp16=False,
        )
    tokens = sum(len(segment["tokens"]) for segment in heard["segments"])
    tell(watch.told(tokens, whisper.__version__))


if __name__ == "__main__":
    main()
