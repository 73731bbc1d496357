/* The entries of the compiler, and what all of its parts stand on: memory, ownership, names and errors.
 *
 * Positions. The tree counts columns in bytes, and so do the SyntaxErrors raised here (those of the parser count in
 * characters). An error found while names are resolved carries its place only in the attributes of the exception; one
 * found later has it in the arguments as well.
 */
#include "interp/compile/compiler.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "interp/object/runtime.h"
#include "interp/object/warnings.h"

/* --- memory and ownership --- */

_Noreturn void compile_fail(Compiler *c) {
    longjmp(c->failed, 1);
}

void *compile_alloc(Compiler *c, size_t n) {
    void *p = arena_alloc(&c->arena, n);
    if (!p) {
        raise_memory();
        compile_fail(c);
    }
    return p;
}

void *compile_grow(Compiler *c, void *items, uint32_t n, uint32_t *capacity, size_t item_size) {
    if (n < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : 8;
    void *grown = compile_alloc(c, *capacity * item_size);
    if (n) memcpy(grown, items, n * item_size);
    return grown;
}

Object *compile_own(Compiler *c, Object *o) {
    if (!o) compile_fail(c);
    if (c->owned_count == c->owned_capacity) {
        uint32_t capacity = c->owned_capacity ? c->owned_capacity * 2 : 32;
        Object **grown = heap_realloc(c->owned, capacity * sizeof *grown);
        if (!grown) {
            decref(o);
            raise_memory();
            compile_fail(c);
        }
        c->owned = grown;
        c->owned_capacity = capacity;
    }
    return c->owned[c->owned_count++] = o;
}

void compile_check_stack(Compiler *c) {
    if (stack_check(" during compilation") < 0) compile_fail(c);
}

/* --- names --- */

Str *compile_name(Compiler *c, const Ident *i) {
    Str **slot = &c->idents[i->index];
    if (!*slot) {
        Object *s = str_from_wtf8(i->text, i->n);
        if (!s) compile_fail(c);
        str_intern(&s);
        *slot = (Str *)compile_own(c, s);
    }
    return *slot;
}

Str *compile_intern(Compiler *c, const char *ascii) {
    return (Str *)compile_own(c, (Object *)str_intern_c(ascii));
}

Str *compile_mangled(Compiler *c, const Node *class_node, const Ident *i) {
    if (!class_node || i->n < 3 || i->text[0] != '_' || i->text[1] != '_') return compile_name(c, i);
    if (i->text[i->n - 1] == '_' && i->text[i->n - 2] == '_') return compile_name(c, i);
    if (memchr(i->text, '.', i->n)) return compile_name(c, i);
    const Ident *cls = class_node->ClassDef.name;
    const char *stripped = cls->text + strspn(cls->text, "_");
    if (!*stripped) return compile_name(c, i);
    size_t n = strlen(stripped);
    char *text = compile_alloc(c, 1 + n + i->n);
    text[0] = '_';
    memcpy(text + 1, stripped, n);
    memcpy(text + 1 + n, i->text, i->n);
    Object *s = str_from_wtf8(text, 1 + n + i->n);
    if (!s) compile_fail(c);
    str_intern(&s);
    return (Str *)compile_own(c, s);
}

/* --- errors --- */

/* Line `line` of a text, as a str with its newline; None when there is no such line. New. */
static Object *line_of_text(const char *text, size_t n, int line) {
    const char *end = text + n;
    while (text < end && --line > 0) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        text = newline ? newline + 1 : end;
    }
    if (text >= end) return new_none();
    const char *newline = memchr(text, '\n', (size_t)(end - text));
    return str_from_utf8(text, (size_t)((newline ? newline + 1 : end) - text));
}

/* What is in a file, from malloc, and its size; NULL when it cannot be read. */
static char *file_text(Object *filename, size_t *n) {
    char *own = NULL, *text = NULL;
    const char *path = str_utf8_surrogates(filename, NULL, &own);
    FILE *f = path ? fopen(path, "r") : NULL;
    heap_free(own);
    raise_clear();
    if (!f) return NULL;
    size_t room = 0;
    ssize_t got = getdelim(&text, &room, EOF, f);
    bool failed = ferror(f); /* a folder is opened, but not read */
    fclose(f);
    if (failed) {
        free(text);
        return NULL;
    }
    *n = got > 0 ? (size_t)got : 0;
    return text;
}

/* The same of a file; None whenever something goes wrong. */
static Object *line_of_file(Object *filename, int line) {
    size_t n;
    char *text = file_text(filename, &n);
    if (!text) return new_none();
    ParseResult decoded;
    Object *result = NULL;
    if (parse_decode(text, n, PARSE_FILE, &decoded) == PARSE_OK)
        result = line_of_text(decoded.text, decoded.text_n, line);
    parse_free(&decoded);
    free(text);
    raise_clear();
    return result ? result : new_none();
}

/* Makes (type)(message, (filename, line, offset, text, end line, end offset)) the pending exception. `text` is stolen.
 */
static void raise_syntax_error(Type *type, Object *message, Object *filename, int line, int offset, Object *text,
                               int end_line, int end_offset) {
    Object *numbers[] = {int_from_i64(line), int_from_i64(offset), int_from_i64(end_line), int_from_i64(end_offset)};
    Object *place = NULL, *exc = NULL;
    if (text && numbers[0] && numbers[1] && numbers[2] && numbers[3])
        place = offset < 0 ? tuple_pack(4, filename, numbers[0], numbers[1], text)
                           : tuple_pack(6, filename, numbers[0], numbers[1], text, numbers[2], numbers[3]);
    if (place && message) exc = object_call2((Object *)type, message, place);
    if (exc) raise_object(exc);
    xdecref(place);
    xdecref(text);
    for (int i = 0; i < 4; i++) xdecref(numbers[i]);
}

/* While names are resolved: the arguments are the message alone. */
static void raise_scope_error(Object *message, Object *filename, Place at, Object *text) {
    Object *exc = text && message ? object_call1((Object *)&exc_SyntaxError, message) : NULL;
    if (exc) {
        SyntaxError *e = (SyntaxError *)exc;
        set_ref(&e->filename, newref(filename));
        set_ref(&e->lineno, int_from_i64(at.lineno));
        set_ref(&e->offset, int_from_i64(at.col_offset + 1));
        set_ref(&e->end_lineno, int_from_i64(at.end_lineno));
        set_ref(&e->end_offset, int_from_i64(at.end_col_offset + 1));
        set_ref(&e->text, newref(text));
        raise_object(exc);
    }
    xdecref(text);
}

static void raise_at(Compiler *c, Object *message, Place at) {
    Object *text = line_of_file(c->filename, at.lineno);
    if (c->unit)
        raise_syntax_error(&exc_SyntaxError, message, c->filename, at.lineno, at.col_offset + 1, text, at.end_lineno,
                           at.end_col_offset + 1);
    else
        raise_scope_error(message, c->filename, at, text);
}

_Noreturn void compile_error(Compiler *c, Place at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Object *message = str_format_v(format, &arguments);
    va_end(arguments);
    if (message) {
        raise_at(c, message, at);
        decref(message);
    }
    compile_fail(c);
}

/* --- warnings --- */

void compile_warn(Compiler *c, Place at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Object *message = compile_own(c, str_format_v(format, &arguments));
    va_end(arguments);
    if (warnings_warn_explicit(message, (Object *)&exc_SyntaxWarning, c->filename, at.lineno, NULL, NULL, NULL) == 0)
        return;
    if (raise_clear_if(&exc_SyntaxWarning)) raise_at(c, message, at);
    compile_fail(c);
}

int compile_report_warnings(const ParseResult *r, Object *filename) {
    for (const ParseWarning *w = r->warnings; w; w = w->next) {
        Type *category = w->is_deprecation ? &exc_DeprecationWarning : &exc_SyntaxWarning;
        Object *message = str_from_c(w->message);
        int ok = -1;
        if (message) ok = warnings_warn_explicit(message, (Object *)category, filename, w->lineno, NULL, NULL, NULL);
        xdecref(message);
        if (ok == 0) continue;
        if (raise_clear_if(category)) {
            Object *error = str_from_c(w->error_message ? w->error_message : w->message);
            raise_syntax_error(&exc_SyntaxError, error, filename, w->lineno, w->offset,
                               line_of_text(r->text, r->text_n, w->lineno), w->end_lineno, w->end_offset);
            xdecref(error);
        }
        return -1;
    }
    return 0;
}

/* The message, with " in file NAME" where the parser has left a place for it. */
static Object *parse_error_message(const ParseError *e, Object *filename) {
    Object *whole = str_from_wtf8(e->message, strlen(e->message));
    if (!whole || !e->filename_at) return whole;
    Object *head = str_substring(whole, 0, e->filename_at);
    Object *tail = str_substring(whole, e->filename_at, str_length(whole));
    Object *message = head && tail ? str_format("%S in file %S%S", head, filename, tail) : NULL;
    xdecref(head);
    xdecref(tail);
    decref(whole);
    return message;
}

Object *compile_raise_parse_error(const ParseError *e, Object *filename) {
    Type *type = &exc_SyntaxError;
    switch (e->status) {
    case PARSE_INDENTATION_ERROR: type = &exc_IndentationError; break;
    case PARSE_TAB_ERROR: type = &exc_TabError; break;
    case PARSE_INCOMPLETE: type = &exc__IncompleteInputError; break;
    case PARSE_MEMORY_ERROR: return e->message ? raise_error(&exc_MemoryError, "%s", e->message) : raise_memory();
    case PARSE_RECURSION_ERROR: return raise_error(&exc_RecursionError, "%s", e->message);
    default: break;
    }
    Object *message = parse_error_message(e, filename);
    Object *text = e->text ? str_from_wtf8(e->text, e->text_n) : new_none();
    raise_syntax_error(type, message, filename, e->lineno, e->offset, text, e->end_lineno, e->end_offset);
    xdecref(message);
    return NULL;
}

/* --- the entries --- */

static int optimize_level(unsigned flags) {
    if (flags & COMPILE_OPTIMIZE_2) return 2;
    if (flags & COMPILE_OPTIMIZE_1) return 1;
    return flags & COMPILE_OPTIMIZE_0 ? 0 : runtime.optimize;
}

static Object *compile_tree(Compiler *c, const Node *tree) {
    if (setjmp(c->failed)) return NULL;
    c->idents = compile_alloc(c, (c->ident_count + 1) * sizeof *c->idents);
    warn_final_bodies(c, tree);
    future_imports(c, tree);
    Scope *root = scope_build(c, tree);
    scope_resolve(c, root);
    return newref(module_code(c, tree, root));
}

static Object *compile_with_source(const Node *tree, uint32_t ident_count, Object *filename, Object *lines,
                                   unsigned flags) {
    Compiler c = {
        .filename = filename,
        .source_lines = lines,
        .ident_count = ident_count,
        .flags = flags,
        .optimize = optimize_level(flags),
        .interactive = tree->kind == AST_Interactive,
        .future_annotations = flags & COMPILE_FUTURE_ANNOTATIONS,
        .future_barry = flags & PARSE_BARRY_AS_FLUFL,
    };
    Object *code = compile_tree(&c, tree);
    while (c.owned_count) decref(c.owned[--c.owned_count]);
    heap_free(c.owned);
    arena_free(&c.arena);
    return code;
}

Object *compile_ast(const Node *tree, uint32_t ident_count, Object *filename, unsigned flags) {
    return compile_with_source(tree, ident_count, filename, NULL, flags);
}

/* The text as a list of lines, each with its newline. New. */
static Object *split_lines(const char *text, size_t n) {
    Object *lines = list_new(0);
    for (const char *end = text + n; lines && text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *next = newline ? newline + 1 : end;
        Object *line = str_from_utf8(text, (size_t)(next - text));
        if (!line || list_append_steal(lines, line) < 0) {
            decref(lines);
            return NULL;
        }
        text = next;
    }
    return lines;
}

/* What a report needs to look for a misspelt keyword, (line, column, source): the place of the last compound statement
 * in front of the error, or 0, 0; None stands for the source that is in the file. */
static void keep_source(const ParseResult *r, unsigned flags) {
    if (r->error.status == PARSE_MEMORY_ERROR || r->error.status == PARSE_RECURSION_ERROR) return;
    Object *exc = raise_take(), *source = flags & PARSE_FILE ? new_none() : str_from_utf8(r->text, r->text_n);
    Place last = r->last_compound;
    Object *line = int_from_i64(last.lineno), *column = int_from_i64(last.col_offset);
    Object *metadata = source && line && column ? tuple_pack(3, line, column, source) : NULL;
    raise_clear();
    if (metadata && exc && is_instance(exc, &exc_SyntaxError))
        set_ref(&((SyntaxError *)exc)->metadata, newref(metadata));
    xdecref(metadata);
    xdecref(source);
    xdecref(line);
    xdecref(column);
    raise_restore(exc);
}

int compile_parse(const char *utf8, size_t n, Object *filename, ParseMode mode, unsigned flags, ParseResult *out) {
    ParseStatus status = parse_source(utf8, n, mode, flags & COMPILE_PARSE_FLAGS, out);
    if (compile_report_warnings(out, filename) < 0) return -1;
    if (status == PARSE_OK) return 0;
    compile_raise_parse_error(&out->error, filename);
    keep_source(out, flags);
    return -1;
}

Object *compile_source(const char *utf8, size_t n, Object *filename, ParseMode mode, unsigned flags) {
    ParseResult parsed;
    Object *code = NULL, *lines = NULL;
    if (compile_parse(utf8, n, filename, mode, flags, &parsed) == 0 &&
        (!(flags & COMPILE_KEEP_SOURCE) || (lines = split_lines(parsed.text, parsed.text_n))))
        code = compile_with_source(parsed.tree, parsed.ident_count, filename, lines, flags);
    xdecref(lines);
    parse_free(&parsed);
    return code;
}
