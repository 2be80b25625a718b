"""What only all texts and files together can know to be wrong."""
