"""What the plugin does to a whole site of MkDocs Material: its search, and what its pages may load."""
