"""Links of a letter lead from its page, which lies one folder deeper than its file."""

import pytest

from gramota.pages.links import from_letter_page


@pytest.mark.parametrize(
    ("written", "on_the_page"),
    [
        ("[a](fire.yml)", "[a](../fire/index.md)"),
        ("[a](../fire.yml#alarm 'Title')", "[a](../../fire/index.md#alarm 'Title')"),
        ("![a](<plan 1.png>) [b](#here)", "![a](<../plan 1.png>) [b](#here)"),
        ("[![a](a.png)](b.md)", "[![a](../a.png)](../b.md)"),
        ("[a]\n\n[a]: fire.yml", "[a]\n\n[a]: ../fire/index.md"),
    ],
)
def test_relative_link_leads_one_folder_up(written: str, on_the_page: str) -> None:
    assert from_letter_page(written) == on_the_page


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/fire.yml) [b](mailto:a@b.c) [c](/d)",
        "`[a](fire.yml)`",
        "```\n[a](fire.yml)\n```",
        "Text[^1]\n\n[^1]: Footnotes are no links",
        "*[CRM]: Customer relations",
    ],
)
def test_what_is_no_relative_link_stays_as_it_is(text: str) -> None:
    assert from_letter_page(text) == text
