# exit: 1
# What is not UTF-8, in a file that names no encoding.

print("ab")
x = "é"
