"""pydantic's JSON Schema in the dialect that VS Code and PyCharm understand alike: draft-07.

Both know later drafts in part only. In draft-07 nothing counts beside a `$ref`, keys have `propertyNames`, and a choice
by `type` is a chain of conditions: of a question with a mistake an editor tells what is wrong for its own type, where
for `oneOf` it would tell that none of seven fits.
"""

from typing import Any, ClassVar

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from gramota.course.model.item import Item
from gramota.schema.speech import Speech

DIALECT = "http://json-schema.org/draft-07/schema#"
_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


class Dialect(GenerateJsonSchema):
    """Writes what an author may put into a file; a key without a value is left for a mistake."""

    speech: ClassVar[Speech]

    @classmethod
    def speaking(cls, speech: Speech) -> type["Dialect"]:
        """Return the generator with the words of a language."""
        return type("SpeakingDialect", (cls,), {"speech": speech})

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return an entry: no keys but its own, each with its title and description."""
        model = schema["cls"]
        written = super().model_schema(schema)
        fields = {
            name: {**self.speech.of_field(model, name), **_beside(field)}
            for name, field in written["properties"].items()
        }
        return {**written, **self.speech.of_kind(model.__name__), "properties": fields}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the value with its default where that says something, as an author would write it."""
        written = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if written.get("type") == "string" and isinstance(default, float):
            return {**written, "default": f"{default:.0%}"}
        says_something = isinstance(default, bool | int | float) or (isinstance(default, str) and default)
        return {**written, "default": default} if says_something else written

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the value that is not nothing."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return a mapping whose keys are the author's own."""
        keys = self.generate_inner(schema["keys_schema"])
        return {
            "type": "object",
            "propertyNames": keys,
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """Return a date, which YAML's own dates are to editors: a text."""
        return {**super().date_schema(schema), "pattern": _DATE}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Return one of several entries, told apart by their `type`."""
        choices = {str(tag): self.generate_inner(choice) for tag, choice in schema["choices"].items()}
        fields = {name: self.speech.of_field(Item, name) for name in ("type", *Item.model_fields)}
        return {
            **self.speech.of_kind("item"),
            "type": "object",
            "properties": {**fields, "type": {**fields["type"], "enum": [*choices]}},
            "required": ["type"],
            "allOf": [{"if": _is_of_type(tag), "then": choice} for tag, choice in choices.items()],
        }

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        """Titles come from the wording alone."""
        return False


def _is_of_type(tag: str) -> JsonSchemaValue:
    return {"properties": {"type": {"const": tag}}, "required": ["type"]}


def _beside(field: JsonSchemaValue) -> JsonSchemaValue:
    """The field's schema such that something may stand beside it."""
    return {"allOf": [field]} if "$ref" in field else field
