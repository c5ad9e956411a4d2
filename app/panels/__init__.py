"""The dockable views of the document. Each gets the session, none knows another."""
