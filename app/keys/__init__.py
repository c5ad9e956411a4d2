"""The keys of actions as values: what a key is, three sets of them, what collides, what can be taken over."""
