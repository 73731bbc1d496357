# exit: 1
# With two statements on a line the marks tell which it was.
x = 1; y = x.imag; z = y.nothing; w = 2
