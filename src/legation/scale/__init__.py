"""The same pipeline over many articles: processes on one machine."""
