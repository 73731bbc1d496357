"""join makes one string at once; += makes a longer one each time, or grows it in place if nobody else has it."""


def add(words, keep):
    """The text, and how many strings there were on the way that had to be copied."""
    text, copies, last, kept = "", 0, None, None
    for word in words:
        if keep:
            kept = text  # a second reference: now the old string must stay as it is
        text += word
        copies += id(text) != last
        last = id(text)
    return text, copies


words = [str(n) for n in range(2000)]
alone, few = add(words, keep=False)
shared, many = add(words, keep=True)
joined = "".join(words)
print(f"{len(words)} additions: copied {few} times, {many} times if somebody holds the old text; join copies once")
assert alone == shared == joined
assert few < many == len(words)
