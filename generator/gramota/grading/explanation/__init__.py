"""An explanation of one answer, for people and for programs."""
