"""Where the bundled sample articles stand."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from legation.errors import ReadError


def sample_dir() -> Path:
    """The folder of the sample articles: in the installed package, or in the checkout; ReadError when neither has it."""
    package = Path(str(files("legation")))
    places = (package / "examples", package.parent.parent / "examples" / "articles")
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise ReadError(f"sample articles: looked in {places[0]} and {places[1]}, met neither; reinstall legation")
    return found
