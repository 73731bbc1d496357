# % of strings with numbers: flags, width, precision for each conversion.
for n in (0, 42, -42, 2**70):
    print("|".join(f % n for f in ("%d", "%5d", "%-5d", "%05d", "%+d", "% d", "%.5d", "%8.5d", "%x", "%#x", "%#X", "%o", "%#o", "%i", "%u", "%ld", "%#012x", "%+.3d")))
for x in (0.0, -1.5, 1234567.891, 1e-10, float("inf"), float("nan")):
    print("|".join(f % x for f in ("%f", "%.2f", "%10.1f", "%-10.1f|", "%010.2f", "%+f", "% .3f", "%e", "%.0e", "%E", "%g", "%.3g", "%#g", "%G", "%F", "%.0f", "%#.0f", "%d" if x == x and abs(x) < 1e300 else "%s")))
print("%c%c%c" % (65, "é", 0x1F600), "%5c|%-5c|" % ("a", "b"), "%d" % 3.99, "%d" % True, "%x" % True, "%s %r %a" % ("é", "é", "é"))
