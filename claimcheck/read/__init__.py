"""Files and texts to documents: encoding, markup, manifest."""
