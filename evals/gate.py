"""The gate: floors per figure that only go up."""

from __future__ import annotations

from pathlib import Path

import msgspec

FLOORS = Path(__file__).with_name("floors.json")


def floors() -> dict[str, float]:
    """The floors by figure, as "task.figure"."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, float])


def below(figures: dict[str, float]) -> list[str]:
    """What falls below its floor, one line each; figures without a floor pass."""
    wanted = floors()
    return [
        f"{name}: {figures[name]:.1f}, floor {wanted[name]:.1f}"
        for name in sorted(wanted)
        if name in figures and figures[name] < wanted[name]
    ]


def raise_floors(figures: dict[str, float], *, allow_regression: bool = False) -> None:
    """Set the floors to the figures; a floor is lowered only when that is asked for."""
    current = floors()
    new = {n: v if allow_regression else max(v, current.get(n, 0.0)) for n, v in figures.items()}
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(current | new, order="sorted"), indent=2) + b"\n")
