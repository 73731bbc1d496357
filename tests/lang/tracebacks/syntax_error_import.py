# exit: 1
# exec of a source with a syntax error: the place in it, below the traceback of exec.
def run(source):
    exec(compile(source, "<generated>", "exec"))


run("a = 1\nb = = 2\n")
