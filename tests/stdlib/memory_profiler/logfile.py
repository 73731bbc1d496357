# LogFile sends the table to a logger.
from memory_profiler import LogFile


class Logger:
    def log(self, level, text):
        print(level, text.rstrip())


file = LogFile.__new__(LogFile)
file.logger, file.level, file.reportIncrementFlag = Logger(), 20, True
file.write("Filename: x\n\n     1    0.400 MiB    0.000 MiB           1   a\n")
file.write("     2    0.400 MiB    0.100 MiB           1   b\n")
file.reportIncrementFlag = False
file.write("     1    0.400 MiB    0.000 MiB           1   a\n")
file.flush()
