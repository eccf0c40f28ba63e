"""The table of routes: every page with its address, its function, and what its key is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from legation.show.asked import Asked, Page
from legation.show.catalogue import LISTINGS
from legation.show.listing import listed
from legation.show.page.article import article
from legation.show.page.claim import claim
from legation.show.page.deal import deal
from legation.show.page.dyad import dyad
from legation.show.page.event import event
from legation.show.page.home import home
from legation.show.page.network import network
from legation.show.page.places import places
from legation.show.page.register import register_page
from legation.show.page.review import agreed, review
from legation.show.page.search import search
from legation.show.page.source import source
from legation.show.page.sql import sql
from legation.show.page.timeline import timeline
from legation.show.page.why import why


class Route(msgspec.Struct, frozen=True):
    """A page: its address (with {key} in it where it has one), its function, and its name in the menu, None where it is not there."""

    path: str
    page: Callable[[Asked], Page]
    menu: str | None = None


ROUTES = (
    Route("/home", home),
    Route("/search", search, "Search"),
    Route("/events", partial(listed, LISTINGS["events"]), "Happenings"),
    Route("/register", register_page, "Arms"),
    Route("/attacks", partial(listed, LISTINGS["attacks"]), "Attacks"),
    Route("/map", places, "Map"),
    Route("/timeline", timeline, "Timeline"),
    Route("/dyad", dyad, "Dyads"),
    Route("/network", network, "Network"),
    Route("/statements", partial(listed, LISTINGS["statements"]), "Statements"),
    Route("/relations", partial(listed, LISTINGS["relations"]), "Relations"),
    Route("/sources", partial(listed, LISTINGS["sources"]), "Sources"),
    Route("/articles", partial(listed, LISTINGS["articles"]), "Articles"),
    Route("/review", review, "Review"),
    Route("/sql", sql, "SQL"),
    Route("/issues", partial(listed, LISTINGS["issues"])),
    Route("/source", source),
    Route("/agreement", agreed),
    Route("/article/{key}", article),
    Route("/event/{key}", event),
    Route("/deal/{key}", deal),
    Route("/claim/{key}", claim),
    Route("/why/{key:path}", why),
)
"""The order of the menu is that of a reader's questions: what is there, who did what, who sells what, who was attacked; then the tools."""
MENU = tuple((route.path, route.menu) for route in ROUTES if route.menu)
