# exit: 1
# A string over many lines without an end.
x = 1
y = """abc

z = 2
