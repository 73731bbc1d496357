# patch in with statements, as a decorator, by start and stop; patch.object, .dict, .multiple
import re
from unittest.mock import *

def show(x):
    return re.sub(r"id='\d+'", "id=''", repr(x))
def t(f, *args, **kwargs):
    try:
        print(show(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, re.sub(r"id='\d+'", "id=''", str(e)))

import os
class C:
    attr=5
    def meth(self,a,b=1): return a
    @staticmethod
    def st(x): pass
    @classmethod
    def cl(cls,y): pass
    @property
    def prop(self): return 1
    def __len__(self): return 0
with patch('os.getcwd') as p: p.return_value='/x'; print(os.getcwd(), show(p))
print(os.getcwd()!='/x')
with patch('os.path.exists', return_value=True), patch.object(C,'attr',9), patch.dict(os.environ,{'QQ':'1'}): print(os.path.exists('/nope'), C.attr, os.environ['QQ'])
print(C.attr, 'QQ' in os.environ)
@patch('os.getcwd')
@patch.object(C,'meth')
def f(a, b, k=0): return show(a), show(b), k
t(f)
t(f,k=2)
@patch('os.getcwd', lambda: 'new')
class T:
    def test_a(self): return os.getcwd()
    def other(self): return os.getcwd()=='new'
print(T().test_a(), T().other())
with patch.multiple('os', getcwd=DEFAULT, sep='|') as v: print(sorted(v), os.sep)
p=patch('os.getcwd')
print(show(p.start()))
p.stop()
patch('os.getcwd').start()
patch.stopall()
t(patch,'x')
t(lambda: patch('nomod.x').start())
t(lambda: patch.object('os','x'))
t(patch,'os.x',1,new_callable=Mock)
t(lambda: patch('os.getcwd',autospec=True,new=3).start())
with patch('os.new_one', create=True) as n: print(show(os.new_one))
