# exit: 1
# The report of the interpreter itself counts the lines in the same way.
exec("if a:\n    b\nx = 1\nimprt c\n")
