if a:
	b
