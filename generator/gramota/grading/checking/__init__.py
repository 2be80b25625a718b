"""What `gramota check` finds in a course, rubrics and examples included."""
