# csv.Sniffer: dialects and headers of samples
import csv
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
csv.Sniffer().sniff('a;b;c\n1;2;3\n4;5;6').delimiter
csv.Sniffer().sniff("'a','b'\n'c','d'").quotechar
csv.Sniffer().sniff('a|b|c\n1|2|3',delimiters=',|').delimiter
csv.Sniffer().sniff('')
csv.Sniffer().has_header('name,age\nbob,5\nann,6')
csv.Sniffer().has_header('1,2\n3,4')
csv.Sniffer().preferred
csv.Sniffer().sniff('a, b, c\n1, 2, 3').skipinitialspace
csv.Sniffer().sniff('"a""b";"c"\n"d";"e"').doublequote
csv.Sniffer().sniff('a\tb\n1\t2').delimiter
""".strip().splitlines():
    show(text)
