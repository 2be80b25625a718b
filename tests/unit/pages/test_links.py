"""Links lead from the pages of the site as they lead from the files that authors write them in."""

from pathlib import Path

import pytest

from gramota.course import Letter
from gramota.pages.links import from_letter_page, from_own_page, from_root, with_addresses

REFUNDS = Letter.model_construct(id="sales/refunds")
ROOT = "gramota.root/letters"


@pytest.mark.parametrize(
    ("written", "on_the_page"),
    [
        ("[a](fire.yml)", "[a](../fire/index.md)"),
        ("[a](../fire.yml#alarm 'Title')", "[a](../../fire/index.md#alarm 'Title')"),
        ("![a](<plan 1.png>) [b](#here)", "![a](<../plan 1.png>) [b](#here)"),
        ("[![a](a.png)](b.md)", "[![a](../a.png)](../b.md)"),
        ("[a]\n\n[a]: fire.yml", "[a]\n\n[a]: ../fire/index.md"),
        ("[a](/letters/fire.yml#alarm) ![b](/plan.png)", "[a](../../fire/index.md#alarm) ![b](../../../plan.png)"),
        ('<a href="fire.yml#alarm">a</a>', f'<a href="{ROOT}/sales/fire/index.md#alarm">a</a>'),
        ("<img alt='' src='../plan 1.png'>", f"<img alt='' src='{ROOT}/plan%201.png'>"),
        ("<a href=../fire.yml>a</a> [b](c.yml)", f'<a href="{ROOT}/fire/index.md">a</a> [b](../c/index.md)'),
    ],
)
def test_link_of_a_letter_leads_from_its_page_one_folder_deeper(written: str, on_the_page: str) -> None:
    assert from_letter_page(written, REFUNDS) == on_the_page


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/fire.yml) [b](mailto:a@b.c) [c](//d.org/e)",
        '<a href="https://example.org/fire.yml">a</a> <a href="#here">b</a>',
        '`[a](fire.yml)` `<a href="fire.yml">`',
        "```\n[a](fire.yml)\n```",
        "Text[^1]\n\n[^1]: Footnotes are no links",
        "*[CRM]: Customer relations",
    ],
)
def test_what_is_no_relative_link_stays_as_it_is(text: str) -> None:
    assert from_letter_page(text, REFUNDS) == text


@pytest.mark.parametrize(
    ("written", "on_the_page"),
    [
        ("[a](fire.yml)", f"[a]({ROOT}/sales/fire/index.md)"),
        ("[a](#rule) [b](/letters/fire.yml)", f"[a]({ROOT}/sales/refunds/index.md#rule) [b]({ROOT}/fire/index.md)"),
        ('<a href="#rule">a</a>', f'<a href="{ROOT}/sales/refunds/index.md#rule">a</a>'),
        ("<a href=../fire.yml#alarm>a</a>", f'<a href="{ROOT}/fire/index.md#alarm">a</a>'),
        ("![a](<план (1).png>)", f"![a](<{ROOT}/sales/%D0%BF%D0%BB%D0%B0%D0%BD%20(1).png>)"),
    ],
)
def test_link_of_a_quiz_leads_from_the_folder_of_its_letter(written: str, on_the_page: str) -> None:
    assert from_root(written, REFUNDS) == on_the_page


@pytest.mark.parametrize(
    ("written", "on_the_page"),
    [
        ("[a](../letters/fire.yml#alarm)", "[a](../letters/fire/index.md#alarm)"),
        ("[a](/letters/fire.yml)", "[a](../letters/fire/index.md)"),
        ("<a href='../letters/fire.yml'>a</a>", f"<a href='{ROOT}/fire/index.md'>a</a>"),
        ("[a](../letters/f%69re.yml)", "[a](../letters/f%69re/index.md)"),
        ("[a](other.md) [b](data.yml) <img src=plan.png>", "[a](other.md) [b](data.yml) <img src=plan.png>"),
    ],
)
def test_link_of_an_own_page_leads_to_the_letters_page_and_all_others_stay(written: str, on_the_page: str) -> None:
    assert from_own_page(written, "about/us.md", {"letters/fire/index.md"}) == on_the_page


def test_a_name_that_an_address_must_encode_is_found_again() -> None:
    html = f'<img src="{ROOT}/%D0%BF%D0%BB%D0%B0%D0%BD%201.png"> gramota.root/letters is text'
    shown = with_addresses(html, "index.md", lambda path: f"../{Path(path).name}")
    assert shown == '<img src="../план 1.png"> gramota.root/letters is text'
