"""Without LibreOffice its tests are left out, and the head of the run says so; on CI it is installed."""

from tests.office.soffice import find_soffice, has_writer

SOFFICE = find_soffice()
collect_ignore = [
    *([] if SOFFICE else ["test_gradebook.py"]),
    *([] if has_writer() else ["test_letter_export.py"]),
]


def pytest_report_header() -> str:
    return f"LibreOffice: {SOFFICE or 'not found, so its tests are left out'}"
