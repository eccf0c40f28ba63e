"""What could not be read, as a record: it never stops the other articles."""

from __future__ import annotations

import msgspec

from legation.record.ident import ident


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """A fault met on the way. `stage` is read, segment, annotate, extract, resolve or store; `rule` names the check.

    `severity` is "failed" (the article is not in the record) or "noted" (it is, with this known limit).
    """

    id: str
    source_name: str
    stage: str
    rule: str
    reason: str
    severity: str = "failed"
    article: str | None = None


def issue(source_name: str, stage: str, rule: str, reason: str, **rest: str | None) -> Issue:
    """An issue with its content-hash id.

    >>> issue("a.txt", "read", "empty", "the file has no text").severity
    'failed'
    """
    severity = rest.get("severity") or "failed"
    return Issue(
        id=ident("iss", source_name, stage, rule, reason),
        source_name=source_name,
        stage=stage,
        rule=rule,
        reason=reason,
        severity=severity,
        article=rest.get("article"),
    )
