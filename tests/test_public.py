"""The public names are there, and are those that the README uses."""

from __future__ import annotations

import re
from pathlib import Path

import legation

README = Path(__file__).parent.parent / "README.md"


def test_every_public_name_is_there() -> None:
    assert all(hasattr(legation, name) for name in legation.__all__)


def test_the_readme_uses_public_names_only() -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL))
    assert set(re.findall(r"legation\.(\w+)\(", code)) <= set(legation.__all__)
