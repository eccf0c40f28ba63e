"""The gate: a floor per figure that only goes up; for an error, a ceiling that only goes down."""

from __future__ import annotations

from pathlib import Path

import msgspec

FLOORS = Path(__file__).with_name("floors.json")
# What a figure that hangs on an encoder may lose on another processor, in points: int8 products differ there, and one row of a small set counts much.
MARGINS = {"events.": 2.0, "extract.": 2.0, "stories.": 3.0}


def floors() -> dict[str, float]:
    """The floors by figure, as "task.figure"."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, float])


def worse(name: str, value: float, than: float) -> bool:
    """Whether the value is worse than the other; of errors ("MAE") the higher is the worse."""
    return value > than if name.endswith("MAE") else value < than


def printed(name: str, value: float) -> str:
    """The value as tables show it: percent with one place, errors in points of their scale with two."""
    return f"{value:.2f}" if name.endswith("MAE") else f"{value:.1f}"


def below(figures: dict[str, float]) -> list[str]:
    """What falls below its floor, one line each; figures without a floor pass."""
    wanted = floors()
    return [
        f"{name}: {printed(name, figures[name])}, floor {printed(name, wanted[name])}"
        for name in sorted(wanted)
        if name in figures and worse(name, figures[name], wanted[name])
    ]


def floor_of(name: str, value: float) -> float:
    """The floor that a figure sets: the figure, less a margin where an encoder makes it."""
    margin = next((m for begin, m in MARGINS.items() if name.startswith(begin)), 0.0)
    return max(0.0, round(value - margin, 2)) if margin else value


def raise_floors(figures: dict[str, float], *, allow_regression: bool = False) -> None:
    """Set the floors by the figures; a floor is lowered only when that is asked for."""
    current = floors()
    wanted = {n: floor_of(n, v) for n, v in figures.items()}
    new = {n: v for n, v in wanted.items() if allow_regression or n not in current or worse(n, current[n], v)}
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(current | new, order="sorted"), indent=2) + b"\n")
