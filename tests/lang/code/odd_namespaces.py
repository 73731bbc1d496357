# exec and eval with subclasses of dict, with mappings, and with a __builtins__ that is no dict.
class D(dict):
    def __missing__(self, k):
        print('missing', k)
        if k in ('print','len','__builtins__','__build_class__'): raise KeyError(k)
        return 'M'+k
def t(f,*a):
    try: return print('->', repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
t(eval,'x', D())
t(eval,'x+y', {}, D())
t(exec,'print(x)', D())
t(exec,'print(x)', {}, D())
t(exec,'def f(): return x\nprint(f())', D())
t(exec,'class A: y = x\nprint(A.y)', D())
t(exec,'x', {'__builtins__':5})
t(exec,'print(1)', {'__builtins__':5})
t(exec,'print(1)', {'__builtins__':None})
t(exec,'print(1)', {'__builtins__':{}})
t(exec,'print(1)', {'__builtins__':[]})
t(exec,'print(1)', {'__builtins__':D()})
t(exec,'print(len)', {'__builtins__':D()})
class B:
    def __getitem__(self,k):
        if k=='print': return print
        raise KeyError(k)
t(exec,'print(1)', {'__builtins__':B()})
t(exec,'def f(): print(1); return zz\nf()', {'__builtins__':B()})
import types, builtins
m=types.ModuleType('m'); m.print=lambda *a: print('mod',*a)
t(exec,'print(1)', {'__builtins__':m})
t(exec,'import os', {'__builtins__':{}})
t(exec,'import os', {'__builtins__':B()})
t(exec,'class A: pass', {'__builtins__':{}})
t(exec,'class A: pass', {'__builtins__':B()})
t(exec,'assert 0', {'__builtins__':{}})
t(exec,'x=1', 5)
t(exec,'x=1', {}, 5)
t(eval,'x', 5)
t(eval,'x', {}, 5)
t(exec,'x=1', B())
class L:
    def __getitem__(self,k):
        print('get',k); raise KeyError(k)
    def __setitem__(self,k,v): print('set',k,v)
    def __delitem__(self,k): print('del',k); raise KeyError(k)
t(exec,'x=1\nx', {}, L())
t(exec,'x=1\ndel x', {}, L())
t(eval,'[x for i in (1,)]', {'x':3}, L())
t(eval,'[x for i in (1,)]', {'x':3}, {'x':4})
t(eval,'(lambda: x)()', {'x':3}, {'x':4})
t(eval,'locals()', {'x':3, '__builtins__':builtins}, {'x':4})
t(eval,'print', {'__builtins__':{'print':5}})
class G(dict):
    def __getitem__(self,k): print('G',k); return super().__getitem__(k)
    def __setitem__(self,k,v): print('S',k); super().__setitem__(k,v)
t(exec,'x=1\nx', G())
t(exec,'global x\nx=1\nx', G())
t(exec,'global x\nx=1\nprint(x)\ndef f(): return x\n', G(), {})
t(exec, compile('x','f','eval'), {'x':1})
t(eval, compile('x=1','f','exec'), {})
def h():
    y=1
    return lambda: y
t(exec, h().__code__)
t(exec, h().__code__, {}, closure=()) if 0 else None
for kw in ({}, {'closure':()}, {'closure':(5,)}, {'closure':h().__closure__}, {'closure':list(h().__closure__)}):
    try: print(exec(h().__code__, **kw))
    except Exception as e: print(type(e).__name__, e)
try: exec('1', closure=())
except Exception as e: print(type(e).__name__, e)
try: exec(compile('1','','exec'), closure=())
except Exception as e: print(type(e).__name__, e)
t(eval, h().__code__)
t(eval, ' \t1')
t(eval, '\n1')
t(eval, '')
t(eval, '1;2')
t(eval, b'1+1')
t(eval, bytearray(b'1+2'))
t(eval, memoryview(b'1+3'))
t(eval, 'a\0b')
t(eval, 5)
t(exec, 5)
t(exec, None)
try: eval(source='1')
except Exception as e: print(e)
print(eval('x', globals={'x':3}), eval('x', locals={'x':3}), exec('x', globals={'x':1}, locals=None))
f=types.FunctionType(compile('y','f','eval'), D()); 
t(f)
f=types.FunctionType(compile('print','f','eval'), {'__builtins__':B()}); 
t(f)
