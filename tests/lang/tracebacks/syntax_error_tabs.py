# exit: 1
# Tabs and spaces that do not fit together.
if True:
        a = 1
	b = 2
