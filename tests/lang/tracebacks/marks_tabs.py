# exit: 1
# Indentation by tabs, and a form feed.
if True:
	values = [1]
	if values:
		print(values[0] +	values[1])
