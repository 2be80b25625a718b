"""What click finds wrong with a command line, in the reader's language; what we found ourselves is that already."""

import click

from gramota.cli.spoken import shown_parameter
from gramota.wording import Wording
from gramota.wording.reasons import tell_reason


def tell_usage_error(error: click.ClickException, t: Wording) -> str:
    """Return the message; click's own, in English, where it is a rare one."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=similar):
            maybe = t("usage.perhaps", names=", ".join(similar)) if similar else ""
            return " ".join(filter(None, (t("usage.no_option", name=name), maybe)))
        case click.BadOptionUsage(option_name=name):
            # The exception does not say which of the two it is.
            return t("usage.flag" if "does not take" in error.message else "usage.no_value", name=name)
        case click.MissingParameter(param=click.Parameter() as parameter):
            return t("usage.missing", name=shown_parameter(parameter))
        case click.BadParameter(param=click.Parameter(type=click.Path() as path) as parameter) if _is_only_read(path):
            return t("usage.path", name=shown_parameter(parameter), reason=tell_reason("EACCES", t.lang))
        case click.BadParameter(param=click.Parameter() as parameter) if not isinstance(parameter.type, click.Path):
            return t("usage.bad", name=shown_parameter(parameter), known=_known(parameter))
    return error.format_message()


def _is_only_read(path: "click.Path[object]") -> bool:
    """Whether nothing can be wrong with it but that it may not be read."""
    asked = (path.exists, path.writable, path.executable, not path.file_okay, not path.dir_okay)
    return path.readable and not any(asked)


def _known(parameter: click.Parameter) -> str:
    """Return what may stand there."""
    match parameter.type:
        case click.Choice(choices=choices):
            return ", ".join(map(str, choices))
        case click.IntRange(min=least, max=most):
            return f"≥ {least}" if most is None else f"{least}…{most}"
        case click.DateTime():
            return "YYYY-MM-DD"
    return parameter.type.name
