# hashlib: keys made of passwords, digests of files
import hashlib
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
hashlib.pbkdf2_hmac('sha256',b'p',b's',1).hex()
hashlib.pbkdf2_hmac('sha256',b'p',b's',1,5).hex()
hashlib.pbkdf2_hmac('foo',b'p',b's',1)
hashlib.pbkdf2_hmac('sha256',b'p',b's',0)
hashlib.pbkdf2_hmac('sha256',b'p',b's',-1)
hashlib.pbkdf2_hmac('sha256',b'p',b's',1,0)
hashlib.pbkdf2_hmac('sha256',b'p',b's',1,-1)
hashlib.pbkdf2_hmac('sha256','p',b's',1)
hashlib.pbkdf2_hmac(5,b'p',b's',1)
hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1).hex()
hashlib.scrypt(b'p',salt=b's',n=3,r=8,p=1).hex()
hashlib.scrypt(b'p',salt=b's',n=2,r=0,p=1).hex()
hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=0).hex()
hashlib.scrypt(b'p')
hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,dklen=0)
hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,maxmem=-1)
hashlib.scrypt(b'p',salt=b's',n=2**20,r=8,p=1)
hashlib.scrypt('p',salt=b's',n=2,r=8,p=1)
hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,dklen=5).hex()
hashlib.file_digest(5,'sha256')
hashlib.file_digest(io.BytesIO(b'abc'),'sha256').hexdigest()
""".strip().splitlines():
    show(text)
