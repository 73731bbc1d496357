# exit: 1
# A string without an end.
x = 'abc
y = 1
