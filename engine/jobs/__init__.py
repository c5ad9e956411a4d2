"""What an engine process does for the window, one file a kind of request."""
