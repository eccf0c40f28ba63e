"""The lists of the app: one entry each."""

from __future__ import annotations

from legation.show.listing import Column, Filter, Listing
from legation.show.seam import relation

_STANDING = (
    ("fact", "told as fact"),
    ("any", "everything"),
    ("open", "planned or hypothetical"),
    ("denied", "denied or doubted"),
)
"""How a claim stands to the world, by its auxiliary mode. **Source:** `legation.record.claim.Aux`."""


def standing(column: str = "aux") -> Filter:
    """The filter on how a thing is told; what is planned, hypothetical or denied is left out unless it is asked for."""
    held = f"CASE WHEN {column} IN ('asserted', 'ongoing') THEN 'fact' WHEN {column} IN ('planned', 'hypothetical') THEN 'open' ELSE 'denied' END = $standing"
    return Filter(
        name="standing", label="Told", sql=held, says="not {value}", choices=_STANDING, default="fact", kind="choice"
    )


def days(column: str) -> tuple[Filter, Filter]:
    """The filters on a first and a last day; what has no day is left out once one is asked for."""
    start = Filter(
        name="from",
        label="From",
        sql=f"CAST({column} AS VARCHAR) >= $from",
        says="before {value} or undated",
        kind="date",
    )
    end = Filter(
        name="to",
        label="To",
        sql=f"CAST({column} AS VARCHAR) <= $to || '~'",
        says="after {value} or undated",
        kind="date",
    )
    return start, end


def country(sql: str, label: str = "Country") -> Filter:
    """The filter on a state."""
    return Filter(name="country", label=label, sql=sql, says="without {value}", kind="country")


def _claims(kind: str, *columns: str) -> str:
    """The claims of a kind with what most filters need."""
    told = "".join(f", {column}" for column in columns)
    return (
        f"(SELECT c.id, c.article, c.span_start, c.words, c.aux, c.when_value, a.published{told} "
        f"FROM claim c JOIN article a ON a.id = c.article WHERE c.kind = '{kind}')"
    )


_NAME = "coalesce(r.name, r.words)"
_CHOSEN = """(SELECT c.id, c.article, c.span_start, c.span_end, c.words, c.aux, c.said_by, c.factuality, c.when_value, a.published, {columns}
FROM claim c JOIN article a ON a.id = c.article
LEFT JOIN (SELECT r.claim, {roles} FROM role r WHERE r.claim IN (SELECT unnest($ids)) GROUP BY r.claim) r ON r.claim = c.id{more}
WHERE c.id IN (SELECT unnest($ids)))"""
"""The rows of a view for a few claims, worked out from those claims' parts alone."""
_STATEMENTS = _CHOSEN.format(
    columns="c.payload ->> 'speech_act' AS speech_act, r.* EXCLUDE (claim)",
    roles=f"""min({_NAME}) FILTER (WHERE r.role = 'source') AS speaker, min(r.country) FILTER (WHERE r.role = 'source') AS country,
    string_agg(r.words, ' ... ' ORDER BY r.number) FILTER (WHERE r.role = 'content') AS content,
    list(DISTINCT {_NAME} ORDER BY {_NAME}) FILTER (WHERE r.role = 'about') AS about""",
    more="",
)
_ATTACKS = _CHOSEN.format(
    columns="c.payload ->> 'attack_kind' AS kind, r.* EXCLUDE (claim), k.* EXCLUDE (claim)",
    roles=f"""string_agg(DISTINCT {_NAME}, '; ' ORDER BY {_NAME}) FILTER (WHERE r.role = 'place') AS place,
    min(r.country) FILTER (WHERE r.role IN ('place', 'country')) AS country,
    string_agg(DISTINCT {_NAME}, '; ' ORDER BY {_NAME}) FILTER (WHERE r.role = 'perpetrator') AS perpetrator,
    string_agg(DISTINCT {_NAME}, '; ' ORDER BY {_NAME}) FILTER (WHERE r.role = 'claimant') AS claimed_by""",
    more="""
LEFT JOIN (SELECT claim, max(low) FILTER (WHERE kind = 'killed') AS killed_low, max(high) FILTER (WHERE kind = 'killed') AS killed_high,
    max(low) FILTER (WHERE kind = 'injured') AS injured_low FROM casualty WHERE claim IN (SELECT unnest($ids)) GROUP BY claim) k ON k.claim = c.id""",
)

_WHO = (Column("said_by", "Said by", "chain"), Column("factuality", "Sure", "tag"))
_COUNTS = (
    Column("documents", "Documents", "number"),
    Column("outlets", "Outlets", "number"),
    Column("origins", "Origins", "number"),
)

EVENTS = Listing(
    name="events",
    title="Happenings",
    about="What states and other actors did to one another, coded in PLOVER terms. One row per happening; a copy of a report adds a document, not an origin.",
    relation="event",
    columns=(
        Column("start_day", "Day", "date"), Column("type", "Type", "tag"), Column("actors", "Actors", "codes"),
        Column("recipients", "Recipients", "codes"), Column("words", "Words", "words"), Column("status", "Status", "tag"), *_COUNTS,
    ),
    filters=(
        country("list_contains(actors, $country) OR list_contains(recipients, $country)"),
        Filter(name="type", label="Type", sql="type = upper($type)", says="of another type than {value}"),
        Filter(name="status", label="Status", sql="status = $status", says="not {value}", kind="choice", choices=tuple(
            (s, s.replace("_", " ")) for s in ("reported", "corroborated", "officially_confirmed", "contested", "denied", "forecast", "retracted"))),
        standing(), *days("start_day"),
        Filter(name="origins", label="Origins ≥", sql="origins >= TRY_CAST($origins AS INTEGER)", says="with fewer than {value} origins", kind="number"),
    ),
    order="start_day DESC NULLS LAST, id",
    then="(SELECT arg_min(c.words, c.span_start) FROM event_claim ec JOIN claim c ON c.id = ec.claim WHERE ec.event = t.id) AS words",
    sort="event",
)  # fmt: skip

ATTACKS = Listing(
    name="attacks",
    title="Attacks",
    about="Who was attacked, where, how many were killed, and who answers for it. One row per claim: every source's figure stands for itself.",
    relation=relation("attacks"),
    columns=(
        Column("when_value", "When", "date"), Column("kind", "Kind", "tag"), Column("place", "Place"), Column("country", "State", "code"),
        Column("killed_low", "Killed", "range"), Column("injured_low", "Injured", "number"), Column("perpetrator", "Perpetrator"),
        Column("claimed_by", "Claimed by"), Column("words", "Words", "words"), *_WHO,
    ),
    filters=(
        country("EXISTS (SELECT 1 FROM role r WHERE r.claim = id AND r.role IN ('place', 'country') AND r.country = $country)"),
        Filter(name="kind", label="Kind", sql="kind = $kind", says="of another kind than {value}"),
        standing(), *days("coalesce(when_value, CAST(published AS VARCHAR))"),
        Filter(name="toll", label="Killed ≥", sql="EXISTS (SELECT 1 FROM casualty k WHERE k.claim = id AND k.kind = 'killed' AND k.low >= TRY_CAST($toll AS INTEGER))", says="with fewer than {value} killed or no toll", kind="number"),
    ),
    chosen=_ATTACKS,
    light=_claims("attack", "c.payload ->> 'attack_kind' AS kind"),
    order="coalesce(when_value, CAST(published AS VARCHAR)) DESC NULLS LAST, article, span_start, id",
    sort="claim",
)  # fmt: skip

STATEMENTS = Listing(
    name="statements",
    title="Statements",
    about="Who says what, to whom and about whom, in their words, with the chain that carries it.",
    relation=relation("statements"),
    columns=(
        Column("published", "Reported", "date"), Column("speaker", "Speaker", "name"), Column("country", "State", "code"),
        Column("speech_act", "Act", "tag"), Column("content", "Content", "words"), Column("about", "About", "list"), *_WHO,
    ),
    filters=(
        Filter(name="by", label="Speaker", sql="EXISTS (SELECT 1 FROM role r WHERE r.claim = id AND r.role = 'source' AND contains(lower(coalesce(r.name, r.words)), lower($by)))", says="by others than “{value}”"),
        country("EXISTS (SELECT 1 FROM role r WHERE r.claim = id AND r.role = 'source' AND r.country = $country)", "Speaker's state"),
        Filter(name="about", label="About (state)", sql="EXISTS (SELECT 1 FROM role r WHERE r.claim = id AND r.role = 'about' AND r.country = $about)", says="not about {value}", kind="country"),
        Filter(name="act", label="Act", sql="speech_act = $act", says="of another act than {value}"),
        Filter(name="q", label="Words", sql="contains(lower(words), lower($q))", says="without “{value}”"),
        *days("published"),
    ),
    chosen=_STATEMENTS,
    light=_claims("statement", "c.payload ->> 'speech_act' AS speech_act"),
    order="published DESC NULLS LAST, article, span_start, id",
    sort="claim",
)  # fmt: skip

RELATIONS = Listing(
    name="relations",
    title="Relations",
    about="How two parties stand to one another, as somebody holds it.",
    relation=relation("relations"),
    columns=(
        Column("published", "Reported", "date"), Column("a", "A", "code"), Column("direction", "Direction", "tag"), Column("b", "B", "code"),
        Column("sign", "Sign", "number"), Column("words", "Words", "words"), Column("held_by", "Held by", "chain"), Column("factuality", "Sure", "tag"),
    ),
    filters=(
        country("EXISTS (SELECT 1 FROM role r WHERE r.claim = id AND r.role IN ('actor', 'recipient') AND r.target IN ($country, 'state:' || $country))"),
        standing(), *days("published"),
    ),
    light=_claims("relation"),
    order="published DESC NULLS LAST, article, span_start, id",
    sort="claim",
)  # fmt: skip

_SOURCES = (
    "(SELECT coalesce(holder_name, holder) AS source, role, source_class, count(*) AS claims, count(DISTINCT article) AS documents "
    "FROM step WHERE holder IS NOT NULL GROUP BY ALL)"
)

SOURCES = Listing(
    name="sources",
    title="Sources",
    about="Outlets, agencies and speakers with the claims that they carry. No score of bias is made: letters are given by people only.",
    relation=_SOURCES,
    then="(SELECT g.letter FROM admiralty g WHERE lower(g.outlet) = lower(t.source)) AS letter, "
    "(SELECT any_value(c.words) FROM step s JOIN claim c ON c.id = s.claim WHERE coalesce(s.holder_name, s.holder) = t.source AND s.role = t.role) AS words",
    columns=(
        Column("source", "Source", "source"), Column("role", "Role", "tag"), Column("source_class", "Class", "tag"),
        Column("claims", "Claims", "number"), Column("documents", "Documents", "number"), Column("letter", "Admiralty", "tag"),
        Column("words", "For instance", "words"),
    ),
    filters=(
        Filter(name="name", label="Name", sql="contains(lower(source), lower($name))", says="of another name than “{value}”"),
        Filter(name="role", label="Role", sql="role = $role", says="of another role than {value}", kind="choice", choices=tuple(
            (r, r.replace("_", " ")) for r in ("outlet", "agency", "quoted_outlet", "document", "speaker"))),
    ),
    order="claims DESC, source, role, source_class",
)  # fmt: skip

ARTICLES = Listing(
    name="articles",
    title="Articles",
    about="The articles of the store.",
    relation="(SELECT id, published, outlet, title, agency, language, source_name, url FROM article)",
    columns=(
        Column("published", "Published", "date"), Column("outlet", "Outlet", "name"), Column("title", "Title", "title"),
        Column("agency", "Agency"), Column("claims", "Claims", "number"), Column("source_name", "Read from"),
    ),
    filters=(
        Filter(name="outlet", label="Outlet", sql="contains(lower(outlet), lower($outlet))", says="of other outlets than “{value}”"),
        Filter(name="q", label="Title", sql="contains(lower(title), lower($q))", says="without “{value}” in the title"),
        *days("published"),
    ),
    order="published DESC NULLS LAST, id",
    then="(SELECT count(*) FROM claim c WHERE c.article = t.id) AS claims",
    sort="article",
)  # fmt: skip

ISSUES = Listing(
    name="issues",
    title="Issues",
    about="What could not be read, or was read with a known limit. An issue never stops the other articles.",
    relation="issue",
    columns=(
        Column("severity", "Severity", "tag"), Column("stage", "Stage", "tag"), Column("rule", "Rule", "tag"), Column("reason", "Reason"),
        Column("source_name", "Read from"),
    ),
    filters=(
        Filter(name="severity", label="Severity", sql="severity = $severity", says="not {value}", kind="choice", choices=(("failed", "failed"), ("noted", "noted"))),
        Filter(name="rule", label="Rule", sql="rule = $rule", says="of another rule than {value}"),
    ),
    order="severity, rule, source_name, id",
    empty="No issue: everything was read.",
)  # fmt: skip

LISTINGS = {entry.name: entry for entry in (EVENTS, ATTACKS, STATEMENTS, RELATIONS, SOURCES, ARTICLES, ISSUES)}
