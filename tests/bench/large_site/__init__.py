"""Sites of any number of letters from real text: how long they take to build, and what their readers load."""
