"""The app from the command line: with its extra installed, at an address that is printed."""

from __future__ import annotations

import click

from legation.errors import PluginError


def open_app(store: str, *, host: str = "127.0.0.1", port: int = 8321, names: tuple[str, ...] = ()) -> None:
    """Serve a store until it is interrupted; PluginError says how to install the extra where it is missing."""
    try:
        from legation.show.serve import Where
        from legation.show.serve import serve as serving
    except ImportError as fault:
        raise PluginError(
            f"the app needs {fault.name}, which is not installed; run: pip install 'legation[web]'"
        ) from fault
    if host not in ("127.0.0.1", "localhost", "::1"):
        click.echo(
            f"Warning: everybody who reaches {host} can read and review this store; there are no passwords.", err=True
        )
    serving(store, Where(host=host, port=port, names=names), _ready)


def _ready(address: str) -> None:
    click.echo(f"The record is at {address}  (Ctrl+C ends it)")
