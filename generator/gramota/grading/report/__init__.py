"""What is read in a browser and on paper: the report for the trainer, and a feedback sheet for each employee."""
