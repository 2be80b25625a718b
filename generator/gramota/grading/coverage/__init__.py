"""What of a letter and of its rubrics is tried: by questions, and by the rubrics' own examples."""
