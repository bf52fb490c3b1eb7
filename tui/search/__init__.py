"""What searching on the screen is made of, without the screen: dates, bars of a timeline, texts of queries. Pure."""
