"""The policy that all pages of one build have in their heads."""

from collections.abc import Iterable

from gramota.errors import Where, refuse
from gramota.site.policy import Sources, inline_sources, joined, with_policy
from gramota.site.policy_settings import find_policy_problems, policy_sources


class PagePolicy:
    """What an owner's `csp`, standing at this place, makes of the policy; raises ContentError where it is wrong."""

    def __init__(self, csp: object, where: Where) -> None:
        refuse(find_policy_problems(csp, where))
        self._more = policy_sources(csp)
        self._shared: Sources = {}
        self._is_wanted = csp is not False

    def share(self, contents: Iterable[str]) -> None:
        """Let every page run what these hold: the theme exchanges pages within one document."""
        self._shared = joined(map(inline_sources, contents))

    def written_into(self, html: str) -> str:
        """Return the page with the policy in its head, if there is to be one."""
        return with_policy(html, self._more, self._shared) if self._is_wanted else html
