"""The text of a PDF as one article: pages in order, lines joined to paragraphs, running heads left out. Needs the extra `readers` (pypdf)."""

from __future__ import annotations

import io
import logging
from typing import Any

from legation.read.extra import library
from legation.read.line import joined_lines, without_running_heads
from legation.read.manner import Manner, Things
from legation.read.text import article_of
from legation.record.issue import issue


def read_pdf(data: bytes, name: str, manner: Manner) -> Things:
    """The article of the text that the file holds; scanned pages hold none. Images, forms and attached files are passed over; the day that
    the file was made is not the day of publication, so that it stays undated."""
    pypdf = library("pypdf", name)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    faults = library("pypdf.errors", name).PyPdfError
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        text, information = _text(reader, manner.limits.pdf_pages), dict(reader.metadata or {})
    except (faults, RecursionError, KeyError, TypeError, AttributeError, IndexError, AssertionError) as fault:
        reason = f"{name}: no PDF that can be read ({type(fault).__name__}: {fault}); it may be damaged or locked"
        yield issue(name, "read", "damaged", reason)
        return
    if not text.strip():
        yield issue(
            name, "read", "no_text", f"{name}: the PDF has no text, it may be scanned; recognise its text first"
        )
        return
    title = str(information.get("/Title") or "").strip() or None
    yield from article_of(text, name, raw=data, media_type="application/pdf", title=title)


def _text(reader: Any, most: int) -> str:
    pages = [(page.extract_text() or "").split("\n") for _, page in zip(range(most), reader.pages, strict=False)]
    return joined_lines(without_running_heads(pages))
