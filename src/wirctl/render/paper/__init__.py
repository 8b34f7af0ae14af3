"""The plan as a document of pages: one tree of parts that PDF and Word are set from."""
