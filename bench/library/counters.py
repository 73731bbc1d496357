"""Counter: words, letters and pairs counted, counters added, subtracted and compared, the most common found."""
from collections import Counter

SYLLABLES = "ka lo mi ne ru sa ti vo".split()


def words(count):
    state = 9
    for _ in range(count):
        state = (state * 69069 + 12345) & 0xffffffff
        yield "".join(SYLLABLES[state >> shift & 7] for shift in (8, 13, 18)[:1 + (state >> 24) % 3])


def main():
    spoken = list(words(70000))
    total = Counter()
    chapters = []
    for start in range(0, len(spoken), 500):
        chapter = Counter(spoken[start:start + 500])
        total.update(chapter)
        chapters.append(chapter)
    print(len(total), total.most_common(3), total.total())
    for _ in range(6):
        letters = Counter("".join(spoken))
    print(letters.most_common(4))
    pairs = Counter(zip(spoken, spoken[1:]))
    print(len(pairs), pairs.most_common(2))
    by_hand = Counter()
    for word in spoken:
        by_hand[word] += 1
        by_hand[len(word)] += 1
    print(by_hand[4], by_hand["missing"])
    common = rare = chapters[0]
    joined = Counter()
    for chapter in chapters:
        common = common & chapter
        rare = rare | chapter
        joined += chapter
    print(len(common), rare.total(), joined == total, (total - rare).total())
    total.subtract(rare)
    print(total.total(), min(total.values()), sum(1 for _ in (+total).elements()))
    print(sum(Counter(word).most_common(1)[0][1] for word in spoken[:7000]))


if __name__ == "__main__":
    main()
