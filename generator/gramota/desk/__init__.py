"""The trainer's desk: a local page on which answers are decided one by one, each decision on disk before it is shown."""
