# exit: 1
# More than fifteen members: the rest is counted. More than ten levels: the rest is not shown.
g = ValueError("bottom")
for i in range(12):
    g = ExceptionGroup(f"level {i}", [g])
raise ExceptionGroup("wide", [g, *(ValueError(i) for i in range(16))])
