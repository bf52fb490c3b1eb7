"""What `cablereader doctor` looks at: a module for each part, whose function gives what it found in plain words."""
