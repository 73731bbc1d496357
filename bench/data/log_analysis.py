"""A web server's log, made up and taken apart again: split, partition, find, replace, strip, startswith, and a regular expression.

Every line goes through parsing by hand and through a pattern, which must agree; then come totals by hour, by address and by
path, and the broken lines are counted.
"""
import re

PATHS = ["/", "/index.html", "/about", "/search?q=red+shoes&page=2", "/img/logo.png", "/api/v1/items/17", "/api/v1/items"]
AGENTS = ["Mozilla/5.0 (X11; Linux)", "curl/8.0", "Bot/2.1 (+http://bot.example)"]
PATTERN = re.compile(r'(\S+) - (\S+) \[([^\]]+)\] "(\w+) (\S+) HTTP/[\d.]+" (\d{3}) (\d+|-) "([^"]*)"$')


def make_log(lines):
    state = 17
    out = []
    for i in range(lines):
        state = state * 1664525 + 1013904223 & 0xffffffff
        a, b, c = state >> 8 & 255, state >> 16 & 255, state >> 24
        user = "-" if a % 3 else f"user{b % 20}"
        size = "-" if c % 11 == 0 else str(state % 50_000)
        line = (f'10.0.{a % 4}.{b} - {user} [{1 + i // 4000:02}/Mar/2026:{i // 80 % 24:02}:{i % 60:02}:{c % 60:02} +0000] '
                f'"{"POST" if a % 7 == 0 else "GET"} {PATHS[state % 7]} HTTP/1.1" {(200, 200, 304, 404, 500)[b % 5]} {size} '
                f'"{AGENTS[c % 3]}"')
        out.append(line[:60] if i % 251 == 0 else line)
    return "\n".join(out) + "\n"


def parse(line):
    """(address, user, time, method, path, status, size, agent), or None for a broken line."""
    head, quote, rest = line.partition(' "')
    if not quote or not line.endswith('"'):
        return None
    address, _, user, time, zone = head.split(" ")
    request, _, rest = rest.partition('" ')
    method, path, protocol = request.split()
    if not protocol.startswith("HTTP/") or rest.count(" ") < 2:
        return None
    status, size, agent = rest.split(" ", 2)
    return address, user, f"{time} {zone}".strip("[]"), method, path, status, size, agent[1:-1]


def parameters(path):
    path, found, query = path.partition("?")
    if not found:
        return path, {}
    return path, {key: value.replace("+", " ") for key, _, value in (part.partition("=") for part in query.split("&"))}


def main():
    text = make_log(20_000)
    broken = traffic = 0
    by_hour, by_path, by_address, searches = {}, {}, {}, {}
    for line in text.splitlines():
        record = parse(line)
        match = PATTERN.match(line)
        assert (match.groups() if match else None) == record, line
        if record is None:
            broken += 1
            continue
        address, user, time, method, path, status, size, agent = record
        hour = time[time.find(":") + 1:][:2]
        by_hour[hour] = by_hour.get(hour, 0) + 1
        path, query = parameters(path)
        by_path.setdefault(path, []).append(status)
        for value in query.values():
            searches[value] = searches.get(value, 0) + 1
        by_address.setdefault(address.rsplit(".", 1)[0], set()).add(user)
        if size.isdigit():
            traffic += int(size)
    print(len(text), broken, traffic)
    print(by_hour["00"], max(by_hour, key=by_hour.get), searches)
    for path, statuses in sorted(by_path.items()):
        print(f"{path:24}{len(statuses):6}{statuses.count('404'):6}")
    print({network: len(users) for network, users in sorted(by_address.items())})
    clean = re.sub(r"\d+\.\d+\.(\d+)\.\d+", r"x.x.\1.x", text)
    print(clean.count("x.x.3.x"), len(re.findall(r"user1\d\b", clean)), text.replace("HTTP/1.1", "HTTP/2").count("HTTP/2"))


if __name__ == "__main__":
    main()
