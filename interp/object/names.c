/* The names that the interpreter itself uses: names.def as interned strings. */
#include "interp/object/str.h"

Names names;

static const char *const spelling[] = {
#define NAME(n) #n,
#include "interp/object/names.def"
#undef NAME
};

enum { NAME_COUNT = sizeof(spelling) / sizeof(*spelling) };
_Static_assert(sizeof(Names) == NAME_COUNT * sizeof(Str *), "one field for each name");

int names_init(void) {
    Str **field = (Str **)&names;
    for (int i = 0; i < NAME_COUNT; i++)
        if (!(field[i] = str_intern_c(spelling[i]))) return -1;
    return 0;
}

void names_shutdown(void) {
    Str **field = (Str **)&names;
    for (int i = 0; i < NAME_COUNT; i++) clear_ref(&field[i]);
}
