# EncodedFile: bytes in one encoding, kept in another.
import codecs
import io

raw = io.BytesIO()
file = codecs.EncodedFile(raw, 'utf-8', 'latin-1')
print(type(file) is codecs.StreamRecoder, file.data_encoding, file.file_encoding, file.errors)
file.write('é\n'.encode())
file.writelines([b'a\n', 'ü'.encode()])
print(raw.getvalue(), raw.tell(), file.tell())
file.seek(0)
print(file.readline(), file.read())
file.seek(0)
print(next(file), list(file))
file.seek(0)
print(file.readlines(), file.read())
for data in (b'\xff', '€'.encode()):
    try:
        file.write(data)
    except UnicodeError as e:
        print(type(e).__name__, e)
with codecs.EncodedFile(io.BytesIO('aß'.encode('utf-16')), 'latin-1', 'utf-16', 'replace') as file:
    print(file.read(), file.encode('€', 'replace'))
print(file.stream.closed)
same = codecs.EncodedFile(io.BytesIO(b'abc'), 'ascii')
print(same.file_encoding, same.read(2), same.readline(1))
try:
    codecs.EncodedFile(raw, 'utf-8', 'nothing')
except LookupError as e:
    print(e)
