"""Regular expressions on a text in a natural language, and on the lines of a log and of a configuration.

Words, numbers, names and addresses are searched for, split at, and replaced, with groups, alternatives and lookaround.
"""
import re

WORDS = ("the quick brown Fox jumps over a lazy Dog while Ada Lovelace wrote on 12 May 1843 about 3.14 engines, "
         "to anna.berg@example.org and bob@mail.test; see http://example.org/path?q=1 or (555) 123-4567!").split()


def text(count):
    state = 3
    words = []
    for _ in range(count):
        state = (state * 69069 + 12345) & 0xffffffff
        words.append(WORDS[(state >> 16) % len(WORDS)])
        if state >> 28 == 7:
            words.append(".\n")
    return " ".join(words)


def log(count):
    for i in range(count):
        level = ("INFO", "WARNING", "ERROR")[i % 7 % 3]
        yield f"2026-11-{1 + i % 30:02} {i % 24:02}:{i % 60:02}:07 [{level}] worker-{i % 13}: took {i * 37 % 1009} ms"


PATTERNS = (r"\b[A-Z]\w+", r"\d+(?:\.\d+)?", r"[\w.]+@[\w.]+\.\w+", r"https?://[^\s/]+(/\S*)?",
            r"\(\d{3}\) \d{3}-\d{4}", r"(?i)\b(the|a|an)\s+(\w+)", r"\w+(?=[,;!])", r"(?<!\w)[aeiou]\w*", r"(\w)\1",
            r"quick|lazy|while|engines")


def main():
    novel = text(50000)
    for pattern in PATTERNS:
        found = re.findall(pattern, novel)
        print(f"{pattern:30}{len(found):>8} {found[:2]}")
    print(len(re.split(r"[\s,;]+", novel)), len(re.sub(r"\s+", " ", novel)))
    print(re.sub(r"(\w+) (\w+)", r"\2 \1", novel)[:60])
    print(len(re.sub(r"\d+", lambda match: str(int(match[0]) + 1), novel)))
    line = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) \[(?P<level>\w+)\] (\S+): took (?P<ms>\d+) ms")
    slow = {}
    for entry in log(28000):
        match = line.match(entry)
        if match["level"] != "INFO":
            slow[match["day"]] = slow.get(match["day"], 0) + int(match["ms"])
    print(sum(slow.values()), len(slow))
    setting = re.compile(r"^\s*(\w+)\s*=\s*(.*?)\s*(?:#.*)?$", re.MULTILINE)
    settings = "\n".join(f"  key_{i} =  value {i}   # number {i}" for i in range(9000))
    print(sum(len(match[2]) for match in setting.finditer(settings)))
    print(sum(1 for word in novel.split() if re.fullmatch(r"[a-z]+", word)))


if __name__ == "__main__":
    main()
