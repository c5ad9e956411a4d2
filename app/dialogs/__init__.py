"""Questions to a person: a frozen value in, a frozen value out, None if it was cancelled. No dialog knows the session.

Each file has a question, an answer, a dialog and `ask`. What can't be chosen is shown disabled, with the reason.
"""
