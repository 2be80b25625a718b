"""Commands whose help is spoken in the reader's language, and that are loaded when they are called."""

from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any, TypeVar

import click

import gramota
from gramota.uncollected import uncollected
from gramota.wording import LANGUAGES, Wording, wording

Function = TypeVar("Function", bound=Callable[..., Any])


class SpokenCommand(click.Command):
    """A command whose help stands in the wording under its name, its options' under `option.` or `NAME.option.`."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write `gramota grade [OPTIONS] ANSWERS...`."""
        usage = f"{_spoken(ctx)('usage')} "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=usage)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_spoken(ctx)(f"{self.name}.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each option with its help and its default."""
        options = [found for found in self.get_params(ctx) if isinstance(found, click.Option)]
        rows = [(record[0], _help(option, ctx)) for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(_spoken(ctx)("options")):
            formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does; raise click.UsageError for an empty path, which Python takes for the present folder."""
        # Parsed twice, for click empties the list, and of a path it keeps what Python has made of it.
        given, _, order = self.make_parser(ctx).parse_args([*args])
        for parameter in order:
            if _names_paths(parameter) and "" in _each(given.get(parameter.name)):
                raise click.UsageError(_spoken(ctx)("usage.empty", name=shown_parameter(parameter)))
        return super().parse_args(ctx, args)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands that stand in modules of their names; help names them without loading them."""

    def __init__(self, *args: Any, commands: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **kwargs)
        self._names = tuple(commands)
        # The commands of a group within the group have the names of their modules, its own in front.
        self._inside = "" if self.name == "gramota" else f"{self.name}."

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return [*self._names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load a command from the module of its name."""
        if cmd_name not in self._names:
            return None
        # A word of Python's own cannot name a function, so `import` stands in import_.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        with uncollected():
            command: click.Command = getattr(import_module(f"gramota.cli.commands.{self._inside}{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; raise click.UsageError where there is none."""
        if args[0] not in self._names and not args[0].startswith("-"):
            known = ", ".join(self._names)
            raise click.UsageError(_spoken(ctx)("usage.no_command", name=args[0], known=known))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands with the first sentence of their help."""
        super().format_options(ctx, formatter)
        t = _spoken(ctx)
        with formatter.section(t("commands")):
            formatter.write_dl([(name, t(f"{self._inside}{name}.help").splitlines()[0]) for name in self._names])


def language_option(command: Function) -> Function:
    """Add --lang; its value is read before the command line is parsed, see `choose_language`."""
    return click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False)(command)


def show_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: ARG001, FBT001 - click's signature
    """Print the version and leave."""
    if wanted:
        click.echo(_spoken(ctx)("version", version=gramota.__version__))
        ctx.exit()


def shown_parameter(parameter: click.Parameter) -> str:
    """Return how people write it: an option's longest name, an argument's place in the usage."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.metavar or parameter.human_readable_name.upper()


def _names_paths(parameter: click.Parameter) -> bool:
    """Whether it names files or folders; those of a cluster may be addresses, and are texts for click."""
    return isinstance(parameter.type, click.Path) or parameter.name in {"answers", "output"}


def _each(given: object) -> tuple[object, ...]:
    return tuple(given) if isinstance(given, list | tuple) else (given,)


def _spoken(ctx: click.Context) -> Wording:
    return wording("cli", ctx.find_root().obj)


def _help(option: click.Option, ctx: click.Context) -> str:
    # The longest name is the one that does not change: click calls its own --help by an inner name.
    name = max(option.opts, key=len).lstrip("-")
    t = _spoken(ctx)
    own = f"{ctx.command.name}.option.{name}"
    said = t(own if own in t.texts else f"option.{name}")
    return f"{said} [{option.default}]" if isinstance(option.default, str) else said
