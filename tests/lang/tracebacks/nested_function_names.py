# exit: 1
# Entries have the plain names of the functions.
class A:
    def method(self):
        def inner():
            return (lambda: [self.nothing for _ in "a"])()
        return inner()


A().method()
