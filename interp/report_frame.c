/* One entry of a traceback: where it is, the source, and marks under the part that was being executed.
 *
 *      File "x.py", line 3, in f
 *        return a / b
 *               ~~^~~
 *
 * The marks run under the instruction's span. For a binary operation, a subscript or a call, the operator or the
 * brackets are marked with ^ and the rest with ~: the span's text is parsed again to find them. A span of the whole
 * line needs no marks. Of a span over many lines only the first, the last and those around the operator are shown (PEP
 * 657, and the layout of Python 3.13's traceback module).
 */
#include "interp/report_frame.h"

#include <string.h>
#include <utf8proc.h>

#include "grammar/parse.h"
#include "interp/vm/import.h"
#include "interp/vm/traceback.h"

/* --- source lines --- */

static struct {
    Object *file; /* owned */
    char *text;   /* heap block */
    size_t n;
} cached; /* the file looked at last: consecutive entries are often of the same one */

void report_forget_source(void) {
    clear_ref(&cached.file);
    heap_free(cached.text);
    cached.text = NULL;
}

/* What the file's bytes say, with \n for every newline; nothing, where they are not in the encoding that they name. */
static void decode_cached(void) {
    ParseResult r;
    char *text = NULL;
    if (parse_decode(cached.text, cached.n, PARSE_FILE, &r) == PARSE_OK && (text = heap_alloc(r.text_n + 1))) {
        memcpy(text, r.text, r.text_n);
        cached.n = r.text_n;
    }
    parse_free(&r);
    heap_free(cached.text);
    cached.text = text;
    raise_clear();
}

static bool load_source(Object *file) {
    if (cached.file && str_equal(cached.file, file)) return cached.text != NULL;
    report_forget_source();
    char *own;
    const char *path = str_utf8_surrogates(file, NULL, &own);
    if (path && *path && *path != '<') cached.text = import_read_file(path, &cached.n);
    if (cached.text) decode_cached();
    if (path && !cached.text) import_embedded_source(path, &cached.text, &cached.n);
    raise_clear();
    heap_free(own);
    cached.file = newref(file);
    return cached.text != NULL;
}

/* Line `number`, without its newline, as a new str; NULL without an exception when there is none. */
Object *report_source_line(const Code *code, Object *file, int number) {
    if (code && code->source_lines) {
        if (number < 1 || number > list_length(code->source_lines)) return NULL;
        Object *line = list_item(code->source_lines, number - 1);
        ptrdiff_t n = str_length(line);
        while (n > 0 && (str_at((Str *)line, n - 1) == '\n' || str_at((Str *)line, n - 1) == '\r')) n--;
        return str_substring(line, 0, n);
    }
    if (!load_source(file)) return NULL;
    const char *p = cached.text, *end = p + cached.n;
    for (int i = 1; i < number && p < end; i++) {
        p = memchr(p, '\n', end - p);
        p = p ? p + 1 : end;
    }
    if (number < 1 || p >= end) return NULL;
    const char *stop = memchr(p, '\n', end - p);
    if (!stop) stop = end;
    return str_from_utf8_surrogates(p, stop - p);
}

/* --- the span as lines of text --- */

typedef struct Snippet {
    Object **lines; /* strs, dedented; heap block */
    int count;
    ptrdiff_t start, end; /* characters: in the first line, in the last line (exclusive) */
} Snippet;

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\f';
}

static ptrdiff_t indentation(Object *line) {
    ptrdiff_t i = 0;
    while (i < str_length(line) && is_blank(str_at((Str *)line, i))) i++;
    return i;
}

/* Characters that the first n bytes of UTF-8 are. */
static ptrdiff_t byte_to_character(Object *line, ptrdiff_t n) {
    const Str *s = (const Str *)line;
    if (s->ascii) return n < s->length ? n : s->length;
    ptrdiff_t i = 0;
    for (; i < s->length && n > 0; i++) {
        uint32_t c = str_at(s, i);
        n -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return i;
}

static void snippet_drop(Snippet *s) {
    for (int i = 0; i < s->count; i++) xdecref(s->lines[i]);
    heap_free(s->lines);
}

/* Takes `n` characters off the front of a line, if it is as long. */
static void cut_front(Object **line, ptrdiff_t n) {
    ptrdiff_t length = str_length(*line);
    set_ref(line, str_substring(*line, n < length ? n : length, length));
}

/* The span's columns (bytes) in the lines, as characters; then what all lines are indented by is taken off. */
static void snippet_place(Snippet *s, ptrdiff_t column, ptrdiff_t end_column) {
    s->start = byte_to_character(s->lines[0], column);
    s->end = byte_to_character(s->lines[s->count - 1], end_column);
    ptrdiff_t common = indentation(s->lines[0]);
    for (int i = 1; i < s->count; i++) {
        ptrdiff_t n = indentation(s->lines[i]);
        if (n < common && n < str_length(s->lines[i])) common = n;
    }
    for (int i = 0; i < s->count; i++) cut_front(&s->lines[i], common);
    s->start = s->start > common ? s->start - common : 0;
    s->end = s->end > common ? s->end - common : 0;
}

static bool snippet_read(Snippet *s, const Code *code, Object *file, Span span) {
    int wanted = span.end_line >= span.line ? (int)(span.end_line - span.line) + 1 : 1;
    *s = (Snippet){.lines = heap_alloc_zero(wanted * sizeof *s->lines)};
    if (!s->lines) return false;
    for (; s->count < wanted; s->count++) {
        Object *line = report_source_line(code, file, span.line + s->count);
        if (!line) break;
        s->lines[s->count] = line;
    }
    if (s->count == 0 || raise_pending()) {
        raise_clear();
        snippet_drop(s);
        return false;
    }
    snippet_place(s, span.column, s->count == wanted ? span.end_column : PTRDIFF_MAX);
    return !raise_pending();
}

/* --- anchors: the operator or brackets within the span --- */

typedef struct Anchors {
    bool found;
    int left_line, right_line; /* of the snippet */
    ptrdiff_t left, right;     /* characters in those lines: the part from left to right is marked with ^ */
} Anchors;

/* The character at a place of the span's text, whose first line begins at snippet.start. 0 at the end of a line. */
static uint32_t char_at(const Snippet *s, int line, ptrdiff_t column) {
    const Str *l = (const Str *)s->lines[line];
    if (line == 0) column += s->start;
    ptrdiff_t end = line == s->count - 1 ? s->end : l->length;
    return column < end ? str_at(l, column) : 0;
}

static bool next_valid(const Snippet *s, int *line, ptrdiff_t *column) {
    while (*line < s->count && !char_at(s, *line, *column)) {
        ++*line;
        *column = 0;
    }
    return *line < s->count;
}

/* A place of the parsed text, whose first line is one that was put in front. */
static bool place_of(const Snippet *s, int lineno, int bytes, int *line, ptrdiff_t *column) {
    *line = lineno - 2;
    if (*line < 0 || *line >= s->count) return false;
    Object *text = *line == 0 ? str_substring(s->lines[0], s->start, str_length(s->lines[0])) : newref(s->lines[*line]);
    if (!text) return false;
    *column = byte_to_character(text, bytes);
    decref(text);
    return true;
}

static bool end_of(const Snippet *s, const Node *e, int *line, ptrdiff_t *column) {
    return place_of(s, e->at.end_lineno, e->at.end_col_offset, line, column);
}

static bool skip_until(const Snippet *s, int *line, ptrdiff_t *column, uint32_t wanted) {
    while (next_valid(s, line, column)) {
        uint32_t c = char_at(s, *line, *column);
        if (c == '\\' || c == '#') { /* nothing more on this line */
            ++*line;
            *column = 0;
        } else if (wanted ? c == wanted : !is_blank(c) && c != ')') {
            return true;
        } else {
            ++*column;
        }
    }
    return false;
}

static void find_operator(const Snippet *s, const Node *e, Anchors *a) {
    int line, right_line;
    ptrdiff_t column, right_column;
    const Place *operand = &e->BinOp.right->at;
    if (!end_of(s, e->BinOp.left, &line, &column) || !skip_until(s, &line, &column, 0)) return;
    if (!place_of(s, operand->lineno, operand->col_offset, &right_line, &right_column)) return;
    ptrdiff_t right = column + 1;
    uint32_t c = char_at(s, line, right);
    if (c && (right_line > line || right < right_column) && !is_blank(c) && c != '\\' && c != '#') right++;
    *a = (Anchors){true, line, line, column, right};
}

static void find_brackets(const Snippet *s, const Node *e, const Node *inner, uint32_t bracket, Anchors *a) {
    int line, end_line;
    ptrdiff_t column, end;
    if (!end_of(s, inner, &line, &column) || !skip_until(s, &line, &column, bracket)) return;
    if (end_of(s, e, &end_line, &end)) *a = (Anchors){true, line, end_line, column, end};
}

/* The span's text, in brackets, parsed; false when it is no single expression. */
static Anchors find_anchors(const Snippet *s) {
    Anchors a = {0};
    StrWriter w = writer_new();
    int status = writer_c(&w, "(\n");
    for (int i = 0; status == 0 && i < s->count; i++) {
        ptrdiff_t from = i == 0 ? s->start : 0, to = i == s->count - 1 ? s->end : str_length(s->lines[i]);
        if (to > from) status = writer_substring(&w, s->lines[i], from, to);
        if (status == 0) status = writer_char(&w, '\n');
    }
    Object *text = status == 0 && writer_char(&w, ')') == 0 ? writer_finish(&w) : NULL;
    char *own = NULL;
    size_t n = 0;
    const char *utf8 = text ? str_utf8(text, &n, &own) : NULL;
    if (utf8) {
        ParseResult r;
        if (parse_source(utf8, n, PARSE_EXEC, PARSE_UTF8, &r) == PARSE_OK && r.tree->Module.body.n == 1 &&
            r.tree->Module.body.at[0]->kind == AST_Expr) {
            const Node *e = r.tree->Module.body.at[0]->Expr.value;
            if (e->kind == AST_BinOp)
                find_operator(s, e, &a);
            else if (e->kind == AST_Subscript)
                find_brackets(s, e, e->Subscript.value, '[', &a);
            else if (e->kind == AST_Call)
                find_brackets(s, e, e->Call.func, '(', &a);
        }
        parse_free(&r);
    }
    heap_free(own);
    xdecref(text);
    raise_clear();
    if (a.found && a.left_line == 0) a.left += s->start;
    if (a.found && a.right_line == 0) a.right += s->start;
    return a;
}

/* --- are there marks at all? --- */

static const Node *call_of_statement(const Node *s) {
    if (s->kind == AST_Return) {
        const Node *e = s->Return.value;
        return e && e->kind == AST_Call && e->Call.func->kind == AST_Name ? e : NULL;
    }
    if (s->kind != AST_Assign || s->Assign.value->kind != AST_Call) return NULL;
    return s->Assign.targets.n == 1 && s->Assign.targets.at[0]->kind == AST_Name ? s->Assign.value : NULL;
}

/* `return f(...)` and `name = ...(...)` need no marks when those would be under the whole call. */
static bool is_whole_statement_call(const Snippet *s) {
    StrWriter w = writer_new();
    for (int i = 0; i < s->count; i++)
        if (writer_str(&w, s->lines[i]) < 0 || writer_char(&w, '\n') < 0) return false;
    Object *text = writer_finish(&w);
    char *own = NULL;
    size_t n;
    const char *utf8 = text ? str_utf8(text, &n, &own) : NULL;
    bool whole = false;
    if (utf8) {
        ParseResult r;
        if (parse_source(utf8, n, PARSE_EXEC, PARSE_UTF8, &r) == PARSE_OK && r.tree->Module.body.n) {
            const Node *call = call_of_statement(r.tree->Module.body.at[0]);
            if (call)
                whole = call->at.lineno == 1 && call->at.end_lineno == s->count && call->at.col_offset == s->start &&
                        call->at.end_col_offset == s->end;
        }
        parse_free(&r);
    }
    heap_free(own);
    xdecref(text);
    raise_clear();
    return whole;
}

static bool is_blank_between(Object *line, ptrdiff_t from, ptrdiff_t to) {
    for (ptrdiff_t i = from; i < to; i++)
        if (!is_blank(str_at((Str *)line, i))) return false;
    return true;
}

static bool wants_marks(const Snippet *s, const Anchors *a) {
    if (is_whole_statement_call(s)) return false;
    if (a->found) return true;
    Object *last = s->lines[s->count - 1];
    return !is_blank_between(s->lines[0], 0, s->start) || !is_blank_between(last, s->end, str_length(last));
}

/* --- writing --- */

/* Columns that a character takes on a terminal: wide ones two. */
static int width_of(uint32_t c) {
    return utf8proc_charwidth((utf8proc_int32_t)c) == 2 ? 2 : 1;
}

static int write_marks(StrWriter *w, const Snippet *s, const Anchors *a, int line) {
    Object *text = s->lines[line];
    ptrdiff_t end = line == s->count - 1 ? s->end : str_length(text), blank = indentation(text);
    if (writer_c(w, "    ") < 0) return -1;
    for (ptrdiff_t i = 0; i < end; i++) {
        bool inside = a->found && (line > a->left_line || (line == a->left_line && i >= a->left)) &&
                      (line < a->right_line || (line == a->right_line && i < a->right));
        bool before = i < blank || (line == 0 && i < s->start);
        char mark = before ? ' ' : !a->found || inside ? '^' : '~';
        uint32_t c = i < str_length(text) ? str_at((Str *)text, i) : ' ';
        if (writer_fill(w, mark, width_of(c)) < 0) return -1;
    }
    return writer_char(w, '\n');
}

static int write_line(StrWriter *w, const Snippet *s, const Anchors *a, bool marks, int line) {
    if (writer_c(w, "    ") < 0 || writer_str(w, s->lines[line]) < 0 || writer_char(w, '\n') < 0) return -1;
    return marks ? write_marks(w, s, a, line) : 0;
}

static bool is_significant(const Snippet *s, const Anchors *a, int line) {
    if (line == 0 || line == s->count - 1) return true;
    return a->found && ((line >= a->left_line - 1 && line <= a->left_line + 1) ||
                        (line >= a->right_line - 1 && line <= a->right_line + 1));
}

static int write_snippet(StrWriter *w, const Snippet *s) {
    Anchors a = find_anchors(s);
    bool marks = wants_marks(s, &a);
    int previous = 0;
    for (int line = 0; line < s->count; line++) {
        if (!is_significant(s, &a, line)) continue;
        int skipped = line - previous - 1;
        if (line && skipped == 1 && write_line(w, s, &a, marks, line - 1) < 0) return -1;
        if (line && skipped > 1 && writer_format(w, "    ...<%d lines>...\n", skipped) < 0) return -1;
        if (write_line(w, s, &a, marks, line) < 0) return -1;
        previous = line;
    }
    return 0;
}

int report_snippet(StrWriter *w, Object *lines, ptrdiff_t column, ptrdiff_t end_column) {
    Snippet s = {.count = (int)list_length(lines)};
    s.lines = heap_alloc((size_t)s.count * sizeof *s.lines);
    if (!s.lines) return raise_memory(), -1;
    for (int i = 0; i < s.count; i++) s.lines[i] = newref(list_item(lines, i));
    snippet_place(&s, column, end_column);
    Anchors none = {0};
    bool nothing = column == 0 && end_column == 0 && s.count == 1; /* the place is a line, not a part of it */
    int status = raise_pending() ? -1 : nothing ? write_line(w, &s, &none, false, 0) : write_snippet(w, &s);
    snippet_drop(&s);
    return status;
}

int report_frame(StrWriter *w, const Traceback *tb, bool marks) {
    Code *code = tb->frame->function->code;
    Span span = tb->lasti < 0 ? (Span){0} : code_span(code, code->insns + tb->lasti / 2);
    Object *file = (Object *)code->filename;
    int line = traceback_line(tb);
    if (writer_format(w, "  File \"%S\", line %d, in %S\n", file, line, code->name) < 0) return -1;
    if ((int)span.line != line) span = (Span){.line = line, .end_line = line};
    Snippet s;
    if (!snippet_read(&s, code, file, span)) return raise_pending() ? -1 : 0;
    int status = 0;
    if (!marks || span.end_line == 0 || (span.column == 0 && span.end_column == 0 && span.line == span.end_line)) {
        Anchors none = {0};
        status = write_line(w, &s, &none, false, 0);
    } else {
        status = write_snippet(w, &s);
    }
    snippet_drop(&s);
    return status;
}
