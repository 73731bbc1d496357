/* Text for the recordings of `ouro view`: JSON that may stand in a page. */
#include "interp/view/out.h"

#include <criterion/criterion.h>
#include <string.h>

static bool holds(Out *out, const char *text) {
    bool same = out->n == strlen(text) && memcmp(out->text, text, out->n) == 0;
    out_free(out);
    return same;
}

static bool written(const char *utf8, size_t n, const char *expected) {
    Out out = {0};
    out_string(&out, utf8, n);
    return holds(&out, expected);
}

Test(out, strings) {
    cr_assert(written("plain", 5, "\"plain\""));
    cr_assert(written("a\"b\\c\nd\x01", 8, "\"a\\\"b\\\\c\\nd\\u0001\""));
    cr_assert(written("</script>", 9, "\"\\u003c/script>\""));
    cr_assert(written("\xc3\xa9\xe2\x82\xac\xf0\x9f\x90\x8d", 9, "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x90\x8d\""));
}

Test(out, what_is_not_utf8_is_replaced) {
    cr_assert(written("a\xff", 2, "\"a\xef\xbf\xbd\""));
    cr_assert(written("\xc3", 1, "\"\xef\xbf\xbd\""));                 /* cut off */
    cr_assert(written("\xc0\x80", 2, "\"\xef\xbf\xbd\xef\xbf\xbd\"")); /* too long a form */
}

Test(out, surrogates_are_replaced) {
    Out out = {0};
    out_char(&out, 0xd800);
    cr_assert(holds(&out, "\xef\xbf\xbd"));
}

Test(out, commas_stand_between) {
    Out out = {0};
    out_c(&out, "[");
    for (int i = 0; i < 3; i++) {
        out_comma(&out);
        out_format(&out, "%d", i);
    }
    out_c(&out, "]");
    cr_assert(holds(&out, "[0,1,2]"));
}

Test(out, hash_is_of_the_text_from_there_on) {
    Out a = {0}, b = {0};
    out_c(&a, "one same");
    out_c(&b, "another same");
    cr_assert_eq(out_hash(&a, 3), out_hash(&b, 7));
    cr_assert_neq(out_hash(&a, 0), out_hash(&b, 0));
    out_free(&a);
    out_free(&b);
}
