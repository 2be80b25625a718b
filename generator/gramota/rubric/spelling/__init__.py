"""How words are written: folded, misspelt, typed in the wrong layout, kept in little room."""
