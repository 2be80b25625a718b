"""What an owner may write under the plugin in mkdocs.yml."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig

from gramota.course.model.hand_in import is_mail_address
from gramota.errors import Problem
from gramota.site.content import SiteSettings
from gramota.site.policy_settings import find_policy_problems
from gramota.site.settings import quizzes_folder, where_setting
from gramota.site.site_name import find_unseen_in_names


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

    def name(self, config: MkDocsConfig) -> str:
        """Return what the site is called in what browsers store and in answers."""
        return self.site or config.site_name

    def for_content(self, config: MkDocsConfig) -> SiteSettings:
        """Return what letters need of the settings, with all that is wrong with these."""
        return SiteSettings(self.name(config), self.hand_in.email or "", tuple(self._find_problems(config)))

    def _find_problems(self, config: MkDocsConfig) -> Iterator[Problem]:
        """Yield what is wrong with the values, and with the site's name beside them."""
        yield from find_unseen_in_names(config, self.site or "")
        yield from find_policy_problems(self.csp, where_setting(config, "csp"))
        if (email := self.hand_in.email) and not is_mail_address(email):
            yield Problem.at(where_setting(config, "email"), "G096", value=email)
