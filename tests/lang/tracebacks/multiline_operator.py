# exit: 1
# Operators over several lines: the line of the operator is among those shown.
a, b = 1, "x"
result = (
    a

    + a
    +
    b
)
