"""The desk served on this computer alone, until it is told to stop."""

import socket
import sys

import uvicorn
from starlette.types import ASGIApp

from gramota.desk.guard import HOST

# An explanation is worked out beside the loop; a keystroke gets its turn from it this soon, in seconds.
_TURN = 0.0005


def bind(port: int) -> socket.socket:
    """Take the port, or a free one where it is 0; raise OSError where it is taken."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, port))
        # Who comes before the desk is ready waits, and is not turned away.
        taken.listen()
    except OSError:
        taken.close()
        raise
    return taken


def serve(app: ASGIApp, bound: socket.socket) -> None:
    """Answer requests until Ctrl+C, which raises KeyboardInterrupt when all is closed."""
    sys.setswitchinterval(_TURN)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        http="h11",
        loop="asyncio",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    uvicorn.Server(config).run(sockets=[bound])
