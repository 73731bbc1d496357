def divide(values, by):
    return [v / by for v in values]


rows = [1, 2]
try:
    divide(rows, None)
except TypeError:
    caught = True
divide(rows, 0)
