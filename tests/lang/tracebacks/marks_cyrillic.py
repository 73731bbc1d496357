# exit: 1
# Marks count characters, where a character takes several bytes.
аб = 3
try:
    "é" + аб + ""
except TypeError as e:
    ширина = 1
print(("юникод")[аб:аб + ""])
