# hashlib: BLAKE2 and its parameters
import hashlib


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
hashlib.blake2b(b'a',digest_size=5).hexdigest()
hashlib.blake2b(digest_size=0)
hashlib.blake2b(digest_size=65)
hashlib.blake2s(digest_size=33)
hashlib.blake2b(key=b'x'*65)
hashlib.blake2b(salt=b'x'*17)
hashlib.blake2b(person=b'x'*17)
hashlib.blake2b(fanout=256)
hashlib.blake2b(depth=0)
hashlib.blake2b(depth=256)
hashlib.blake2b(leaf_size=-1)
hashlib.blake2b(leaf_size=2**32)
hashlib.blake2b(node_offset=-1)
hashlib.blake2s(node_offset=2**48)
hashlib.blake2b(node_offset=2**64)
hashlib.blake2b(node_depth=256)
hashlib.blake2b(inner_size=65)
hashlib.blake2s(inner_size=33)
hashlib.blake2b('a')
hashlib.blake2b(x=5)
hashlib.blake2b(b'abc',digest_size=20,key=b'key',salt=b'salt',person=b'pers',fanout=2,depth=3,leaf_size=4,node_offset=5,node_depth=1,inner_size=7,last_node=True).hexdigest()
hashlib.blake2s(b'abc',digest_size=20,key=b'key',salt=b'salt',person=b'pers',fanout=2,depth=3,leaf_size=4,node_offset=5,node_depth=1,inner_size=7,last_node=True).hexdigest()
(hashlib.blake2b.SALT_SIZE,hashlib.blake2b.PERSON_SIZE,hashlib.blake2b.MAX_KEY_SIZE,hashlib.blake2b.MAX_DIGEST_SIZE,hashlib.blake2s.SALT_SIZE,hashlib.blake2s.MAX_KEY_SIZE)
""".strip().splitlines():
    show(text)
