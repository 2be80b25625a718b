"""The files of a course: what lies in its folders, and what they include."""
