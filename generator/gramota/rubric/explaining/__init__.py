"""Why an answer was decided as it was."""
