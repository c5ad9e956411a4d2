"""Hears as faster-whisper does, window after window or by its batched pipeline."""

from tests.benchmarks.peers.watch import Watch, asked, tell


def main() -> None:
    request, watch = asked(), Watch()
    import ctranslate2
    import faster_whisper

    model = faster_whisper.WhisperModel(
        request.model, device="cpu", compute_type=request.numbers, cpu_threads=request.threads
    )
    watch.ready()
    if request.together > 1:
        segments, _ = faster_whisper.BatchedInferencePipeline(model).transcribe(
            request.sound,
            language="en",
            temperature=0.0,
            beam_size=request.beams,
            batch_size=request.together,
            without_timestamps=False,  # as all others here
        )
    else:
        segments, _ = model.transcribe(
            request.sound, language="en", temperature=0.0, beam_size=request.beams, condition_on_previous_text=False
        )
    tokens = 0
    for segment in segments:
        watch.segment()
        tokens += len(segment.tokens)
    tell(watch.told(tokens, f"{faster_whisper.__version__} on CTranslate2 {ctranslate2.__version__}"))


if __name__ == "__main__":
    main()
