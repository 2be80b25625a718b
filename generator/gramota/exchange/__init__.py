"""Other formats in: a letter from Word, PDF or Markdown, questions from GIFT or Moodle XML. One file a format."""
