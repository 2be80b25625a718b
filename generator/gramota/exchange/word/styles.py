"""Which of a Word file's own styles are headings or lists, for companies have styles of their own."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_HEADING = re.compile(r"(?:heading|заголовок)\s*([1-6])", re.IGNORECASE)
_TITLE = re.compile(r"title|название|заголовок", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number) ([2-5])", re.IGNORECASE)
_LONGEST_CHAIN = 20


def style_map_of(data: bytes) -> str:
    """Return mammoth's rules for the styles that are headings, the title or lists within lists.

    Headings are known by name or by what they are based on; lists, which Word numbers as if they stood alone, by name.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _STYLES not in archive.namelist():
            return ""
        # The guard has refused entities and deep nesting before.
        root = ElementTree.fromstring(archive.read(_STYLES))  # noqa: S314
    styles = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    return "\n".join(_rules(styles))


def _rules(styles: dict[str, ElementTree.Element]) -> Iterator[str]:
    for style_id, style in styles.items():
        name = _name(style)
        if style.get(f"{_W}type") != "paragraph" or not re.fullmatch(r"[\w-]+", style_id):
            continue
        if _TITLE.fullmatch(name):
            yield f"p.{_escaped(style_id)} => p.title:fresh"
        elif level := _level(style_id, styles):
            yield f"p.{_escaped(style_id)} => h{level}:fresh"
        elif listed := _LIST.fullmatch(name):
            kind = "ul" if listed[1].lower() == "bullet" else "ol"
            yield f"p[style-name='{name}'] => {'ul|ol > li > ' * (int(listed[2]) - 1)}{kind} > li:fresh"


def _escaped(style_id: str) -> str:
    """Return the id as a rule may name it: in Word in Russian ids are numbers, or begin with one."""
    return re.sub(r"[^A-Za-z_-]", r"\\\g<0>", style_id)


def _level(style_id: str, styles: dict[str, ElementTree.Element]) -> int:
    """Return the level of the heading that the style is, or follows; 0 where it is none."""
    for _ in range(_LONGEST_CHAIN):
        style = styles.get(style_id)
        if style is None:
            return 0
        if found := _HEADING.fullmatch(_name(style)):
            return int(found[1])
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and (value := outline.get(f"{_W}val", "9")).isdigit():
            return int(value) + 1 if int(value) < 6 else 0
        based = style.find(f"{_W}basedOn")
        style_id = based.get(f"{_W}val", "") if based is not None else ""
    return 0


def _name(style: ElementTree.Element) -> str:
    name = style.find(f"{_W}name")
    return name.get(f"{_W}val", "") if name is not None else ""
