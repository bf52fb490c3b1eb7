"""The lines above the first paragraph: transmission, addressees, classification, captions, TAGS, subject, REF."""
