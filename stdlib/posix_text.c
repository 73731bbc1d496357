/* posix: paths as text. What os.path does most, for str and bytes alike; nothing here asks the system.
 *
 * A path is a row of parts between slashes. normpath moves those that count to the front of a copy of the text:
 *
 *      / u s r / l i b / . . / s h a r e / . / x          `to` is behind what was kept, never in front of what
 *      / u s r / s h a r e . . .                          is still to be read
 *              `to`        `from`
 */
#include "stdlib/posix_parts.h"

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

static Object *piece(Object *path, ptrdiff_t start, ptrdiff_t end) {
    return str_check(path) ? str_substring(path, start, end) : bytes_new(((Bytes *)path)->data + start, end - start);
}

/* The characters of a path, one byte each or four. */
static inline uint32_t unit(const void *units, int width, ptrdiff_t i) {
    return width == 1 ? ((const uint8_t *)units)[i] : ((const uint32_t *)units)[i];
}

static inline void set_unit(void *units, int width, ptrdiff_t i, uint32_t c) {
    if (width == 1)
        ((uint8_t *)units)[i] = (uint8_t)c;
    else
        ((uint32_t *)units)[i] = c;
}

static inline bool is_dot(const void *units, int width, ptrdiff_t i) {
    return unit(units, width, i) == '.';
}

/* What is left of n units behind a root. names: the parts kept that '..' can take back; '..' itself is only kept in
 * front of all of them, and not below a root. */
static inline __attribute__((always_inline)) ptrdiff_t normalize(void *units, int width, int root, ptrdiff_t n) {
    ptrdiff_t to = root, names = 0;
    for (ptrdiff_t from = root, end; from < n; from = end + 1) {
        for (end = from; end < n && unit(units, width, end) != '/';) end++;
        ptrdiff_t length = end - from;
        if (length == 0 || (length == 1 && is_dot(units, width, from))) continue;
        bool up = length == 2 && is_dot(units, width, from) && is_dot(units, width, from + 1);
        if (up && names) {
            while (to > root && unit(units, width, --to) != '/') {
            }
            names--;
        } else if (!up || !root) {
            names += !up;
            if (to > root) set_unit(units, width, to++, '/');
            for (ptrdiff_t i = from; i < end; i++) set_unit(units, width, to++, unit(units, width, i));
        }
    }
    if (to == 0) set_unit(units, width, to++, '.');
    return to;
}

static Object *normal(Object *path) {
    enum { FEW = 256 };
    uint32_t few[FEW];
    bool text = str_check(path), wide = text && !((Str *)path)->ascii;
    ptrdiff_t n = path_length(path), size = (wide ? 4 * n : n) + 1; /* one more: for the dot */
    void *units = size <= (ptrdiff_t)sizeof few ? few : heap_alloc((size_t)size);
    if (!units) return raise_memory();
    int root = root_length(path, n);
    Object *result;
    if (wide) {
        for (ptrdiff_t i = 0; i < n; i++) ((uint32_t *)units)[i] = str_at((Str *)path, i);
        result = str_from_ucs4(units, normalize(units, 4, root, n));
    } else {
        memcpy(units, text ? str_data(path) : ((Bytes *)path)->data, (size_t)n);
        n = normalize(units, 1, root, n);
        result = text ? str_from_ascii(units, (size_t)n) : bytes_new(units, n);
    }
    if (units != few) heap_free(units);
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
