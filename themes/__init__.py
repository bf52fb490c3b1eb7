"""How it looks: theme files (TOML), style sheets (TCSS) and the small loader that reads them. Knows no other room."""
