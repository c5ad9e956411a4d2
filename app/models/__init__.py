"""The document as Qt rows and columns."""
