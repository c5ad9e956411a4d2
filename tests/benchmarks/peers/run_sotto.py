"""Hears as Sotto does."""

from tests.benchmarks.peers.watch import Watch, asked, tell


def main() -> None:
    request, watch = asked(), Watch()
    # What is imported is part of the time to be ready.
    from engine import load_model
    from engine.transcript import Segment
    from engine.whisper.options import Options

    options = Options(
        language="en",
        temperature=(0.0,),
        beam_size=request.beams if request.beams > 1 else None,
        condition_on_previous_text=False,
        batch_size=request.together,
    )
    model = load_model(request.model, fp16=request.numbers == "fast", threads=request.threads)
    watch.ready()
    tokens = 0
    for event in model.transcribe(request.sound, options):
        if isinstance(event, Segment):
            watch.segment()
            tokens += len(event.tokens)
    tell(watch.told(tokens, ""))


if __name__ == "__main__":
    main()
