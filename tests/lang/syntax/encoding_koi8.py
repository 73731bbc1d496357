# exit: 1
# -*- coding: koi8-r -*-
# A source in another encoding; its lines appear decoded in the traceback.
print(ascii("аб"))
аб = 3
print(аб + "")
