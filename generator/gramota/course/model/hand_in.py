"""To whom employees hand their sheets in."""

import re
from typing import Annotated

from pydantic import AfterValidator

from gramota.course.finding import Finding
from gramota.course.model.base import Entry, Text, refuse

# Not what the standards allow, but what can stand in a mailto: link without a doubt; letters of any language.
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[^\W_](?:[\w.-]{0,252}[^\W_])?")


def is_mail_address(text: str) -> bool:
    """Return whether the text is one address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None and ".." not in text


def _checked(address: str) -> str:
    refuse([] if is_mail_address(address) else [Finding("G096", (), {"value": address})])
    return address


class HandIn(Entry):
    """The trainer's address, which the control sheet opens a mail to."""

    email: Annotated[Text, AfterValidator(_checked)]
