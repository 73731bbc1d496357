# mprof: run writes samples and calls; list, peak, plot and clean work with the files.
import os
import sys

import mprof

folder = f"/tmp/ouro-mprof-{os.getpid()}"
os.mkdir(folder)
os.chdir(folder)
with open("script.py", "w") as file:
    file.write("@profile\ndef f():\n    return bytes(4 << 20)\nf()\n")


def command(*words):
    sys.argv = ["mprof", *words]
    try:
        mprof.main()
    except SystemExit as stop:
        print("exit:", str(stop).split("\n")[0])


command("peak")
command("run", "-T", "0", "script.py")
name = [name for name in os.listdir(".") if name.endswith(".dat")][0]
lines = open(name).read().split("\n")
print(lines[0], sum(line.startswith("FUNC __main__.f") for line in lines), sum(line.startswith("MEM") for line in lines) > 2)
used = [float(line.split()[1]) for line in lines if line.startswith("MEM")]
print(round(max(used) - used[0]))
command("plot", "-o", "out.svg")
print(open("out.svg").read().count("<rect"), open("out.svg").read().startswith("<svg"))
command("clean")
command("list")
command("run")
command("nonsense")
os.unlink("out.svg")
os.unlink("script.py")
os.rmdir(folder)
