"""What changed between two versions of articles: in their claims, and in the facts and findings that come of them.

Both versions are read from records, as `check --output-format json` prints them, so that a saved report and a file are told
apart by nothing.

    version -> passages -> figures -> outcomes -> edits -> record, text
"""
