"""What took long to make, kept on disk under the content that it was made from; safe to delete at any time."""
