# sys.setprofile hears of native functions; opcode events; what the attributes of a frame may be set to.
import sys
def prof(fr, e, arg):
    ev.append((fr.f_code.co_name, fr.f_lineno, e, getattr(arg,'__qualname__',arg) if e[0]=='c' else repr(arg) ))
def g():
    yield len('x')
class A:
    def __init__(self): self.x = 1
    def __len__(self): return 3
def f(x):
    len(x); x.append(3); sorted([3,1], key=lambda v: -v)
    try: int('q'); ord('ab')
    except ValueError: pass
    try: ord('ab')
    except TypeError: pass
    A(); len(A()); list(g()); str(5); 'a'.upper(); max(1,2,key=abs); isinstance(3,int)
    m = x.append; m(3)
    print(*[], end='')
    [].sort(key=None)
    dict.fromkeys('ab'); {}.get(1); str.upper('x'); super
    raise KeyError
ev=[]
sys.setprofile(prof)
try: f([])
except KeyError: pass
sys.setprofile(None)
for e in ev: print(e)
ev=[]
def bad(*a): raise ZeroDivisionError
def h():
    sys.setprofile(bad)
    len('a')
try: h()
except ZeroDivisionError as e: print(repr(e), sys.getprofile())
for x in (1, None):
  try: sys.settrace(x)
  except Exception as e: print(e)
sys.settrace(None)
def op(fr,e,arg):
    fr.f_trace_opcodes=True
    ev.append(e); return op
def z(): return 1+len('a')
sys.settrace(op); z(); sys.settrace(None); print('opcode' in ev, ev[0], ev[-1])
fr=sys._getframe()
for v in (1,None):
  try: fr.f_trace_opcodes=v
  except Exception as e: print(repr(e))
  try: fr.f_trace_lines=v
  except Exception as e: print(repr(e))
  try: fr.f_lineno=v
  except Exception as e: print(repr(e))
try: del fr.f_trace_opcodes
except Exception as e: print(repr(e))
try: del fr.f_trace_lines
except Exception as e: print(repr(e))
try: del fr.f_lineno
except Exception as e: print(repr(e))
try: del fr.f_trace
except Exception as e: print(repr(e))
