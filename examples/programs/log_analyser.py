"""A log analyser: reads a web server's log, says what was asked for, by whom, how fast, and what went wrong.

    ouro log_analyser.py [FILE] [--top N] [--since ISO] [--json] [--status 4xx]

Without a file it makes a log of its own, always the same one.
"""

import argparse
import json
import random
import re
import statistics
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from itertools import groupby
from operator import attrgetter

LINE = re.compile(r'''
    (?P<host>\S+) \s \S+ \s (?P<user>\S+) \s
    \[(?P<time>[^\]]+)\] \s
    "(?P<method>[A-Z]+) \s (?P<path>[^ ?"]*)(?:\?(?P<query>[^ "]*))? \s HTTP/[\d.]+" \s
    (?P<status>\d{3}) \s (?P<size>\d+|-) \s (?P<ms>\d+)ms
''', re.VERBOSE)
TIME = '%d/%b/%Y:%H:%M:%S %z'


@dataclass(frozen=True, slots=True)
class Request:
    """One line of the log."""

    host: str
    user: str | None
    time: datetime
    method: str
    path: str
    query: dict[str, str] = field(hash=False)
    status: int
    size: int
    ms: int

    @classmethod
    def parse(cls, line):
        """The request of a line; ValueError if it is none."""
        found = LINE.fullmatch(line.strip())
        if not found:
            raise ValueError(f'not a request: {line.strip()[:40]!r}')
        part = found.groupdict()
        query = dict(pair.partition('=')[::2] for pair in (part['query'] or '').split('&') if pair)
        return cls(part['host'], None if part['user'] == '-' else part['user'],
                   datetime.strptime(part['time'], TIME), part['method'], part['path'], query, int(part['status']),
                   0 if part['size'] == '-' else int(part['size']), int(part['ms']))

    @property
    def failed(self):
        """Whether the server or the client did something wrong."""
        return self.status >= 400

    @property
    def section(self):
        """The first part of the path."""
        return '/' + self.path.strip('/').partition('/')[0]


@dataclass
class Report:
    """What a log says."""

    requests: list[Request]
    broken: list[tuple[int, str]]

    def by_hour(self):
        """(hour, requests, failures), in order; hours without any are there, too."""
        counts = defaultdict(lambda: [0, 0])
        for request in self.requests:
            hour = request.time.replace(minute=0, second=0)
            counts[hour][0] += 1
            counts[hour][1] += request.failed
        if not counts:
            return
        hour, last = min(counts), max(counts)
        while hour <= last:
            yield hour, *counts[hour]
            hour += timedelta(hours=1)

    def latencies(self):
        """(section, how many, median, 95th percentile), slowest first."""
        rows = []
        for section, group in groupby(sorted(self.requests, key=attrgetter('section')), key=attrgetter('section')):
            times = [request.ms for request in group]
            slow = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            rows.append((section, len(times), statistics.median(times), slow))
        return sorted(rows, key=lambda row: (-row[2], row[0]))

    def sessions(self, gap=timedelta(minutes=30)):
        """How many visits each host made: requests with less than `gap` between them are one."""
        visits = Counter()
        last = {}
        for request in sorted(self.requests, key=attrgetter('time', 'host')):
            if request.host not in last or request.time - last[request.host] > gap:
                visits[request.host] += 1
            last[request.host] = request.time
        return visits

    def as_json(self, top):
        """The same for machines."""
        return json.dumps({
            'requests': len(self.requests),
            'broken': [{'line': number, 'why': why} for number, why in self.broken],
            'status': {str(status): n for status, n in sorted(Counter(r.status for r in self.requests).items())},
            'paths': Counter(r.path for r in self.requests).most_common(top),
            'bytes': sum(r.size for r in self.requests),
            'hours': [[hour.isoformat(), *counts] for hour, *counts in self.by_hour()],
        }, indent=2)

    def print(self, top):
        """The report for people."""
        print(f'{len(self.requests)} requests, {sum(r.size for r in self.requests):,} bytes, {len(self.broken)} lines broken')
        for number, why in self.broken:
            print(f'  line {number}: {why}')
        print('\nby hour')
        rows = list(self.by_hour())
        most = max((n for _, n, _ in rows), default=1)
        for hour, n, failures in rows:
            bar = '#' * round(30 * n / most)
            print(f'  {hour:%a %H:%M} {n:4d} {failures:3d} {bar}')
        print('\nmost wanted')
        for path, n in Counter(r.path for r in self.requests).most_common(top):
            print(f'  {n:4d}  {path}')
        print('\nslowest sections       requests  median     95%')
        for section, n, median, slow in self.latencies()[:top]:
            print(f'  {section:<20s} {n:8d} {median:6.0f}ms {slow:6.0f}ms')
        print('\nfailures')
        failures = Counter((r.status, r.path) for r in self.requests if r.failed)
        for (status, path), n in sorted(failures.items(), key=lambda item: (-item[1], item[0]))[:top]:
            print(f'  {status} {path}: {n}')
        print('\nvisits')
        for host, n in sorted(self.sessions().items(), key=lambda item: (-item[1], item[0]))[:top]:
            print(f'  {host:<16s} {n}')


def read(lines):
    """The report on the lines of a log."""
    requests, broken = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith('#'):
            continue
        try:
            requests.append(Request.parse(line))
        except ValueError as error:
            broken.append((number, str(error)))
    return Report(requests, broken)


def invented(count, seed=7):
    """Lines of a log that never was."""
    rng = random.Random(seed)
    paths = ['/', '/shop/cart', '/shop/pay', '/blog/2026/memory', '/blog/2026/speed', '/api/items', '/api/users/42',
             '/static/app.js', '/admin']
    hosts = [f'10.0.{rng.randrange(4)}.{rng.randrange(1, 200)}' for _ in range(12)]
    now = datetime(2026, 3, 14, 8, 0, tzinfo=timezone(timedelta(hours=1)))
    for i in range(count):
        now += timedelta(seconds=rng.expovariate(1 / 70))
        path = rng.choices(paths, weights=[9, 3, 2, 5, 4, 6, 4, 8, 1])[0]
        status = 403 if path == '/admin' else rng.choices([200, 304, 404, 500], weights=[80, 10, 6, 2])[0]
        ms = round(rng.lognormvariate(3.2 + paths.index(path) / 5, 0.5))
        query = f'?page={rng.randrange(9)}&sort=new' if path.startswith('/api') else ''
        size = '-' if status == 304 else rng.randrange(200, 90_000)
        user = rng.choice(['-', '-', 'ada', 'grace'])
        yield f'{rng.choice(hosts)} - {user} [{now:{TIME}}] "GET {path}{query} HTTP/1.1" {status} {size} {ms}ms\n'
        if i % 97 == 50:
            yield 'half a line "GET /\n'


def main(argv=None):
    parser = argparse.ArgumentParser(description='What a web server\'s log says.')
    parser.add_argument('file', nargs='?', type=argparse.FileType(), help='the log; one is made up without it')
    parser.add_argument('--top', type=int, default=5, metavar='N', help='lines in each list (default: %(default)s)')
    parser.add_argument('--since', type=datetime.fromisoformat, help='only requests since then')
    parser.add_argument('--status', choices=['2xx', '3xx', '4xx', '5xx'], help='only these')
    parser.add_argument('--json', action='store_true', help='for machines')
    options = parser.parse_args(argv)
    report = read(options.file or invented(400))
    if options.since:
        report.requests = [r for r in report.requests if r.time >= options.since]
    if options.status:
        report.requests = [r for r in report.requests if r.status // 100 == int(options.status[0])]
    if options.json:
        print(report.as_json(options.top))
    else:
        report.print(options.top)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        main()
    else:
        main([])
        print('\n--- the same, only what failed after eleven, for machines ---')
        main(['--status', '4xx', '--since', '2026-03-14T11:00:00+01:00', '--json', '--top', '2'])
        print('\n--- and what it says when asked wrongly ---')
        try:
            main(['--top', 'many'])
        except SystemExit as end:
            print('ended with', end.code)
