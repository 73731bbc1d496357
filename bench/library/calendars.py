"""datetime: days counted, moments moved through time zones, read from text, written in three ways, and sorted."""
from datetime import UTC, date, datetime, timedelta, timezone


def workdays(start, count):
    """That many days from Monday to Friday."""
    day, step = start, timedelta(days=1)
    while count:
        if day.weekday() < 5:
            count -= 1
            yield day
        day += step


def main():
    days = list(workdays(date(2020, 2, 27), 15000))
    print(days[-1], days[-1] - days[0], sum(day.day for day in days), *days[100].isocalendar())
    months = {}
    for day in days:
        months[day.year, day.month] = months.get((day.year, day.month), 0) + 1
    print(len(months), max(months.values()))
    print(sum(len(day.isoformat()) for day in days), sum(day.toordinal() for day in days))
    moment = datetime(2024, 2, 29, 22, 30, tzinfo=UTC)
    step = timedelta(hours=7, minutes=13, seconds=5, microseconds=250)
    east, west = timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-8), "PST")
    moments = [moment + step * i for i in range(9000)]
    print(moments[-1], moments[77].astimezone(east), moments[77].astimezone(west).tzname())
    print(sum(m.astimezone(west).hour - m.astimezone(east).minute for m in moments))
    total = timedelta()
    for earlier, later in zip(moments, moments[1:]):
        total += (later - earlier) / 2 if later > earlier else timedelta(1)
    print(total, total.total_seconds(), total // step, total % step)
    texts = [m.isoformat(timespec="milliseconds") for m in moments]
    print(sum(datetime.fromisoformat(text) <= m for text, m in zip(texts, moments)))
    shown = [m.strftime("%a, %d %b %Y %H:%M:%S %z") for m in moments]
    print(shown[1], len("".join(shown)))
    parsed = [datetime.strptime(text, "%a, %d %b %Y %H:%M:%S %z") for text in shown[:4000]]
    print(sum(p <= m for p, m in zip(parsed, moments)))
    print(sorted(moments, key=lambda m: (m.time(), m.date()))[5], min(m.replace(year=2000) for m in moments))
    print(len({m.date() for m in moments}), len(set(moments)), datetime.fromtimestamp(moment.timestamp(), west))


if __name__ == "__main__":
    main()
