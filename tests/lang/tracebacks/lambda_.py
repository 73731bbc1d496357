# exit: 1
# A lambda is a frame called <lambda>.
table = {"div": lambda a, b: a / b,
         "mod": lambda a, b: a % b}
print(sorted([3, 0], key=lambda x:
             table["div"](1, x)))
