"""Text as a page may show it: characters that act on the text around them are made visible."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, direction and invisible characters, and halves of surrogate pairs; tab and line feed pass, and so do the joiners that Persian and
Hindi are written with. **Source:** Unicode Standard Annex 9 and Technical Report 36."""


def visible(text: str) -> str:
    """The text with each acting character written out as its code point.

    >>> visible("a\\u202eb")
    'a⟦U+202E⟧b'
    """
    return _ACTING.sub(lambda m: f"⟦U+{ord(m.group()):04X}⟧", text)


def shown(value: Any) -> Any:
    """What a template prints of a value: nothing for None, text made visible; markup of our own passes."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
