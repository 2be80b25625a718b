"""Words that would help a rubric, tried on answers."""
