/* posix: paths as text. What os.path does most, for str and bytes alike; nothing here asks the system.
 *
 * A path is a row of parts between slashes. normpath keeps those that count as places in the text that it was given,
 * and puts them together in the end, if it cannot give the text itself back.
 */
#include "stdlib/posix_parts.h"

typedef struct Part {
    ptrdiff_t start, end;
} Part;

static inline uint32_t char_at(Object *path, ptrdiff_t i) {
    return str_check(path) ? str_at((Str *)path, i) : ((Bytes *)path)->data[i];
}

static ptrdiff_t path_length(Object *path) {
    return str_check(path) ? str_length(path) : bytes_length(path);
}

/* How many slashes the root has: exactly two mean something to the system, more do not. */
static int root_length(Object *path, ptrdiff_t n) {
    ptrdiff_t slashes = 0;
    while (slashes < n && slashes < 3 && char_at(path, slashes) == '/') slashes++;
    return slashes == 2 ? 2 : slashes > 0;
}

/* Is the part n dots? */
static bool is_dots(Object *path, Part part, int n) {
    if (part.end - part.start != n) return false;
    for (int i = 0; i < n; i++)
        if (char_at(path, part.start + i) != '.') return false;
    return true;
}

/* The parts that count, in order; returns how many. There is room for one more than the path has slashes. */
static ptrdiff_t normal_parts(Object *path, int root, ptrdiff_t n, Part *parts) {
    ptrdiff_t count = 0;
    for (ptrdiff_t i = root; i < n; i++) {
        Part part = {i, i};
        while (part.end < n && char_at(path, part.end) != '/') part.end++;
        i = part.end;
        if (part.start == part.end || is_dots(path, part, 1)) continue;
        bool up = is_dots(path, part, 2);
        if (!up || (!root && count == 0) || (count && is_dots(path, parts[count - 1], 2)))
            parts[count++] = part;
        else if (count)
            count--;
    }
    return count;
}

static Object *piece(Object *path, ptrdiff_t start, ptrdiff_t end) {
    return str_check(path) ? str_substring(path, start, end) : bytes_new(((Bytes *)path)->data + start, end - start);
}

static Object *put_together(Object *path, int root, const Part *parts, ptrdiff_t count) {
    if (str_check(path)) {
        StrWriter w = writer_new();
        if (writer_fill(&w, '/', root) < 0) return NULL;
        for (ptrdiff_t i = 0; i < count; i++)
            if ((i && writer_char(&w, '/') < 0) || writer_substring(&w, path, parts[i].start, parts[i].end) < 0)
                return NULL;
        return writer_finish(&w);
    }
    ByteWriter w = byte_writer_new();
    if (byte_writer_put(&w, "//", root) < 0) return NULL;
    for (ptrdiff_t i = 0; i < count; i++)
        if ((i && byte_writer_byte(&w, '/') < 0) ||
            byte_writer_put(&w, ((Bytes *)path)->data + parts[i].start, parts[i].end - parts[i].start) < 0)
            return NULL;
    return byte_writer_finish(&w);
}

static Object *normal(Object *path) {
    enum { FEW = 32 };
    Part few[FEW], *parts = few;
    ptrdiff_t n = path_length(path), slashes = 0;
    for (ptrdiff_t i = 0; i < n; i++) slashes += char_at(path, i) == '/';
    if (slashes >= FEW && !(parts = heap_alloc((size_t)(slashes + 1) * sizeof *parts))) return raise_memory();
    int root = root_length(path, n);
    ptrdiff_t count = normal_parts(path, root, n, parts), length = root + (count ? count - 1 : 0);
    for (ptrdiff_t i = 0; i < count; i++) length += parts[i].end - parts[i].start;
    /* As long as that which it begins with: nothing was left out in between. */
    ptrdiff_t end = count ? parts[count - 1].end : root;
    Object *result = length == 0     ? str_check(path) ? str_from_char('.') : bytes_new(".", 1)
                         : length == end ? piece(path, 0, end)
                                     : put_together(path, root, parts, count);
    if (parts != few) heap_free(parts);
    return result;
}

static Object *posix_normpath(Object *self, Object **args, ptrdiff_t nargs) {
    Object *path = path_object(args[0], "_path_normpath", "path", 0), *result = path ? normal(path) : NULL;
    xdecref(path);
    return result;
}

static Object *posix_splitroot(Object *self, Object **args, ptrdiff_t nargs) {
    Object *path = path_object(args[0], "_path_splitroot_ex", "path", 0);
    if (!path) return NULL;
    ptrdiff_t n = path_length(path), root = root_length(path, n);
    Object *parts[3] = {piece(path, 0, 0), piece(path, 0, root), piece(path, root, n)}, *result = NULL;
    if (parts[0] && parts[1] && parts[2]) result = tuple_from(parts, 3);
    for (int i = 0; i < 3; i++) xdecref(parts[i]);
    decref(path);
    return result;
}

/* path + part, with a slash between them if there is none; path is stolen. */
static Object *join_part(Object *path, Object *part) {
    ptrdiff_t n = path_length(path);
    bool text = str_check(path), slash = n && char_at(path, n - 1) != '/';
    if (n == 0 || (path_length(part) && char_at(part, 0) == '/')) {
        decref(path);
        return newref(part);
    }
    Object *between = !slash ? NULL : text ? str_from_char('/') : bytes_new("/", 1);
    Object *head = !between ? path : text ? str_append(path, between) : bytes_concat(path, between);
    if (between && !text) decref(path);
    xdecref(between);
    if (!head || text) return head ? str_append(head, part) : NULL;
    Object *result = bytes_concat(head, part);
    decref(head);
    return result;
}

/* TypeError where the kinds differ, or a part is no path: os.path says which. */
static Object *posix_join(Object *self, Object **args, ptrdiff_t nargs) {
    Object *path = path_object(args[0], NULL, NULL, 0);
    for (ptrdiff_t i = 0; path && i < tuple_length(args[1]); i++) {
        Object *part = path_object(tuple_item(args[1], i), NULL, NULL, 0);
        if (part && str_check(part) != str_check(path)) {
            const char *kind = str_check(part) ? "str" : "bytes", *other = str_check(part) ? "bytes" : "str";
            raise_error(&exc_TypeError, "startswith first arg must be %s or a tuple of %s, not %s", kind, kind, other);
            clear_ref(&part);
        }
        if (part)
            path = join_part(path, part);
        else
            clear_ref(&path);
        xdecref(part);
    }
    return path;
}

const Method posix_text_methods[] = {
    {"_join", posix_join, 2, 2, "_join(path, parts, /)\n--\n\nPuts a path and a tuple of others together."},
    {"_path_normpath", posix_normpath, 1, 1,
     "_path_normpath(path)\n--\n\nA path without empty, '.' and avoidable '..' parts."},
    {"_path_splitroot_ex", posix_splitroot, 1, 1, "_path_splitroot_ex(path, /)\n--\n\n(drive, root, rest)."},
    {0},
};
