import sys
name = input("name? ")
print(f"hello {name}", sys.argv[1:])
