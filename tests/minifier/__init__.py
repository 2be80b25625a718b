"""Making the minified scripts of generator/gramota/quiz/minified/, which are committed: see docs/decisions/0009."""
