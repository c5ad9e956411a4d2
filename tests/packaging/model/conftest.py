"""Leaves out what needs scipy, which comes with the extra "model" only."""

collect_ignore = []
try:
    import scipy  # noqa: F401
except ImportError:
    collect_ignore += ["test_espeak.py", "test_corpus.py", "test_recording.py", "test_sound.py", "test_voices.py"]
