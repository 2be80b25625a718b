"""JSON Schemas of letters, quizzes and shared files, with which editors help while people type."""

from gramota.schema.render import SCHEMA_NAMES, render_schema, schema_file

__all__ = ["SCHEMA_NAMES", "render_schema", "schema_file"]
