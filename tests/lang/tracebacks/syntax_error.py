# exit: 1
# A source with a syntax error does not start running.
print("never")
x = (1 +
     2 3)
