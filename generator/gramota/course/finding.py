"""What a check inside one model reports, before anyone knows the file and the line."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """Something wrong inside one model: the code, the path to it from the model, and the message's values.

    `offset` is the character of the text at that path, where the finding is about a part of the text.
    """

    code: str
    at: tuple[str | int, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    offset: int | None = None
