"""Films that wait to be heard one after another: which, how, into which files, and what became of each. No Qt here."""
