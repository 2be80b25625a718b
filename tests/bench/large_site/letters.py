"""Letters as a company has them: one to several pages of sections, each for some of its departments."""

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.large_site.corpus import Corpus, handbooks, shipped_letter

DEPARTMENTS = (
    ("sales", "Департамент продаж"),
    ("service", "Сервисная служба"),
    ("warehouse", "Склад и логистика"),
    ("finance", "Финансовый отдел"),
    ("people", "Служба персонала"),
    ("production", "Производство"),
    ("purchasing", "Отдел закупок"),
    ("it", "Отдел информационных технологий"),
    ("legal", "Юридический отдел"),
    ("marketing", "Маркетинг"),
    ("quality", "Служба качества"),
    ("safety", "Охрана труда"),
)
_FIRST_DAY = dt.date(2015, 1, 12)
# Every third letter is Russian.
_RUSSIAN = 3


@dataclass(frozen=True)
class DraftSection:
    id: str
    title: str
    pieces: Sequence[str]


@dataclass(frozen=True)
class Draft:
    """A letter before it is written as YAML; `number` counts from 1."""

    number: int
    path: str
    lang: str
    title: str
    audience: Sequence[str]
    sections: Sequence[DraftSection]

    def yaml_of_letter(self) -> dict[str, object]:
        """Return the letter's file as plain values."""
        return {
            "title": self.title,
            "number": f"{self.number}",
            "date": _FIRST_DAY + dt.timedelta(days=self.number),
            "audience": [*self.audience],
            "revision": 1,
            "lang": self.lang,
            "summary": re.sub(r"\W+", " ", self.sections[0].pieces[0])[:160].strip(),
            "sections": [
                {"id": section.id, "title": section.title, "body": "\n\n".join(section.pieces) + "\n"}
                for section in self.sections
            ],
        }


def draft_letters(root: Path, count: int) -> Iterator[Draft]:
    """Yield so many letters; the first ones are the same whatever the number."""
    for number in range(1, count + 1):
        corpus = (shipped_letter if number % _RUSSIAN == 0 else handbooks)(root)
        yield _draft(number, corpus)


def _draft(number: int, corpus: Corpus) -> Draft:
    chance = random.Random(number)
    departments = chance.sample(DEPARTMENTS, chance.choice((1, 1, 1, 2)))
    sections = [_section(at, number, chance, corpus) for at in range(chance.randint(3, 8))]
    return Draft(
        number,
        path=f"{departments[0][0]}/letter-{number:04}",
        lang=corpus.lang,
        title=f"{_capital(chance.choice(corpus.headings))}, {number}",
        audience=[name for _, name in departments],
        sections=sections,
    )


def _section(at: int, number: int, chance: random.Random, corpus: Corpus) -> DraftSection:
    size = chance.randint(2, 6)
    first = chance.randrange(len(corpus.pieces) - size)
    title = f"{_capital(chance.choice(corpus.headings))}, {number}.{at + 1}"
    return DraftSection(f"part-{at + 1}", title, corpus.pieces[first : first + size])


def _capital(text: str) -> str:
    text = re.sub(r"^[\d.]+\s+", "", text)
    return text[:1].upper() + text[1:]
