"""How a whole self-check is asked: attempts, answers shown, and how many of its questions are drawn."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field

from gramota.course.finding import Finding
from gramota.course.model.base import Entry, Id

MAX_ATTEMPTS = 100

Count = Annotated[int, Field(ge=1, le=10_000)]


class SelfCheckRules(Entry):
    """What holds for every question that does not say otherwise, and how many are drawn for one run.

    `ask` counts questions without a pool, `pools` those of each pool; without a number all are asked.
    """

    attempts: int | None = Field(default=None, ge=1, le=MAX_ATTEMPTS)
    show_answer: bool = True
    ask: Count | None = None
    pools: dict[Id, Count] = Field(default={})

    def find_problems(self, pools: Sequence[str | None]) -> Iterator[Finding]:
        """Yield what does not fit the questions, whose `pools` are given in their order."""
        there = Counter(pools)
        if self.ask is not None and self.ask > there[None]:
            yield Finding("G046", ("self_check_rules", "ask"), {"asked": str(self.ask), "there": str(there[None])})
        for pool, asked in self.pools.items():
            if asked > there[pool]:
                values = {"pool": pool, "asked": str(asked), "there": str(there[pool])}
                yield Finding("G047", ("self_check_rules", "pools", pool), values)
        for index, named in enumerate(pools):
            if named is not None and named not in self.pools:
                yield Finding("G048", ("self_check", index, "pool"), {"pool": named})

    def asked(self, pools: Sequence[str | None]) -> int:
        """Return how many questions one run asks."""
        drawn = self.drawn()
        return sum(min(count, drawn.get(pool or "", count)) for pool, count in Counter(pools).items())

    def drawn(self) -> Mapping[str, int]:
        """Return how many questions are drawn from each pool; "" stands for the questions without one."""
        return dict(self.pools) if self.ask is None else {"": self.ask, **self.pools}
