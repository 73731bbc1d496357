/* A SyntaxError as text: where it is, the line of source with marks under the mistake, the message.
 *
 *      File "x.py", line 1
 *        whille True: pass
 *        ^^^^^^
 *    SyntaxError: invalid syntax. Did you mean 'while'?
 *
 * Everything comes from the exception's attributes, which a program may have set to anything. When the parser could
 * only say "invalid syntax" it left the source in _metadata, and a misspelt keyword is looked for here: only what is
 * printed pays for the search.
 */
#include "interp/report_syntax.h"

#include <stdlib.h>
#include <string.h>

#include "interp/compile/compile.h"
#include "interp/object/unicode.h"
#include "interp/vm/import.h"

static bool is_set(Object *field) {
    return field && field != NONE;
}

static int field_as_int(Object *field, int otherwise) {
    int64_t n;
    return field && int_check(field) && int_fits_i64(field, &n) && n > INT32_MIN && n < INT32_MAX ? (int)n : otherwise;
}

/* --- the misspelt keyword --- */

/* Its warnings are shown: the lines are a guess, and the name of their file says so. */
static bool compiles(const char *source, size_t n) {
    Object *filename = str_from_c("<input>");
    Object *code = filename ? compile_source(source, n, filename, PARSE_EXEC, PARSE_UTF8) : NULL;
    bool ok = code != NULL;
    xdecref(code);
    xdecref(filename);
    raise_clear();
    return ok;
}

static bool find_in_str(Object *source, int first, int lineno, bool is_file, KeywordTypo *out) {
    char *own = NULL;
    size_t n;
    const char *text = str_utf8(source, &n, &own);
    bool found = text && parse_find_typo(text, n, first, lineno, is_file, compiles, out);
    heap_free(own);
    raise_clear();
    return found;
}

static bool find_in_file(Object *filename, Object *text, int first, int lineno, KeywordTypo *out) {
    char *own = NULL;
    size_t n;
    const char *path = str_utf8_surrogates(filename, NULL, &own);
    char *source = path ? import_read_file(path, &n) : NULL;
    raise_clear();
    bool found =
        source ? parse_find_typo(source, n, first, lineno, true, compiles, out) : find_in_str(text, 0, 1, false, out);
    heap_free(source);
    heap_free(own);
    return found;
}

bool report_find_typo(const SyntaxError *e, KeywordTypo *out) {
    if (!e->msg || !str_check(e->msg) || !e->text || !str_check(e->text)) return false;
    if (!str_equal_c(e->msg, "invalid syntax") && !str_equal_c(e->msg, "invalid syntax. Perhaps you forgot a comma?"))
        return false;
    if (!e->metadata || !tuple_check(e->metadata) || tuple_length(e->metadata) != 3) return false;
    Object *source = tuple_item(e->metadata, 2);
    int first = field_as_int(tuple_item(e->metadata, 0), 0), lineno = field_as_int(e->lineno, 0);
    if (str_check(source)) return find_in_str(source, first, lineno, false, out);
    return source == NONE && e->filename && str_check(e->filename) &&
           find_in_file(e->filename, e->text, first, lineno, out);
}

/* --- the line --- */

/* Marks under the columns offset..end of `line`, of which `blank` characters in front are not shown. */
static int write_marks(StrWriter *w, Object *line, ptrdiff_t blank, ptrdiff_t offset, ptrdiff_t end) {
    ptrdiff_t start = offset - 1 - blank;
    if (start < 0) return 0;
    if (writer_c(w, "    ") < 0) return -1;
    for (ptrdiff_t i = 0; i < start; i++) {
        uint32_t c = i < str_length(line) ? str_at((Str *)line, i) : ' ';
        if (writer_char(w, unicode_is_space(c) ? c : ' ') < 0) return -1;
    }
    return writer_fill(w, '^', end - offset) < 0 ? -1 : writer_char(w, '\n');
}

/* The line; `offset` NULL or None: without marks; something else than an int: nothing at all. */
static int write_line(StrWriter *w, Object *text, Object *offset_object, int end) {
    if (is_set(offset_object) && !int_check(offset_object)) return 0;
    ptrdiff_t n = str_length(text), blank = 0;
    while (n > 0 && str_at((Str *)text, n - 1) == '\n') n--;
    for (; blank < n; blank++) {
        uint32_t c = str_at((Str *)text, blank);
        if (c != ' ' && c != '\n' && c != '\f') break;
    }
    Object *line = str_substring(text, blank, n);
    int status = line ? writer_format(w, "    %S\n", line) : -1;
    if (status == 0 && is_set(offset_object)) {
        int offset = field_as_int(offset_object, (int)n + 1), after = (int)n + 1;
        if (end == 0) end = offset;
        if (n && offset > after) offset = after;
        if (n && end > after) end = after;
        if (offset >= end || end < 0) end = offset + 1;
        status = write_marks(w, line, blank, offset, end);
    }
    xdecref(line);
    return status;
}

/* The column where the marks end: 0 when it is not known. */
static int end_of_marks(const SyntaxError *e) {
    if (!is_set(e->lineno) && !is_set(e->end_lineno)) return field_as_int(e->end_offset, 0);
    int same = is_set(e->lineno) && is_set(e->end_lineno) ? object_equal(e->lineno, e->end_lineno) : 0;
    raise_clear();
    return same > 0 ? field_as_int(e->end_offset, 0) : (int)str_length(e->text) + 1;
}

static int write_typo_line(StrWriter *w, const KeywordTypo *typo) {
    Object *text = str_from_c(typo->line), *offset = text ? int_from_i64(typo->offset) : NULL;
    int status = offset ? write_line(w, text, offset, typo->end_offset) : -1;
    xdecref(offset);
    xdecref(text);
    return status;
}

int report_syntax_error(StrWriter *w, const SyntaxError *e, Object *type) {
    bool has_line = is_set(e->lineno), has_file = is_set(e->filename);
    if (has_line) {
        int status = has_file ? writer_format(w, "  File \"%S\", line %S\n", e->filename, e->lineno)
                              : writer_format(w, "  File \"<string>\", line %S\n", e->lineno);
        if (status < 0) return -1;
    }
    KeywordTypo typo = {0};
    int status = 0;
    if (report_find_typo(e, &typo))
        status = write_typo_line(w, &typo);
    else if (e->text && str_check(e->text))
        status = write_line(w, e->text, e->offset, end_of_marks(e));
    int has_message = e->msg ? object_truth(e->msg) : 0;
    if (has_message < 0) raise_clear();
    if (status == 0 && typo.keyword)
        status = writer_format(w, "%S: invalid syntax. Did you mean '%s'?", type, typo.keyword);
    else if (status == 0)
        status = has_message > 0 ? writer_format(w, "%S: %S", type, e->msg)
                                 : writer_format(w, "%S: <no detail available>", type);
    if (status == 0 && has_file && !has_line) status = writer_format(w, " (%S)", e->filename);
    free(typo.line);
    return status < 0 ? -1 : writer_char(w, '\n');
}
