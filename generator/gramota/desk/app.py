"""The desk's web application: a page, its own scripts and style, and an address for each thing that the page can do."""

from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from gramota.decisions import LogMovedError
from gramota.desk.assets import load_assets
from gramota.desk.desk import Desk, NobodyError, StaleError, UnknownError
from gramota.desk.guard import ENTRY, Entry, Guard
from gramota.desk.near_misses import NearMiss, find_near_misses
from gramota.desk.page import render_entry, render_page
from gramota.desk.replies import Replies, State
from gramota.desk.requests import (
    Asked,
    CommentRequest,
    DecideRequest,
    FinishRequest,
    KeepRequest,
    MarkRequest,
    OpenRequest,
    TrainerRequest,
    UndoRequest,
)
from gramota.wording import wording
from gramota.wording.reasons import tell_error

MOST_BYTES = 64_000
"""Of one request; a comment has at most 4,000 characters."""
_KEPT_NEAR_MISSES = 500

Model = TypeVar("Model", bound=Asked)


class Refusal(BaseModel):
    """Why something was not done, in words, and what the page shows now."""

    error: str
    text: str
    state: State | None = None


def make_app(desk: Desk, entry: Entry, lang: str) -> ASGIApp:
    """Make the application that serves this desk to who knows the entry."""
    replies = Replies(desk, lang)
    routes = [
        Route(ENTRY + "{token}", _entering(entry, lang)),
        Route("/", _serving(render_page(desk, lang))),
        *(Route(f"/{asset.name}", _serving(asset.text, asset.kind)) for asset in load_assets()),
        Route("/api/near/{key}", _near(desk, lang)),
        _action("open", OpenRequest, replies.open, replies),
        _action("mark", MarkRequest, replies.mark, replies),
        _action("comment", CommentRequest, replies.comment, replies),
        _action("finish", FinishRequest, replies.finish, replies),
        _action("undo", UndoRequest, replies.undo, replies),
        _action("keep", KeepRequest, replies.keep, replies),
        _action("trainer", TrainerRequest, replies.trainer, replies),
    ]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False
    return Guard(app, entry, wording("desk", lang)("entry.refused"))


def _entering(entry: Entry, lang: str) -> Callable[[Request], Response]:
    def enter(request: Request) -> Response:
        if not entry.is_token(request.path_params["token"]):
            raise HTTPException(HTTPStatus.UNAUTHORIZED, wording("desk", lang)("entry.refused"))
        # A page and no redirect: a browser sends a strict cookie only where a page of the same site leads.
        return HTMLResponse(render_entry(lang), headers={"set-cookie": entry.cookie})

    return enter


def _serving(text: str, kind: str = "text/html") -> Callable[[Request], Response]:
    def serve(_request: Request) -> Response:
        return Response(text, media_type=kind)

    return serve


def _near(desk: Desk, lang: str) -> Callable[..., object]:
    @lru_cache(maxsize=_KEPT_NEAR_MISSES)
    def find(key: str) -> bytes:
        return TypeAdapter(list[NearMiss]).dump_json(find_near_misses(desk.case(key), lang))

    one_at_a_time = CapacityLimiter(1)

    async def near(request: Request) -> Response:
        try:
            # Beside the loop: a keystroke is not to wait for an explanation.
            return _json(await run_sync(find, request.path_params["key"], limiter=one_at_a_time))
        except UnknownError:
            raise HTTPException(HTTPStatus.NOT_FOUND) from None

    return near


def _action(name: str, model: type[Model], act: Callable[[Model], State], replies: Replies) -> Route:
    """Make the route of one thing that the page can do; on the loop itself, so that all is done one after another."""

    async def answer(request: Request) -> Response:
        if request.headers.get("content-type") != "application/json":
            raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            asked = model.model_validate_json(await _body(request))
        except ValidationError:
            raise HTTPException(HTTPStatus.BAD_REQUEST) from None
        return _do(act, asked, replies)

    return Route(f"/api/{name}", answer, methods=["POST"])


def _do(act: Callable[[Model], State], asked: Model, replies: Replies) -> Response:
    t = wording("desk", replies.lang)
    try:
        return _json(act(asked).model_dump_json())
    except StaleError:
        state = replies.state(asked, replies.desk.case(asked.key) if isinstance(asked, DecideRequest) else None)
        return _refuse(HTTPStatus.CONFLICT, Refusal(error="stale", text=t("stale"), state=state))
    except NobodyError:
        return _refuse(HTTPStatus.FORBIDDEN, Refusal(error="nobody", text=t("nobody")))
    except UnknownError:
        text = t("nothing_to_undo" if asked.__class__ is UndoRequest else "unknown")
        return _refuse(HTTPStatus.NOT_FOUND, Refusal(error="unknown", text=text))
    except LogMovedError:
        return _refuse(HTTPStatus.INSUFFICIENT_STORAGE, Refusal(error="not_saved", text=t("log_moved")))
    except OSError as error:
        text = t("not_saved", reason=tell_error(error, t.lang))
        return _refuse(HTTPStatus.INSUFFICIENT_STORAGE, Refusal(error="not_saved", text=text))


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return body


def _json(content: str | bytes) -> Response:
    return Response(content, media_type="application/json")


def _refuse(status: HTTPStatus, refusal: Refusal) -> Response:
    return Response(refusal.model_dump_json(), status, media_type="application/json")
