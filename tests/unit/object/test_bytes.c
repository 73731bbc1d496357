/* Bytes, and the buffers through which memory is shared: who may resize what, and what is given back. */
#include <string.h>
#include "tests/unit/object/object_test.h"

TestSuite(bytes, .init = interpreter_start, .fini = interpreter_stop);

Test(bytes, short_ones_are_shared) {
    Object *a = bytes_new("x", 1), *b = bytes_new("x", 1), *e = bytes_new("", 0), *f = bytes_new("", 0);
    cr_expect_eq(a, b);
    cr_expect_eq(e, f);
    Object *all[] = {a, b, e, f};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) decref(all[i]);
}

Test(bytes, an_exported_bytearray_keeps_its_size) {
    Object *a = bytearray_new("hello", 5);
    Buffer view;
    cr_assert_eq(buffer_get(a, &view, BUFFER_WRITABLE), 0);
    cr_expect_eq(bytearray_resize(a, 10), -1);
    expect_raised(&exc_BufferError, "Existing exports of data: object cannot be re-sized");
    view.data[0] = 'j';
    buffer_release(&view);
    buffer_release(&view); /* harmless */
    cr_expect_eq(bytearray_resize(a, 3), 0);
    expect_repr(a, "bytearray(b'jel')");
}

Test(bytes, what_is_not_a_buffer) {
    Buffer view;
    Object *o = int_from_i64(5), *b = bytes_new("abc", 3);
    cr_expect_eq(buffer_get(o, &view, BUFFER_SIMPLE), -1);
    expect_raised(&exc_TypeError, "a bytes-like object is required, not 'int'");
    cr_expect_eq(buffer_get(b, &view, BUFFER_WRITABLE), -1);
    expect_raised(&exc_BufferError, "Object is not writable.");
    decref(o);
    decref(b);
}

Test(bytes, views_share_one_buffer) {
    Object *a = bytearray_new("0123456789", 10), *m = memoryview_new(a), *other = memoryview_new(m);
    cr_expect_eq(((ByteArray *)a)->exports, 1);
    decref(m);
    cr_expect_eq(((ByteArray *)a)->exports, 1);
    decref(other);
    cr_expect_eq(((ByteArray *)a)->exports, 0);
    decref(a);
}

Test(bytes, writer) {
    ByteWriter w = byte_writer_new();
    for (int i = 0; i < 1000; i++) cr_assert_eq(byte_writer_put(&w, "ab", 2), 0);
    Object *b = byte_writer_finish(&w);
    cr_expect_eq(bytes_length(b), 2000);
    cr_expect_eq(((Bytes *)b)->data[2000], 0);
    decref(b);
    expect_repr(byte_writer_finish(&w), "b''");
}

Test(bytes, codecs_by_any_name) {
    static const char *const known[] = {"utf8", "UTF-8", "Latin_1", "us-ascii", "UTF 16 LE", "cp1252", "KOI8-R", "L1"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) cr_expect(codec_is_native(known[i]), "%s", known[i]);
    cr_expect_not(codec_is_native("utf-9"));
    cr_expect_not(codec_is_native(""));
}

/* A stream comes in pieces: what is incomplete at the end stays for the next. */
Test(bytes, decoding_in_parts) {
    static const struct {
        const char *encoding, *data;
        ptrdiff_t n, consumed;
    } parts[] = {
        {"utf-8", "ab\xe6\x97", 4, 2}, {"utf-8", "\xf0\x9f\x98\x80", 4, 4}, {"utf-16-le", "a\0\x3d\xd8", 4, 2},
        {"utf-16", "\xff", 1, 0},      {"utf-32-be", "\0\0\0a\0", 5, 4},    {"utf-8-sig", "\xef\xbb", 2, 0},
        {"ascii", "abc", 3, 3},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ptrdiff_t consumed = -1;
        Object *s = codec_decode_part((const uint8_t *)parts[i].data, parts[i].n, parts[i].encoding, NULL, &consumed);
        cr_assert_not_null(s);
        cr_expect_eq(consumed, parts[i].consumed, "%s: %zd", parts[i].encoding, consumed);
        decref(s);
    }
}
