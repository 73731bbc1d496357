# -*- coding: cp1252 -*-
# cp1252, which is not Latin-1.
print(ascii("€“"))
