"""What a reader loads must not grow with the number of letters, nor must the way to a letter get lost."""

import gzip
import json
import re
from pathlib import Path

import pytest

from tests.built_site.building import build_site
from tests.built_site.many_letters import NAV, write_many_letters

FEW, MANY = 10, 60
MIDDLE = "letters/letter-{:03}/index.html"
GROUPS = "../../letters-for/vse--c30897/index.html"


def _build(folder: Path, letters: int, nav: str = NAV) -> Path:
    return build_site(write_many_letters(folder, letters, nav), folder / "site")


def _led_to(html: str) -> set[str]:
    """The addresses that the text of a page leads to, without its menu."""
    return set(re.findall(r'<a href="([^"#]+)', html.partition("<article")[2].partition("</article>")[0]))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    return {letters: _build(tmp_path_factory.mktemp(f"site-{letters}"), letters) for letters in (FEW, MANY)}


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def _loaded(site: Path, page: str) -> int:
    """The page and all scripts and styles that it names, gzip, in bytes."""
    html = (site / page).read_text(encoding="utf-8")
    named = re.findall(r'(?:<script[^>]* src|<link[^>]* rel="stylesheet"[^>]* href)="([^"]+)"', html)
    return _weight(site / page) + sum(_weight((site / page).parent / name) for name in named)


def test_a_letter_of_many_weighs_what_a_letter_of_few_does(sites: dict[int, Path]):
    few, many = (_loaded(sites[letters], MIDDLE.format(letters // 2)) for letters in (FEW, MANY))
    assert many < few * 1.05


def menu_of(site: Path, page: str) -> list[str]:
    """Return where the links of a page's menu lead."""
    html = (site / page).read_text(encoding="utf-8")
    menu = html.partition('class="md-nav md-nav--primary"')[2].partition("md-sidebar--secondary")[0]
    return re.findall(r'<a href="([^"]+)"', menu)


@pytest.mark.parametrize("number", [0, 1, 30, 59])
def test_a_long_menu_shows_the_letters_around_and_the_way_to_all(sites: dict[int, Path], number: int):
    menu = menu_of(sites[MANY], MIDDLE.format(number))
    letters = [link for link in menu if "letter-" in link]
    near = range(max(0, number - 3), min(MANY, number + 4))
    assert {f"../letter-{other:03}/index.html" for other in near if other != number} <= set(letters)
    assert "./" in menu or "index.html" in menu
    assert len(letters) <= 26
    assert menu[-2:] == ["../../index.html", GROUPS]


def test_a_home_page_without_the_list_leaves_every_letter_in_the_menu(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Учебный центр", encoding="utf-8")
    menu = menu_of(_build(tmp_path, MANY), MIDDLE.format(30))
    others = {f"../letter-{number:03}/index.html" for number in range(MANY) if number != 30}
    assert others <= set(menu)
    assert menu[-1] != "../../index.html"


def test_a_home_page_deep_in_the_menu_is_the_way_to_all_letters_too(tmp_path: Path):
    nav = "  - Начало:\n      - Главная: index.md\n  - Письма: letters/\n"
    html = (_build(tmp_path, MANY, nav) / MIDDLE.format(30)).read_text(encoding="utf-8")
    menu = menu_of(tmp_path / "site", MIDDLE.format(30))
    assert len([link for link in menu if "letter-" in link]) <= 26
    assert menu[-2:] == ["../../index.html", GROUPS]
    assert "Все письма" in html


def test_letters_on_the_first_level_of_the_menu_are_cut_and_nothing_beside_them_is(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    for name in ("about", "people"):
        (tmp_path / f"docs/{name}.md").write_text(f"# {name}", encoding="utf-8")
    nav = "  - index.md\n  - people.md\n  - letters/\n  - about.md\n"
    menu = menu_of(_build(tmp_path, MANY, nav), MIDDLE.format(30))
    near = {f"../letter-{number:03}/index.html" for number in range(27, 34) if number != 30}
    assert near <= set(menu)
    assert len([link for link in menu if "letter-" in link]) <= 26
    assert {"../../people.html", "../../about.html"} <= set(menu)
    assert menu[-3:] == ["../../index.html", GROUPS, "../../about.html"]


def test_a_short_menu_shows_every_letter(sites: dict[int, Path]):
    letters = {link for link in menu_of(sites[FEW], MIDDLE.format(5)) if "letter-" in link}
    assert len(letters) == FEW - 1


@pytest.mark.parametrize("page", ["index.html", "letters-for/vse--c30897/index.html"])
def test_home_and_a_group_of_many_weigh_what_the_home_page_of_few_does(sites: dict[int, Path], page: str):
    assert _loaded(sites[MANY], page) < _loaded(sites[FEW], "index.html") * 1.05


def test_every_letter_is_reached_from_the_home_page_without_a_script(sites: dict[int, Path]):
    home = (sites[MANY] / "index.html").read_text(encoding="utf-8")
    groups = {link for link in _led_to(home) if link.startswith("letters-for/")}
    assert groups == {"letters-for/vse--c30897/index.html", "letters-for/sklad--e66048/index.html"}
    reached = set()
    for group in groups:
        reached |= _led_to((sites[MANY] / group).read_text(encoding="utf-8"))
    assert {f"../../{MIDDLE.format(number)}" for number in range(MANY)} <= reached


def test_the_home_page_of_many_shows_the_newest_letters_and_how_many_there_are(sites: dict[int, Path]):
    html = (sites[MANY] / "index.html").read_text(encoding="utf-8")
    assert html.count("gramota-card-title") == 9
    assert "Писем: 57" in html
    assert "Писем: 3" in html


def test_the_home_page_of_few_lists_every_letter_and_there_are_no_groups(sites: dict[int, Path]):
    html = (sites[FEW] / "index.html").read_text(encoding="utf-8")
    assert html.count("gramota-card-title") == FEW
    assert not (sites[FEW] / "letters-for").exists()
    assert not (sites[FEW] / "assets/gramota/letters").exists()


def test_the_pieces_hold_all_letters_of_their_groups_with_addresses_that_lead_there(sites: dict[int, Path]):
    folder = re.search(r'data-pieces="([^"]+)"', (sites[MANY] / "index.html").read_text(encoding="utf-8"))
    assert folder
    told = {}
    for path in (sites[MANY] / folder[1]).glob("*.js"):
        name, letters = json.loads(f"[{path.read_text(encoding='utf-8').removeprefix('gramotaLetters(').strip()[:-2]}]")
        assert name == path.stem
        told |= {letter["letter"]: letter for letter in letters}
    assert told.keys() == {f"letter-{number:03}" for number in range(MANY)}
    for letter in told.values():
        assert letter["title"] in (sites[MANY] / letter["page"]).read_text(encoding="utf-8")


def test_groups_stand_in_the_menu_and_their_pages_show_them_without_letters(sites: dict[int, Path]):
    menu = menu_of(sites[MANY], "letters-for/vse--c30897/index.html")
    assert {"../sklad--e66048/index.html", "./"} & set(menu) or "index.html" in menu
    assert not [link for link in menu if "letters/" in link]
    assert "По адресатам" in (sites[MANY] / MIDDLE.format(30)).read_text(encoding="utf-8")


def test_a_menu_of_the_author_without_all_letters_has_no_warning_of_groups(tmp_path: Path):
    nav = "  - index.md\n" + "".join(f"  - letters/letter-{number:03}.yml\n" for number in range(MANY))
    site = _build(tmp_path, MANY, nav)
    assert (site / "letters-for/vse--c30897/index.html").exists()


def test_no_piece_of_the_search_has_the_texts_of_all_pages(sites: dict[int, Path]):
    pieces = {path.name: _weight(path) for path in sites[MANY].glob("assets/gramota/search/*/*.js")}
    assert max(pieces.values()) < 25_000
    assert pieces["start.js"] < 1_000
