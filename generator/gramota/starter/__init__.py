"""What a new site, letter or quiz begins as: files that teach by their comments and pass the check at once."""
