"""What trainers decided taught to a second reader, and a trial of what it is worth."""
