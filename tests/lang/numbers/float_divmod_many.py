# Quotients and rests of a great many floats: of all sizes, near whole quotients, with both signs.
import random, struct, hashlib, math
random.seed(5)
h=hashlib.sha256()
sp=[0.0,-0.0,1.0,-1.0,0.1,-0.1,3.0,1e308,-1e308,5e-324,-5e-324,1e-300,1e300,math.inf,-math.inf,math.nan,2**52+.0,2**53-1.0,0.5,1/3,7.0,1e16,2.5]
def one(a,b):
    try: q,r=divmod(a,b); return struct.pack('<dddd',q,r,a//b,a%b)
    except ZeroDivisionError: return b'z'
n=0
for a in sp:
    for b in sp: h.update(one(a,b).replace(struct.pack('<d',math.nan),b'nan').replace(struct.pack('<d',-math.nan),b'nan'))
for i in range(20000):
    k=i%5
    if k==0: a,b=random.uniform(-100,100),random.uniform(-10,10)
    elif k==1: b=random.choice([.1,.25,1.,3.,-.7,1e-5]); a=random.randint(-10**6,10**6)*b
    elif k==2: a,b=struct.unpack('<dd',random.randbytes(16))
    elif k==3: a,b=random.uniform(-1,1)*10**random.randint(-30,30),random.uniform(-1,1)*10**random.randint(-30,30)
    else: b=random.uniform(0,1); a=b*random.randint(-2**53,2**53)
    if a!=a or b!=b: continue
    h.update(one(a,b))
print(h.hexdigest())
