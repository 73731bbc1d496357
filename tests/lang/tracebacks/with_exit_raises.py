# exit: 1
# __exit__ that raises: what the body raised becomes the context.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        raise RuntimeError("exit") from None if kind is KeyError else value


with Manager() as m:
    m.missing
