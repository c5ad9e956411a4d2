"""Dumb parts of the window: they show values and say by signals what a person did; none knows a session or a player."""
