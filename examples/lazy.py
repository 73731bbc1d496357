"""What is loaded when it is first asked for costs nothing before."""
from functools import cached_property


class Report:
    loaded = 0

    @cached_property
    def rows(self):
        Report.loaded += 1
        return [n * n for n in range(1000)]


report = Report()
print("loaded at first:", Report.loaded)
assert Report.loaded == 0 and "rows" not in vars(report)
total = sum(report.rows) + len(report.rows)
print("loaded after use:", Report.loaded)
assert Report.loaded == 1 and "rows" in vars(report)
