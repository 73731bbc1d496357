# exit: 1
# An expression given to eval.
x = 3
eval("x +\n 'a'")
