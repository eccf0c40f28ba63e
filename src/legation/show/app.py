"""The web application over one store: routes, templates, static files, behind the guard."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import jinja2
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.routing import Route as Path
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from legation import __version__
from legation.errors import AskError, StoreLocked
from legation.lexicon.load import Lexicon, load_lexicon
from legation.show import url
from legation.show.asked import Asked, Page
from legation.show.guard import Guard
from legation.show.hand import hand_routes
from legation.show.judge import judge_routes
from legation.show.page.home import LINKS
from legation.show.routes import MENU, ROUTES, Route
from legation.show.table import as_csv, as_json
from legation.show.visible import shown
from legation.store.desk import Desk
from legation.store.token import Token

LOCAL = ("127.0.0.1", "localhost", "::1")
"""The names of this machine that the app answers to; others must be named when it is started."""


def make_app(desk: Desk, *, hosts: Collection[str] = (), token: Token | None = None) -> ASGIApp:
    """The application over the desk's store. `hosts` are names that it answers to beside this machine's own.

    `token` is the secret by which other programs of the same user hand readings in; None keeps that door shut.
    """
    lexicon = load_lexicon()
    templates = environment(lexicon)
    paths: list[BaseRoute] = [Path("/", _page(Route("/", ROUTES[0].page), "html", desk, templates, lexicon))]
    for route in ROUTES:
        for form in url.FORMS:
            paths.append(Path(f"{route.path}.{form}", _page(route, form, desk, templates, lexicon)))
        paths.append(Path(route.path, _page(route, "html", desk, templates, lexicon)))
    paths += judge_routes(desk)
    paths += hand_routes(desk, token) if token is not None else []
    paths.append(Mount("/static", StaticFiles(packages=[("legation", "show/static")])))
    app = Starlette(routes=paths, exception_handlers={404: _nothing(templates)})
    return Guard(app, hosts={*LOCAL, *hosts})


def environment(lexicon: Lexicon) -> jinja2.Environment:
    """The templates: everything escaped, acting characters visible, unknown names an error."""
    loader = jinja2.PackageLoader("legation", "show/templates")
    made = jinja2.Environment(
        loader=loader,
        autoescape=True,
        finalize=shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"url": url, "menu": MENU, "version": __version__, "count_links": LINKS}
    made.filters |= {"state": _state(lexicon), "plainly": _plainly, "words": _words, "many": _many, "file": _file_name}
    return made


def _state(lexicon: Lexicon) -> Callable[[str | None], str]:
    def name(code: str | None) -> str:
        entry = lexicon.states.get(code or "")
        return entry.name if entry is not None else _target(code)

    return name


def _target(code: str | None) -> str:
    """An actor's id in words: the id of what no list knows carries its name.

    >>> _target("unlisted:viktar-hrynkouski")
    'viktar hrynkouski'
    """
    if not code:
        return "?"
    kind, _, rest = code.partition(":")
    return (rest.split(":")[0] if rest and kind in ("unlisted", "unnamed") else code).replace("-", " ")


def _plainly(value: Any) -> str:
    """A value as a reader wants it: numbers with thousands, lists with commas, a dash for nothing."""
    if value is None or value == [] or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    if isinstance(value, list | tuple):
        return ", ".join(map(_plainly, value))
    if isinstance(value, dict):
        return "; ".join(f"{k} {_plainly(v)}" for k, v in value.items() if v not in (None, [], "", False))
    return str(value)


def _words(name: str) -> str:
    return str(name).replace("_", " ")


def _file_name(source: str) -> str:
    """The last part of where an article was read from."""
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def _many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun: one article, 1,200 articles."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


Handler = Callable[[Request], Any]


def _page(route: Route, form: str, desk: Desk, templates: jinja2.Environment, lexicon: Lexicon) -> Handler:
    def answer(request: Request) -> Response:
        given = dict(request.query_params)
        given["_reviewer"] = request.cookies.get("legation_reviewer", "")
        path = "/" if route.path == "/home" else _path(request, form)
        try:
            with desk.read() as store:
                asked = Asked(
                    store=store, lexicon=lexicon, given=given, key=request.path_params.get("key", ""), path=path, form=form,
                    generation=desk.generation,
                )  # fmt: skip
                page = route.page(asked)
        except StoreLocked as fault:
            return _fault(templates, request, 503, "The store is being written", str(fault))
        except AskError as fault:
            return _fault(templates, request, 400, "Not answered", str(fault))
        return _answer(templates, request, page, asked)

    async def handler(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return handler


def _path(request: Request, form: str) -> str:
    path = request.scope["path"]
    return str(path.removesuffix(f".{form}") if form != "html" else path)


def _answer(templates: jinja2.Environment, request: Request, page: Page, asked: Asked) -> Response:
    """The page in the form that was asked for."""
    name = asked.path.strip("/").replace("/", "-") or "home"
    if asked.form == "json":
        return Response(as_json(name, page.table), page.status, media_type="application/json")
    if asked.form == "csv":
        headers = {"content-disposition": f'attachment; filename="{_file(name)}.csv"'}
        return Response(as_csv(page.table).encode("utf-8", "replace"), page.status, headers, "text/csv; charset=utf-8")
    if asked.form == "sql":
        return RedirectResponse(url.with_query("/sql", {"q": page.table.sql}), 302)
    query = {k: v for k, v in request.query_params.items() if v}
    context = {
        "page": page, "body": page.body, "here": asked.path, "query": query, "csrf": request.state.csrf,
        "reviewer": request.cookies.get("legation_reviewer", ""), "title": page.title,
    }  # fmt: skip
    text = templates.get_template(page.template).render(context)
    return HTMLResponse(text.encode("utf-8", "replace"), page.status)


def _file(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)[:60]


def _fault(templates: jinja2.Environment, request: Request, status: int, title: str, reason: str) -> Response:
    context: dict[str, Any] = {
        "title": title,
        "reason": reason,
        "here": request.url.path,
        "query": {},
        "reviewer": "",
        "csrf": "",
        "page": None,
    }
    text = templates.get_template("fault.html").render(context)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def _nothing(templates: jinja2.Environment) -> Any:
    def handler(request: Request, fault: Exception) -> Response:
        return _fault(
            templates, request, 404, "No such page", "The address leads nowhere; the menu leads to every page."
        )

    return handler
