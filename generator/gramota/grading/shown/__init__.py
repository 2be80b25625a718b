"""How marks, answers and notices are shown to people."""
