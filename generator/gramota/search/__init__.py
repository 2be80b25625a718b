"""The site's search: an index in pieces, made when the site is built, which finds every form of a word."""

from gramota.search.pieces import SearchFiles, search_files
from gramota.search.sections import SearchPage, Section, split_sections

__all__ = ["SearchFiles", "SearchPage", "Section", "search_files", "split_sections"]
