"""Reading and writing with care: texts, JSON, and files that are whole or not there."""
