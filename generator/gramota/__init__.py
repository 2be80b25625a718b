"""Gramota: instruction letters and control questions in YAML become a training site and a rubric checker."""

from importlib.metadata import version

__version__ = version("gramota")
