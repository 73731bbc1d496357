# Of fields that say the same the last one of the format counts; and a format is read again after the time zone changed.
from datetime import date, datetime

for text, format in (("22 10", "%H %I"), ("10 22", "%I %H"), ("10 PM 3", "%I %p %H"), ("3 10 PM", "%H %I %p"),
                     ("47 1 46 2000", "%W %u %U %Y"), ("46 1 47 2000", "%U %u %W %Y"), ("03 May", "%m %b"),
                     ("May 03", "%b %m"), ("99 2001", "%y %Y"), ("2001 99", "%Y %y"), ("Mon 4 10 2021", "%a %w %W %Y")):
    print(format, datetime.strptime(text, format))
for text, format in (("x", "%Q"), ("12", "%"), ("2001 ", "%Y"), ("201", "%Y")):
    for _ in range(2):
        try:
            print(datetime.strptime(text, format))
        except ValueError as error:
            print(error)
print(date.strptime("366 2024", "%j %Y"), datetime.strptime("Z", "%z"), datetime.strptime("+01:30:05.25", "%z"))
