# What is written twice with the same arguments is the same object, as far as these can be hashed.
import typing
from typing import *
P=ParamSpec('P'); T=TypeVar('T')
def t(s):
    try: r=eval(s); print(s,r, r.__args__, r is eval(s))
    except Exception as e: print(s,type(e).__name__,e)
for s in ["Callable[(int,),str]","Callable[[int],str]","Callable[[],str]","Callable[...,str]","Callable[P,str]","Callable[Concatenate[int,P],str]","Callable[[T],T][int]","Callable[int,str]","Callable[int]","Callable[[1],str]","Callable[[int],1]","Callable[[[int]],str]","Tuple[int,...]","Tuple[()]","Tuple[int,str]","Tuple[int]","Tuple[1]","Callable[['x'],'y']","Tuple[...,int]","Tuple[[int]]", "Callable[[int,str],None]","Callable[[None],None]","Callable[[int],[int]]"]: t(s)
