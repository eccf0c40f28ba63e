"""Speed figures: one question a file, each prints a table."""
