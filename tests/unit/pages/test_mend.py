"""What the theme leaves undone is mended on every page."""

from gramota.site.mend import mend_page

LOGO = '<a href="." title="ООО &#34;Ромашка&#34;" aria-label="ООО "Ромашка"" data-md-component="logo">'


def test_quotes_in_the_company_s_name_do_not_spill_into_the_head_of_the_page():
    mended = mend_page(LOGO, "ru", 'ООО "Ромашка"')
    assert 'aria-label="ООО &quot;Ромашка&quot;" data-md-component="logo">' in mended
