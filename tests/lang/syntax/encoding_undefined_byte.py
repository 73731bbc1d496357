# exit: 1
# coding: cp1252
# A byte that the encoding does not have.
print("")
