"""`gramota eject`: a plain project that MkDocs without our plugin and Zensical build."""

import os
from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException

from gramota.cli.destination import lies_in
from gramota.cli.messages import print_problems, say
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.site.eject import NoPluginError, NotEjectedError, NotEmptyError, RunsScriptError, eject_project, put_folder
from gramota.site.unusable import RefusedError
from gramota.wording import Wording, wording


@click.command("eject", cls=SpokenCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path), default="mkdocs.yml")
@click.option("--force", is_flag=True)
@language_option
@click.pass_obj
def eject(lang: str, folder: Path, config: Path, *, force: bool) -> int:
    """Return 0 where the project is written, 2 where MkDocs or the plugin refuses the one that it is made of."""
    t = wording("eject", lang)
    _refuse_place(folder, config, t)
    # The theme's notice of its own future is none of this command's business.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        project = eject_project(config)
        if any(lies_in(source, folder) for source in project.sources):
            raise click.UsageError(t("among_sources", path=folder))
        put_folder(folder, project.files, force=force)
    except NoPluginError:
        raise click.UsageError(t("no_plugin", path=config)) from None
    except NotEmptyError:
        raise click.UsageError(t("not_empty", path=folder)) from None
    except NotEjectedError as error:
        raise click.UsageError(t("not_ejected", path=folder, name=error)) from None
    except RunsScriptError as error:
        page, what = error.args
        raise click.UsageError(t("runs_script", page=page, what=what)) from None
    except RefusedError as error:
        print_problems(error.problems, lang)
        return 2
    except MkDocsException as error:
        say(str(error))
        return 2
    say(t("done", path=folder, count=len(project.files)))
    return 0


def _refuse_place(folder: Path, config: Path, t: Wording) -> None:
    """Raise click.UsageError where there is no project, and for a place that is a file or holds the project."""
    if not config.is_file():
        raise click.UsageError(t("no_config", path=config))
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(t("is_file", path=folder))
    if folder.exists() and lies_in(folder, config.parent):
        raise click.UsageError(t("holds_project", path=folder))
