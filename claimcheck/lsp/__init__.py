"""The editor: what a language server says of open articles, held against the corpus. `server.py` is the door to pygls."""
