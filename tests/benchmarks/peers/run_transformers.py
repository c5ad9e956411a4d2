"""Hears as transformers does, window after window or by its pipeline of chunks."""

from pathlib import Path

from tests.benchmarks.peers.watch import Watch, asked, tell

_HOW = {"language": "en", "task": "transcribe"}


def main() -> None:
    request, watch = asked(), Watch()
    import torch
    import transformers
    from transformers.pipelines.audio_utils import ffmpeg_read

    torch.set_num_threads(request.threads)
    transformers.logging.set_verbosity_error()
    model = transformers.WhisperForConditionalGeneration.from_pretrained(request.model)
    tokenizer = transformers.AutoTokenizer.from_pretrained(request.model)
    extractor = transformers.WhisperFeatureExtractor(feature_size=model.config.num_mel_bins)
    watch.ready()
    sound = ffmpeg_read(Path(request.sound).read_bytes(), extractor.sampling_rate)
    how = _HOW | {"num_beams": request.beams}
    if request.together > 1:
        pipeline = transformers.AutomaticSpeechRecognitionPipeline(
            model=model, tokenizer=tokenizer, feature_extractor=extractor, chunk_length_s=30
        )
        heard = pipeline(sound, batch_size=request.together, return_timestamps=True, generate_kwargs=how)
        tokens = len(tokenizer(heard["text"])["input_ids"])  # all that it tells
    else:
        features = extractor(
            sound,
            sampling_rate=extractor.sampling_rate,
            truncation=False,
            padding="longest",
            return_attention_mask=True,
            return_tensors="pt",
        )
        ids = model.generate(**features, return_timestamps=True, condition_on_prev_tokens=False, **how)
        tokenizer.batch_decode(ids, skip_special_tokens=True)
        tokens = ids.numel()
    tell(watch.told(tokens, transformers.__version__))


if __name__ == "__main__":
    main()
