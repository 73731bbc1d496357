# A file may begin with a byte order mark.
print(1)
# coding: latin-1 (too late: line three)
print("é")
