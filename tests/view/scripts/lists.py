x = [1, 2, 300]
y = x
y.append(400)
del x
y = None
z = "done"
