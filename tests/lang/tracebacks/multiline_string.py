# exit: 1
# A string over several lines as an operand.
x = """first
second""" + """third
fourth""" + 5
