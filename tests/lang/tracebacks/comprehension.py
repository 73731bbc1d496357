# exit: 1
# In a list comprehension over several lines the marks are under the part that failed.
rows = [[1, 2], [3, None]]
print([
    [cell + 1 for cell in row]
    for row in rows
    if row[0] > 0
])
