"""Libraries of the extra `readers`: imported when a file needs one, with a clear word where it is missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from legation.errors import ReadError


def library(module: str, name: str) -> ModuleType:
    """The module of a library; ReadError with the command that installs it where it is missing. `name` is the file that needs it."""
    try:
        return import_module(module)
    except ImportError as fault:
        package = module.split(".")[0]
        raise ReadError(
            f"{name}: needs the library {package}, which is not installed ({fault}); run: pip install 'legation[readers]'"
        ) from fault
