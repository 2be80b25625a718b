"""Letters and quizzes as typed, frozen models."""
