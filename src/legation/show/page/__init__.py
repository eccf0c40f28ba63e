"""One file per page: from what is asked to a typed context."""
