"""Where in an answer a phrase stands."""
