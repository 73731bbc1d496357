/* _traceback: what the module traceback shares with the reports of the interpreter itself. */
#include <stdlib.h>

#include "interp/api.h"
#include "interp/report.h"
#include "interp/report_frame.h"
#include "interp/report_syntax.h"

static Object *snippet(Object *self, Object **args, ptrdiff_t nargs) {
    Object *lines = args[0];
    if (!list_check(lines) || list_length(lines) == 0)
        return raise_error(&exc_TypeError, "snippet() argument 1 must be a list of lines");
    for (ptrdiff_t i = 0; i < list_length(lines); i++)
        if (!str_check(list_item(lines, i))) return raise_error(&exc_TypeError, "a line must be str");
    ptrdiff_t column = number_as_index(args[1], &exc_OverflowError);
    if (column == -1 && raise_pending()) return NULL;
    ptrdiff_t end = number_as_index(args[2], &exc_OverflowError);
    if (end == -1 && raise_pending()) return NULL;
    StrWriter w = writer_new();
    return report_snippet(&w, lines, column, end) < 0 ? (writer_drop(&w), NULL) : writer_finish(&w);
}

static Object *suggestion(Object *self, Object **args, ptrdiff_t nargs) {
    if (!exception_check(args[0])) return raise_error(&exc_TypeError, "suggestion() argument must be an exception");
    const Traceback *tb = args[1]->type == &traceback_type ? (Traceback *)args[1] : NULL; /* not None, or look-alikes */
    return report_suggestion(args[0], tb);
}

static Object *keyword_typo(Object *self, Object **args, ptrdiff_t nargs) {
    KeywordTypo typo;
    if (!is_instance(args[0], &exc_SyntaxError) || !report_find_typo((SyntaxError *)args[0], &typo)) return new_none();
    Object *items[] = {str_from_c(typo.keyword), int_from_i64(typo.lineno), int_from_i64(typo.offset),
                       int_from_i64(typo.end_offset), str_from_c(typo.line)};
    bool complete = items[0] && items[1] && items[2] && items[3] && items[4];
    Object *result = complete ? tuple_from(items, 5) : NULL;
    for (int i = 0; i < 5; i++) xdecref(items[i]);
    free(typo.line);
    return result;
}

/* Also of source that is in no file: of a code object that keeps its own lines, or embedded in the interpreter. */
static Object *source_line(Object *self, Object **args, ptrdiff_t nargs) {
    const Code *code = args[0]->type == &code_type ? (Code *)args[0] : NULL;
    if (!code && !str_check(args[0])) return new_none();
    ptrdiff_t number = number_as_index(args[1], &exc_OverflowError);
    if (number == -1 && raise_pending()) return NULL;
    Object *line = report_source_line(code, code ? (Object *)code->filename : args[0], (int)number);
    report_forget_source();
    return line || raise_pending() ? line : new_none();
}

static const Method methods[] = {
    {"keyword_typo", keyword_typo, 1, 1,
     "keyword_typo(exc, /)\n--\n\nThe keyword that was misspelt, and where: (keyword, lineno, offset, end_offset, "
     "line), or None."},
    {"snippet", snippet, 3, 3,
     "snippet(lines, column, end_column, /)\n--\n\nLines of source with marks under the part between the columns, "
     "which "
     "count bytes in the first and in the last line."},
    {"source_line", source_line, 2, 2,
     "source_line(code, number, /)\n--\n\nA line of the source of a code object or file."},
    {"suggestion", suggestion, 2, 2,
     "suggestion(exc, tb, /)\n--\n\nWhat was perhaps meant, for the end of the message."},
    {NULL},
};

const ModuleSpec _traceback_module = {
    .name = "_traceback",
    .doc = "Parts of tracebacks.",
    .methods = methods,
};
