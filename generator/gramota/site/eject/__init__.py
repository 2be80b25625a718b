"""The second adapter: a plain project that MkDocs without our plugin and Zensical build, as files by their paths."""

from gramota.site.eject.folder import NotEjectedError, NotEmptyError, put_folder
from gramota.site.eject.project import NoPluginError, eject_project
from gramota.site.eject.running_html import RunsScriptError

__all__ = ["NoPluginError", "NotEjectedError", "NotEmptyError", "RunsScriptError", "eject_project", "put_folder"]
