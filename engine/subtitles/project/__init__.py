"""The project file (.sotto): a document, its history and its settings in one SQLite file; alone with sqlite3."""
