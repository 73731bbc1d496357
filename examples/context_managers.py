"""with gives back at the end of the block, whatever happens inside."""


class Resource:
    open = 0

    def __enter__(self):
        Resource.open += 1
        return self

    def __exit__(self, *error):
        Resource.open -= 1


try:
    with Resource():
        assert Resource.open == 1
        raise ValueError("something went wrong")
except ValueError as error:
    print("after an error:", Resource.open, "open;", error)
assert Resource.open == 0
