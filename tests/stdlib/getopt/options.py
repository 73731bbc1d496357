# short and long options, shortened names, what is wrong
import getopt

print(getopt.getopt("-a -b foo --long=x --flag rest".split(), "ab:", ["long=", "flag"]),
      getopt.gnu_getopt("x -a y --fl".split(), "a", ["flag"]), getopt.getopt(["-abx", "--", "-a"], "ab:"),
      getopt.gnu_getopt("x -a".split(), "+a"))
for args in (["-z"], ["-b"], ["--long"], ["--flag=3"], ["--f"], ["--zz"]):
    try:
        print(getopt.getopt(args, "ab:", ["long=", "flag", "fly"]))
    except getopt.GetoptError as e:
        print(e, e.opt)
