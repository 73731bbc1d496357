# exit: 1
# A class body is a frame with the name of the class.
class Outer:
    class Inner:
        value = {}["key"]
