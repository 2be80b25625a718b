"""An answer read: its words, its clauses, what it denies and what it only reports."""
