"""Days and plurals of pages, which are written without Babel's data, are those that Babel would write."""

import datetime as dt
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date

from gramota.wording import PAGE_LANGUAGES, Wording, wording
from gramota.wording.written_day import written_day

DAYS = [dt.date(2026, month, day) for month in range(1, 13) for day in (1, 9, 28)] + [dt.date(987, 6, 5)]
COUNTS = [*map(Decimal, range(130)), Decimal(1000), Decimal("1.0"), Decimal("1.5"), Decimal("2.1")]


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
@pytest.mark.parametrize("room", ["blocks", "site"])
def test_a_day_is_written_as_babel_writes_it(lang: str, room: str):
    say = wording(room, lang)
    assert [written_day(day, say) for day in DAYS] == [
        format_date(day, say("date_pattern"), locale=say.locale) for day in DAYS
    ]


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_a_number_has_the_plural_form_that_babel_gives_it(lang: str):
    say, form = Wording("site", lang), Locale.parse(lang).plural_form
    forms = {name: name for name in [*form.tags, "other"]}
    say.texts = {"counted": forms}
    assert [say("counted", count=str(count)) for count in COUNTS] == [form(count) for count in COUNTS]
