"""The numbers that the window is held to, beside their goals: see __main__.py."""
