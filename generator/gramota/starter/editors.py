"""What tells VS Code and PyCharm which schema a file has.

Each editor gets its own project file, and not a comment in every letter: such a comment has to be copied into each new
file, its path differs in subfolders, and a letter without it loses its help without a word.
"""

import json
from xml.sax.saxutils import quoteattr

from gramota.schema import schema_file

_FOLDERS = {"letter": "docs/letters", "quiz": "quizzes", "shared": "shared"}


def editor_files() -> dict[str, str]:
    """Return the files by their paths."""
    schemas = {f"./schemas/{schema_file(name)}": f"{at}/**/*.yml" for name, at in _FOLDERS.items()}
    # By itself the extension reads YAML 1.2, in which “no” is text.
    settings = {"yaml.schemas": schemas, "yaml.yamlVersion": "1.1"}
    return {
        ".vscode/settings.json": _json({**settings, "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2}}),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".idea/jsonSchemas.xml": _mappings(),
    }


def _json(content: object) -> str:
    return json.dumps(content, indent=2) + "\n"


def _mappings() -> str:
    """As PyCharm itself writes it in Settings, Languages & Frameworks, Schemas and DTDs, JSON Schema Mappings."""
    entries = "".join(_mapping(schema_file(name), folder) for name, folder in _FOLDERS.items())
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<project version="4">
  <component name="JsonSchemaMappingsProjectConfiguration">
    <state>
      <map>
{entries}      </map>
    </state>
  </component>
</project>
"""


def _mapping(file: str, folder: str) -> str:
    name, path = quoteattr(file.removesuffix(".json")), quoteattr(f"schemas/{file}")
    return f"""        <entry key={name}>
          <value>
            <SchemaInfo>
              <option name="name" value={name} />
              <option name="relativePathToSchema" value={path} />
              <option name="schemaVersion" value="JSON Schema version 7" />
              <option name="patterns">
                <list>
                  <Item>
                    <option name="directory" value="true" />
                    <option name="path" value={quoteattr(folder)} />
                    <option name="mappingKind" value="Directory" />
                  </Item>
                </list>
              </option>
            </SchemaInfo>
          </value>
        </entry>
"""
