"""The commands, one in each file; loaded when they are called."""
