"""What an owner adds to the policy in mkdocs.yml, under `csp`, checked."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from gramota.errors import Problem, Where
from gramota.site.policy import POLICY, Sources

_SOURCE = re.compile(
    r"'(?:self|unsafe-[a-z-]+|wasm-unsafe-eval|strict-dynamic|(?:nonce|sha\d{3})-[\w+/=-]+)'|[^\s'\";,]+"
)
_KEYWORDS = {"self", "none", "unsafe-inline", "unsafe-eval", "unsafe-hashes", "wasm-unsafe-eval", "strict-dynamic"}
"""Without its quotes each of these would be the name of a host."""


def find_policy_problems(csp: object, where: Where) -> Iterator[Problem]:
    """Yield what is wrong with the value of `csp`."""
    if isinstance(csp, bool):
        return
    if not isinstance(csp, dict):
        yield Problem.at(where, "G086")
        return
    for name, sources in csp.items():
        if name not in POLICY:
            near = get_close_matches(str(name), POLICY, n=1) or ["script-src"]
            yield Problem.at(where, "G087", name=str(name), near=near[0], names=", ".join(POLICY))
        else:
            yield from _find_source_problems(name, sources, where)


def policy_sources(csp: object) -> Sources:
    """Return the sources that a checked value of `csp` adds."""
    return {name: tuple(map(str, _listed(each))) for name, each in csp.items()} if isinstance(csp, dict) else {}


def _find_source_problems(name: str, sources: object, where: Where) -> Iterator[Problem]:
    for source in _listed(sources):
        if not isinstance(source, str) or source in _KEYWORDS or not _SOURCE.fullmatch(source):
            yield Problem.at(where, "G088", name=name, source=str(source))


def _listed(sources: object) -> list[object]:
    return sources if isinstance(sources, list) else [sources]
