"""string.Template: letters filled in, with and without all the names known, and a template with another delimiter."""
from string import Template

LETTER = """Dear $title $name,

thank you for your order no. ${number} of $day. We charge $$${price} for it, which is ${percent}% less than usual.
Your $article will be sent to ${street}, $zip $city, in ${days} days.

$greeting
$sender
"""


class Markers(Template):
    delimiter = "%"
    idpattern = r"[a-z]+_[a-z]+"


def customers(count):
    for i in range(count):
        yield {"title": ("Mrs", "Mr", "Dr")[i % 3], "name": f"Name{i}", "number": i, "day": f"{1 + i % 28} May",
               "price": i / 4, "percent": i % 50, "article": ("lamp", "desk", "rug")[i % 3],
               "street": f"Main St {i % 99}", "zip": 10000 + i, "city": "Berlin", "days": 1 + i % 5}


def main():
    letter = Template(LETTER)
    everyone = list(customers(4000))
    letters = [letter.substitute(fields, greeting="Yours", sender="Ouro & Co.") for fields in everyone]
    print(len(letters), sum(map(len, letters)))
    print(letters[7])
    drafts = [letter.safe_substitute(fields) for fields in everyone]
    print(sum(map(len, drafts)), drafts[3].count("$"))
    marked = Markers("%first_name lives in %{home_town}, 100%% sure; $5 and %nothing")
    print(len("".join(marked.safe_substitute(first_name=f["name"], home_town=f["city"]) for f in everyone)))
    short = Template("$who likes $what")
    print(sum(len(short.substitute(who=f["name"], what=f["article"])) for f in everyone))
    print(sum(len(Template(f"$a {i} ${{b}}").substitute(a=i, b=-i)) for i in range(4000)))
    missing = 0
    for fields in everyone[:1500]:
        try:
            letter.substitute(fields)
        except KeyError as error:
            missing += len(error.args[0])
    print(missing, letter.get_identifiers(), letter.is_valid(), Template("$ 5").is_valid())


if __name__ == "__main__":
    main()
