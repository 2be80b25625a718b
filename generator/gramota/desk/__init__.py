"""The trainer's desk: a local page on which answers are decided, each decision on disk before it is shown."""
