"""Leaves out what needs scipy, which comes with the extra "model" only."""

collect_ignore = []
try:
    import scipy  # noqa: F401
except ImportError:
    collect_ignore += ["test_interview.py", "test_picture.py"]
