"""From answers to marks: answer files and bulk rows are read, graded with the rubric, and written down for trainers."""
