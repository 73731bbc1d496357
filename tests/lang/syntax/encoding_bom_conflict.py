# coding: latin-1
# exit: 1
print(1)
