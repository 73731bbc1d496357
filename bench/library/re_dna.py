"""Regular expressions on DNA: variants of sequences are counted, and codes are replaced by what they stand for.

Long strings over four letters, alternatives of character classes, many near misses: the matcher works, hardly anything
else does.
"""
import re

VARIANTS = ("agggtaaa|tttaccct", "[cgt]gggtaaa|tttaccc[acg]", "a[act]ggtaaa|tttacc[agt]t", "ag[act]gtaaa|tttac[agt]ct",
            "agg[act]taaa|ttta[agt]cct", "aggg[acg]aaa|ttt[cgt]ccct", "agggt[cgt]aa|tt[acg]accct")
CODES = {"tHa[Nt]": "<4>", "aND|caN|Ha[DS]|WaS": "<3>", "a[NSt]|BY": "<2>", r"\|[^|][^|]*\|": "|", r"\|[^|][^|]*": "-"}


def genome(length):
    state = 42
    letters = []
    for _ in range(length):
        state = (state * 3877 + 29573) % 139968
        letters.append("acgtNDHSWB"[min(state * 13 // 139968, 9)] if state % 200 == 0 else "acgt"[state * 4 // 139968])
    return "".join(letters)


def main():
    letters = genome(250000)
    text = ">ONE some description\n" + "\n".join(letters[i:i + 60] for i in range(0, len(letters), 60)) + "\n"
    sequence = re.sub(">.*\n|\n", "", text)
    print(len(text), len(sequence))
    for variant in VARIANTS:
        print(f"{variant} {len(re.findall(variant, sequence))}")
    replaced = sequence
    for code, text in CODES.items():
        replaced = re.sub(code, text, replaced)
    print(len(replaced))
    print(max(map(len, re.findall(r"(?:ca|tg|ac)+", sequence))), len(re.findall(r"a{3,5}", sequence)))
    print(len(re.findall(r"atg(?:[acgt]{3})*?(?:taa|tag|tga)", sequence)))
    print(sum(match.start() for match in re.finditer("g.ta+c", sequence)))


if __name__ == "__main__":
    main()
