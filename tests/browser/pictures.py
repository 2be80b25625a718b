"""Makes the guide's pictures: `make pictures`, then look at them before you commit them.

The Russian pictures show the shipped letter, the English ones the example of the English guide.
"""

import base64
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser.chromium import ensure_chromium, launch_flags
from tests.browser.desk_pictures import take_desk_picture
from tests.browser.report_pictures import take_report_pictures
from tests.browser.sites import served
from tests.browser.small_png import shrink_png
from tests.built_site.building import ROOT, build_site
from tests.docs.guide import GUIDE, blocks, example_project, page_text

PICTURES = GUIDE / "pictures"
_THEME = re.compile(r"^theme:\n(?:  .*\n)+", re.MULTILINE)
KINDS = ("home", "letter", "self-check", "control-sheet", "phone", "paper", "desk", "report", "feedback")
DESKTOP = {"width": 1280, "height": 760}
PHONE = {"width": 390, "height": 920}
# A4 in CSS pixels, and the margins that print.css gives it.
LEAF = {"width": 794, "height": 1123}
MARGINS = "16mm 16mm 0 22mm"
HEAD, FOOT = 60, 68


@dataclass(frozen=True)
class Subject:
    """What is shown in one language: a letter, a question of its self-check with a wrong option, and a begun answer.

    The Russian one gives no answer away, for the guide is as public as the letter.
    """

    lang: str
    letter: str
    question: str
    wrong: str
    name: str
    answer: str


SUBJECTS = (
    Subject("ru", "closer-product", "meaning-of-margin", "Фактическую маржинальную прибыль", "Анна Иванова",
            "Если своими словами, то менеджер Closer отвечает за"),
    Subject("en", "fire", "silent-siren", "Yes, if the siren is silent there is no danger", "Anna Ivanova",
            "I press the red button and call 112. Then I walk down the stairs."),
)  # fmt: skip


def main() -> None:
    """Build the sites and write every picture."""
    _hold_places()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(), args=launch_flags())
        for subject in SUBJECTS:
            site = build_site(_project(subject.lang, Path(folder)), Path(folder) / f"site-{subject.lang}")
            with served(site) as address:
                _take_pictures(browser, f"{address}/letters/{subject.letter}/", subject)
            take_desk_picture(browser, subject.lang, Path(folder) / f"desk-{subject.lang}", PICTURES)
            take_report_pictures(browser, subject.lang, Path(folder) / f"report-{subject.lang}", PICTURES)


def _hold_places() -> None:
    """Put an empty file where a picture is missing: the guide links it, and the site is not built with a dead link."""
    PICTURES.mkdir(exist_ok=True)
    for subject in SUBJECTS:
        for kind in KINDS:
            (PICTURES / f"{kind}.{subject.lang}.png").touch()


def _project(lang: str, folder: Path) -> Path:
    if lang == "ru":
        return ROOT
    home = next(block.text for block in blocks(page_text(lang, "author"), "markdown"))
    project = example_project(lang, folder / lang)
    (project / "docs/index.md").write_text(home, encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(_in_shipped_look(settings.read_text(encoding="utf-8")), encoding="utf-8")
    return project


def _in_shipped_look(settings: str) -> str:
    """Give the guide's smallest mkdocs.yml the theme of the shipped site, tabs and dark colours included."""
    shipped = _THEME.search((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert shipped
    return _THEME.sub(shipped[0].replace("language: ru", "language: en"), settings)


def _take_pictures(browser: Browser, letter: str, subject: Subject) -> None:
    with _page(browser, DESKTOP, "light") as page:
        page.goto(letter)
        _save(page, f"letter.{subject.lang}")
        page.locator("[data-do=read]").click()
        page.goto(f"{letter}../../index.html")
        _save(page, f"home.{subject.lang}")
        page.goto(letter)
        _save(_answer_wrong(page, subject), f"self-check.{subject.lang}")
        page.locator("a.md-button--primary").click()
        _fill_in(page, subject)
        _save(page, f"control-sheet.{subject.lang}")
    with _page(browser, LEAF, "dark") as page:
        page.goto(letter)
        page.locator("a.md-button--primary").click()
        _lay_out_on_paper(page)
        _save(page.locator("main"), f"paper.{subject.lang}")
    with _page(browser, PHONE, "dark") as page:
        page.goto(letter)
        _answer_wrong(page, subject)
        _save(page, f"phone.{subject.lang}")


@contextmanager
def _page(browser: Browser, size: dict[str, int], scheme: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", locale="ru-RU", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def _lay_out_on_paper(page: Page) -> None:
    """Show the leaves of the printed page side by side; where one ends, the next question would not fit."""
    page.emulate_media(media="print")
    page.add_style_tag(content=f"body {{ padding: {MARGINS} }}")
    page.evaluate("scrollTo(0, 0)")
    tops = [0.0]
    while (top := page.evaluate(_NEXT_LEAF, tops[-1] + LEAF["height"] - FOOT - HEAD * (len(tops) > 1))) is not None:
        tops.append(top)
    printed = base64.b64encode(page.screenshot(full_page=True)).decode()
    ends = [*tops[1:], tops[-1] + LEAF["height"] - HEAD]
    leaves = "".join(
        f'<b><i style="height: {end - top}px; background-position: 0 {-top}px"></i></b>'
        for top, end in zip(tops, ends, strict=True)
    )
    page.set_content(_LEAVES.replace("PRINTED", printed) + f"<main>{leaves}</main>")
    page.emulate_media(media="screen")


# The top of the first part that reaches below `limit`; null where all fits.
_NEXT_LEAF = """limit => {
    const parts = [...document.querySelectorAll('.gramota-question, .gramota-acknowledge, .gramota-signatures')];
    const next = parts.map(part => part.getBoundingClientRect()).find(({bottom}) => bottom > limit);
    return next ? next.top : null;
}"""
_LEAVES = """<style>
    main { display: inline-flex; gap: 24px; padding: 24px; background: #ddd; }
    main > b { width: 794px; height: 1123px; background: #fff; box-shadow: 0 1px 6px #0005; }
    b + b { padding-top: 60px; box-sizing: border-box; }
    b > i { display: block; background: url(data:image/png;base64,PRINTED) no-repeat; }
</style>"""


def _answer_wrong(page: Page, subject: Subject) -> Locator:
    item = page.locator(f'[data-item="{subject.question}"]')
    item.get_by_text(subject.wrong).click()
    item.locator('[data-do="check"]').click()
    _show(item)
    return item


def _fill_in(page: Page, subject: Subject) -> None:
    page.locator('[data-learner="name"]').fill(subject.name)
    first = page.locator("gramota-control-sheet textarea").first
    first.fill(subject.answer)
    _show(first)


def _show(part: Locator) -> None:
    """Bring the part to the middle from above: who scrolls up is shown a button that leads to the top."""
    part.evaluate("part => { scrollTo(0, 0); part.scrollIntoView({block: 'center', behavior: 'instant'}); }")
    part.page.mouse.wheel(0, 1)


def _save(shown: Page | Locator, name: str) -> None:
    shot: Callable[[], bytes] = partial(shown.screenshot, animations="disabled", caret="hide")
    (PICTURES / f"{name}.png").write_bytes(shrink_png(shot()))


if __name__ == "__main__":
    main()
