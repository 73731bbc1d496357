/* What utf8proc knows of each code point, for tools/unicode_tables.py: a line with its category, its simple upper,
 * lower and title case, the number of characters of its case folding, and these. */
#include <stdio.h>
#include <utf8proc.h>

int main(void) {
    for (int c = 0; c < 0x110000; c++) {
        utf8proc_int32_t fold[8];
        int boundary = 0;
        int n = (int)utf8proc_decompose_char(c, fold, 8, UTF8PROC_CASEFOLD, &boundary);
        printf("%d %d %d %d %d", utf8proc_category(c), utf8proc_toupper(c), utf8proc_tolower(c), utf8proc_totitle(c),
               n);
        for (int i = 0; i < n; i++) printf(" %d", fold[i]);
        putchar('\n');
    }
    return 0;
}
