"""What an owner may write under the plugin in mkdocs.yml."""

from pathlib import Path

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig

from gramota.course.hand_in import is_mail_address
from gramota.errors import Problem, refuse
from gramota.site.settings import quizzes_folder, where_setting


class HandInConfig(base.Config):
    """To whom sheets go where a letter does not say it."""

    email = config_options.Optional(config_options.Type(str))


class GramotaConfig(base.Config):
    """The plugin's settings in mkdocs.yml."""

    quizzes = config_options.Optional(config_options.Dir(exists=True))
    site = config_options.Optional(config_options.Type(str))
    # Checked by find_policy_problems, in the words of our other problems.
    csp = config_options.Type((bool, dict, list, str, int, float), default=True)
    hand_in = config_options.SubConfig(HandInConfig)

    def content_folders(self, config: MkDocsConfig) -> tuple[Path, Path]:
        """Return the folders of documents and of quizzes."""
        return Path(config.docs_dir), quizzes_folder(config, self.quizzes)

    def email(self, config: MkDocsConfig) -> str:
        """Return the address that sheets go to, checked; empty where there is none."""
        email = self.hand_in.email or ""
        if email and not is_mail_address(email):
            refuse([Problem.at(where_setting(config, "email"), "G096", value=email)])
        return email
