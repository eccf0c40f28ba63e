"""One file per format that the record leaves in."""
