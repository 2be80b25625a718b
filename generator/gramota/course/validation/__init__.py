"""From a YAML tree to a model, or to problems in the author's words."""
