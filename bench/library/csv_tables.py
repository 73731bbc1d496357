"""csv: a table written, read as rows and as dicts, with quotes and newlines in its fields, in three dialects."""
import csv
import io

NAMES = ("Lamp", "Desk, large", 'Shelf 24"', "two\nlines", "", "Tür")


class Semicolons(csv.Dialect):
    delimiter = ";"
    quotechar = "'"
    doublequote = True
    skipinitialspace = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


def rows(count):
    for i in range(count):
        yield [i, NAMES[i % 6], i / 4, f"2026-{1 + i % 12:02}-{1 + i % 28:02}", None if i % 9 == 0 else f"note {i}"]


def main():
    table = list(rows(15000))
    for settings in ({}, {"dialect": "excel-tab"}, {"dialect": Semicolons}, {"quoting": csv.QUOTE_NONNUMERIC}):
        out = io.StringIO(newline="")
        writer = csv.writer(out, **settings)
        writer.writerow(["number", "name", "price", "day", "note"])
        writer.writerows(table)
        text = out.getvalue()
        read = list(csv.reader(io.StringIO(text, newline=""), **settings))
        print(len(text), len(read), read[5], sum(len(row[1]) for row in read))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["number", "name", "price", "day"], extrasaction="ignore")
    writer.writeheader()
    for number, name, price, day, note in table:
        writer.writerow({"number": number, "name": name, "price": price, "day": day, "note": note})
    total = 0.0
    days = {}
    for row in csv.DictReader(io.StringIO(out.getvalue(), newline="")):
        total += float(row["price"])
        days[row["day"]] = days.get(row["day"], 0) + int(row["number"])
    print(total, len(days), max(days.values()))
    print(csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter)


if __name__ == "__main__":
    main()
