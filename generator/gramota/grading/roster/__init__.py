"""Who is to know the letters, and how far each person is."""
