/* Strings: the narrowest kind, shared objects, interning, appending in place, and the writer. */
#include <string.h>
#include "tests/unit/object/object_test.h"

TestSuite(str, .init = interpreter_start, .fini = interpreter_stop);

static void expect_kind(Object *o, unsigned kind, bool ascii) {
    const Str *s = (Str *)o;
    cr_expect_eq(s->kind, kind);
    cr_expect_eq(s->ascii, ascii);
    decref(o);
}

Test(str, the_narrowest_kind) {
    expect_kind(text("plain"), 1, true);
    expect_kind(text("caf\303\251"), 1, false);
    expect_kind(text("\346\227\245\346\234\254"), 2, false);
    expect_kind(text("\360\237\230\200!"), 4, false);
    const uint32_t wide[] = {'a', 'b', 'c'};
    expect_kind(str_from_ucs4(wide, 3), 1, true);
    Object *mixed = text("\360\237\230\200abc");
    expect_kind(str_substring(mixed, 1, 4), 1, true);
    decref(mixed);
}

Test(str, short_strings_are_shared) {
    Object *a = str_from_char('a'), *b = text("a"), *word = text("xax"), *c = str_substring(word, 1, 2);
    cr_expect_eq(a, b);
    cr_expect_eq(a, c);
    Object *empty = text(""), *nothing = str_substring(word, 3, 3);
    cr_expect_eq(empty, nothing);
    Object *all[] = {a, b, c, word, empty, nothing};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) decref(all[i]);
}

Test(str, interned_strings_own_themselves) {
    ptrdiff_t before = str_interned_count();
    Object *a = text("a name of some length"), *b = text("a name of some length");
    cr_expect_neq(a, b);
    str_intern(&a);
    str_intern(&b);
    cr_expect_eq(a, b);
    cr_expect_eq(a->refcount, 2);
    cr_expect_eq(str_interned_count(), before + 1);
    decref(a);
    decref(b);
    cr_expect_eq(str_interned_count(), before);
}

/* Names go and come: the table closes the gaps, so that everything that stays is found. */
Test(str, the_table_closes_gaps) {
    enum { N = 5000 };
    static Object *kept[N];
    for (int i = 0; i < N; i++) {
        kept[i] = str_format("name_%d", i);
        str_intern(&kept[i]);
    }
    for (int i = 0; i < N; i += 3) clear_ref(&kept[i]);
    for (int i = 0; i < N; i++) {
        Object *again = str_format("name_%d", i);
        str_intern(&again);
        if (kept[i]) cr_assert_eq(again, kept[i]);
        decref(again);
    }
    for (int i = 0; i < N; i++) xdecref(kept[i]);
}

Test(str, append_grows_in_place_only_when_nobody_else_looks) {
    Object *a = text("some text that is long enough"), *tail = text("!");
    Object *other = newref(a);
    Object *sum = str_append(a, tail);
    cr_expect_neq(sum, other);
    cr_expect(str_equal_c(other, "some text that is long enough"));
    sum = str_append(sum, tail);
    cr_expect(str_equal_c(sum, "some text that is long enough!!"));
    sum = str_append(sum, other);
    cr_expect_eq(str_length(sum), 60);
    decref(sum);
    decref(other);
    decref(tail);
}

Test(str, append_forgets_the_hash) {
    Object *a = text("abcdefgh"), *whole = text("abcdefghi"), *tail = text("i");
    str_hash(a);
    a = str_append(a, tail);
    cr_expect_eq(str_hash(a), str_hash(whole));
    decref(a);
    decref(whole);
    decref(tail);
}

Test(str, writer_widens_as_it_goes) {
    StrWriter w = writer_new();
    writer_c(&w, "abc");
    writer_char(&w, 0xe9);
    writer_fill(&w, 0x65e5, 3);
    writer_char(&w, 0x1f600);
    writer_format(&w, "%d %s %R", -5, "x", names.close);
    Object *s = writer_finish(&w);
    Object *expected = text("abc\303\251\346\227\245\346\227\245\346\227\245\360\237\230\200-5 x 'close'");
    cr_expect(str_equal(s, expected));
    decref(s);
    decref(expected);
}

/* The string is this UTF-8 text. Steals s. */
static void expect_text(Object *s, const char *utf8) {
    Object *expected = text(utf8);
    cr_assert_not_null(s);
    cr_expect(str_equal(s, expected), "expected %s", utf8);
    decref(s);
    decref(expected);
}

Test(str, formats_of_messages) {
    Object *o = int_from_i64(1000);
    expect_text(str_format("%5d|%-5d|%05d|%x|%zd|%c|%.3s|%%", 42, 42, 42, 255, (ptrdiff_t)-7, 0xe9, "abcdef"),
                "   42|42   |00042|ff|-7|\303\251|abc|%");
    expect_text(str_format("%S %R %T %N %.2S", o, names.close, o, &list_type, o), "1000 'close' int list 10");
    decref(o);
}

Test(str, utf8_both_ways) {
    const char *samples[] = {"", "a", "\303\251", "plain ascii text", "\346\227\245\360\237\230\200z"};
    size_t n;
    char *owned;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        Object *s = text(samples[i]);
        const char *back = str_utf8(s, &n, &owned);
        cr_expect_eq(n, strlen(samples[i]));
        cr_expect_eq(memcmp(back, samples[i], n), 0);
        heap_free(owned);
        decref(s);
    }
    cr_expect_null(str_from_utf8("a\xff", 2));
    expect_raised(&exc_UnicodeDecodeError, "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
    Object *hidden = str_from_utf8_surrogates("a\xff", 2);
    cr_expect_null(str_utf8(hidden, &n, &owned));
    expect_raised(&exc_UnicodeEncodeError,
                  "'utf-8' codec can't encode character '\\udcff' in position 1: surrogates not allowed");
    const char *bytes = str_utf8_surrogates(hidden, &n, &owned);
    cr_expect_eq(n, 2);
    cr_expect_eq((uint8_t)bytes[1], 0xff);
    heap_free(owned);
    decref(hidden);
}
