"""The rubric held against trainers' decisions, and phrases that would bring it nearer to them."""
