"""The care of note files: backups, copies left by sync programs, damage. Loaded when it is needed."""
