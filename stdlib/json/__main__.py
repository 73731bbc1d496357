"""`ouro -m json`"""

from json.tool import main

main()
