"""Words of a made-up text: how often each comes, which follow which, which are anagrams, and a text made from that again.

The text comes from a generator of syllables with a fixed seed, so that a few words are frequent and many are rare.
"""
from collections import Counter, defaultdict

SYLLABLES = "ka lo mi ra te un or in be sha do qui".split()


def numbers(seed):
    while True:
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        yield seed >> 8


def make_text(words):
    draw = numbers(99)
    vocabulary = ["".join(SYLLABLES[next(draw) % 12] for _ in range(1 + next(draw) % 4)) for _ in range(3000)]
    lines, line = [], []
    for _ in range(words):
        rank = next(draw) % (1 + next(draw) % 3000)
        word = vocabulary[rank]
        line.append(word.capitalize() if not line else word)
        if len(line) == 12:
            lines.append(" ".join(line) + ".")
            line = []
    return "\n".join(lines)


def words_of(text):
    for line in text.splitlines():
        for word in line.split():
            yield word.strip(".,;").lower()


def anagrams(words):
    groups = defaultdict(set)
    for word in words:
        groups["".join(sorted(word))].add(word)
    return sorted((sorted(group) for group in groups.values() if len(group) > 1), key=lambda g: (-len(g), g))


def followers(words):
    table = {}
    for a, b in zip(words, words[1:]):
        after = table.setdefault(a, {})
        after[b] = after.get(b, 0) + 1
    return table


def babble(table, start, length):
    """A text in which each word is the most frequent successor that was not yet used after that word."""
    word, used, result = start, defaultdict(set), [start]
    for _ in range(length):
        choices = sorted(table[word].items(), key=lambda item: (-item[1], item[0]))
        word, last = next((w for w, _ in choices if w not in used[word]), start), word
        used[last].add(word)
        result.append(word)
    return " ".join(result)


def main():
    text = make_text(180_000)
    words = list(words_of(text))
    counts = Counter(words)
    print(len(text), len(words), len(counts))
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"{word:12}{count:6}{count / len(words):8.2%}")
    by_length = defaultdict(list)
    for word in counts:
        by_length[len(word)].append(word)
    print({length: len(group) for length, group in sorted(by_length.items())})
    print(anagrams(counts)[:2])
    table = followers(words)
    print(sum(map(len, table.values())))
    print(babble(table, words[0], 12))
    print(len(set(words[:90_000]) & set(words[90_000:])), len(set(words[:90_000]) ^ set(words[90_000:])))


if __name__ == "__main__":
    main()
