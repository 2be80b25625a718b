"""Templates compiled once for all builds of one `mkdocs serve`: the theme's take a fourth of a small site's build."""

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

_State = tuple[dict[str, object], dict[str, object], dict[str, object]]
_MANY_STATES = 16


class KeptTemplates(BytecodeCache):
    """Keeps compiled templates in memory; one whose text has changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, str, str], CodeType | None] = {}
        self._states: list[_State] = []

    def serve(self, theme: Theme) -> None:
        """Keep what this theme compiles, for whoever asks it for templates."""
        theme.get_env = partial(self._kept_env, theme.get_env)  # type: ignore[method-assign]  # MkDocs has no event here

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template what was kept for its text."""
        bucket.code = self._kept.get((self._state_of(bucket.environment), bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[self._state_of(bucket.environment), bucket.key, bucket.checksum] = bucket.code

    def _kept_env(self, get_env: "Callable[[], Environment]") -> Environment:
        env = get_env()
        env.bytecode_cache = self
        return env

    def _state_of(self, env: Environment) -> int:
        """Return a number for all that has a say in compiling: filters and tests of constants are called there."""
        extensions: dict[str, object] = {name: type(each) for name, each in env.extensions.items()}
        state: _State = ({**env.filters}, {**env.tests}, extensions)
        if state not in self._states:
            if len(self._states) == _MANY_STATES:
                self._states, self._kept = [], {}
            self._states.append(state)
        return self._states.index(state)
