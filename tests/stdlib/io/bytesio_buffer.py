# BytesIO.getbuffer(): a writable view; while it is out nothing may change the size.
import io
b = io.BytesIO(b'abcdef')
with b.getbuffer() as view:
    view[1:3] = b'XY'
    print(b.getvalue(), view.nbytes, view.readonly, view.format)
    for f in (lambda: b.write(b'0123456789'), lambda: b.truncate(2), b.close, lambda: b.__init__(b'')):
        try: f()
        except BufferError as e: print('BufferError', e)
print(b.write(b'0123456789'), b.getvalue())
view = io.BytesIO(b'kept').getbuffer()
print(bytes(view), type(view.obj).__name__)
