"""Questions: a value in, a value out. None knows the session."""
