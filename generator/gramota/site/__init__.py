"""What the plugin makes of a whole site of MkDocs Material; no module of it but the plugin is known to MkDocs.

The content with its pages, taken from the cache where it has not changed; the navigation and the part of it that a page
shows; the search; the languages of pages; what pages may load; what is shown while serving; and the way out (`eject`).
"""
