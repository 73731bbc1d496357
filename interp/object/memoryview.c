/* memoryview: a window on the memory of another object.
 *
 *      MemoryView ---\
 *      MemoryView ----> ManagedBuffer --- the one buffer that was taken from the object
 *      MemoryView ---/
 *
 * Slices and casts of a view share its ManagedBuffer; the object gets its buffer back when the last of them is released
 * or dies. A view has its shape and strides inline, so it can be cut and reshaped without touching the original.
 * Every entry point checks first that the view was not released: user code (__index__, __eq__) may do so at any time,
 * so it is checked again after such code ran.
 */
#include "interp/object/memoryview.h"
#include "interp/object/bounds.h"
#include "interp/object/byte_methods.h"
#include "interp/object/bytes.h"
#include "interp/object/item.h"
#include "interp/object/native_item.h"
#include "interp/object/str_impl.h"

/* ManagedBuffer */

static void managed_buffer_dealloc(Object *o) {
    gc_untrack(o);
    buffer_release(&((ManagedBuffer *)o)->buffer);
    object_free(o);
}

static int managed_buffer_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ManagedBuffer *)o)->buffer.owner, visit, arg);
}

static void managed_buffer_clear(Object *o) {
    buffer_release(&((ManagedBuffer *)o)->buffer);
}

Type managed_buffer_type = {
    .mem = {.name = "managedbuffer",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ManagedBuffer),
            .dealloc = managed_buffer_dealloc,
            .traverse = managed_buffer_traverse,
            .clear = managed_buffer_clear},
};

/* Making views. */

static MemoryView *view_alloc(ManagedBuffer *managed, int ndim) {
    MemoryView *m = (MemoryView *)object_new_var(&memoryview_type, 2 * (size_t)ndim * sizeof(ptrdiff_t));
    if (!m) return NULL;
    m->managed = newref(managed);
    m->hash = -1;
    m->ndim = ndim;
    return m;
}

/* A view of the same memory as m, with the same shape. */
static MemoryView *view_copy(const MemoryView *m) {
    MemoryView *copy = view_alloc(m->managed, m->ndim);
    if (!copy) return NULL;
    copy->data = m->data;
    copy->length = m->length;
    copy->format = m->format;
    copy->item_size = m->item_size;
    copy->readonly = m->readonly;
    memcpy(copy->dimensions, m->dimensions, 2 * (size_t)m->ndim * sizeof(ptrdiff_t));
    gc_track(copy);
    return copy;
}

static void contiguous_strides(MemoryView *m) {
    ptrdiff_t stride = m->item_size;
    for (int i = m->ndim - 1; i >= 0; i--) {
        view_strides(m)[i] = stride;
        stride *= view_shape(m)[i];
    }
}

static MemoryView *view_of_buffer(ManagedBuffer *managed) {
    const Buffer *b = &managed->buffer;
    if (b->ndim > VIEW_MAX_DIMENSIONS)
        return raise_error(&exc_ValueError, "memoryview: number of dimensions must not exceed %d", VIEW_MAX_DIMENSIONS);
    MemoryView *m = view_alloc(managed, b->ndim);
    if (!m) return NULL;
    m->data = b->data;
    m->length = b->length;
    m->format = b->format ? b->format : "B";
    m->item_size = b->item_size;
    m->readonly = b->readonly;
    if (b->shape)
        memcpy(view_shape(m), b->shape, (size_t)b->ndim * sizeof(ptrdiff_t));
    else if (b->ndim == 1)
        view_shape(m)[0] = b->item_size ? b->length / b->item_size : 0;
    if (b->strides)
        memcpy(view_strides(m), b->strides, (size_t)b->ndim * sizeof(ptrdiff_t));
    else
        contiguous_strides(m);
    gc_track(m);
    return m;
}

static int released(const MemoryView *m) {
    if (m->managed && m->managed->buffer.owner) return 0;
    return raise_int(&exc_ValueError, "operation forbidden on released memoryview object");
}

Object *memoryview_new(Object *o) {
    if (o->type == &memoryview_type) return released((MemoryView *)o) < 0 ? NULL : (Object *)view_copy((MemoryView *)o);
    if (!buffer_check(o))
        return raise_error(&exc_TypeError, "memoryview: a bytes-like object is required, not '%.200T'", o);
    ManagedBuffer *managed = (ManagedBuffer *)object_new(&managed_buffer_type);
    if (!managed) return NULL;
    if (buffer_get(o, &managed->buffer, BUFFER_STRIDED) < 0) {
        managed->buffer.owner = NULL;
        decref(managed);
        return NULL;
    }
    gc_track(managed);
    MemoryView *m = view_of_buffer(managed);
    decref(managed);
    return (Object *)m;
}

static Object *memoryview_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"object", NULL};
    Object *o;
    if (args_bind("memoryview", parameters, 1, 1, args, nargs, kwnames, &o) < 0) return NULL;
    return memoryview_new(o);
}

/* Death and release. */

static void memoryview_dealloc(Object *o) {
    gc_untrack(o);
    weakref_clear_all(o);
    xdecref(((MemoryView *)o)->managed);
    object_free(o);
}

static int memoryview_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref((Object *)((MemoryView *)o)->managed, visit, arg);
}

static void memoryview_clear(Object *o) {
    if (!((MemoryView *)o)->exports) clear_ref(&((MemoryView *)o)->managed);
}

static Object *memoryview_release(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    if (m->exports)
        return raise_error(&exc_BufferError, "memoryview has %zd exported buffer%s", m->exports,
                           m->exports == 1 ? "" : "s");
    clear_ref(&m->managed);
    return new_none();
}

static Object *memoryview_enter(Object *o, Object **args, ptrdiff_t nargs) {
    return released((MemoryView *)o) < 0 ? NULL : newref(o);
}

/* Layout. */

static bool c_contiguous(const MemoryView *m) {
    ptrdiff_t expected = m->item_size;
    if (m->length == 0 && m->ndim > 1) return true;
    for (int i = m->ndim - 1; i >= 0; i--) {
        if (view_shape(m)[i] != 1 && view_strides(m)[i] != expected) return false;
        expected *= view_shape(m)[i];
    }
    return true;
}

static bool f_contiguous(const MemoryView *m) {
    ptrdiff_t expected = m->item_size;
    if (m->length == 0 && m->ndim > 1) return true;
    for (int i = 0; i < m->ndim; i++) {
        if (view_shape(m)[i] != 1 && view_strides(m)[i] != expected) return false;
        expected *= view_shape(m)[i];
    }
    return true;
}

/* The view as a buffer of its own; its shape lives as long as the view. */
static Buffer view_buffer(const MemoryView *m) {
    return (Buffer){.data = m->data,
                    .length = m->length,
                    .format = m->format,
                    .item_size = m->item_size,
                    .ndim = m->ndim,
                    .shape = view_shape(m),
                    .strides = view_strides(m),
                    .readonly = m->readonly};
}

static int memoryview_buffer_get(Object *o, Buffer *b, int flags) {
    MemoryView *m = (MemoryView *)o;
    if (released(m) < 0) return -1;
    if (m->readonly && (flags & BUFFER_WRITABLE))
        return raise_int(&exc_BufferError, "memoryview: underlying buffer is not writable");
    *b = view_buffer(m);
    b->owner = newref(o);
    m->exports++;
    return 0;
}

static void memoryview_buffer_release(Object *o, Buffer *b) {
    ((MemoryView *)o)->exports--;
}

/* Items. */

/* The letter of a format that this file can read, with or without '@'; 0: any other. */
static char native_code(const char *format) {
    if (*format == '@') format++;
    return format[0] && !format[1] && native_item_size(*format) ? *format : 0;
}

static Object *read_item(const MemoryView *m, const uint8_t *p) {
    char code = native_code(m->format);
    if (!code) return raise_error(&exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    return native_item_read(code, p);
}

/* `offset` rather than an address: converting the value may run code that releases the view. */
static int write_item(MemoryView *m, ptrdiff_t offset, Object *value) {
    char code = native_code(m->format);
    uint8_t item[16];
    if (!code) return raise_int(&exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    switch (native_item_write(code, item, value)) {
    case NATIVE_OK: break;
    case NATIVE_WRONG_TYPE: return raise_int(&exc_TypeError, "memoryview: invalid type for format '%c'", code);
    case NATIVE_OUT_OF_RANGE: return raise_int(&exc_ValueError, "memoryview: invalid value for format '%c'", code);
    case NATIVE_FAILED: return -1;
    }
    if (released(m) < 0) return -1;
    memcpy(m->data + offset, item, m->item_size);
    return 0;
}

/* Adds the offset of an index in one dimension. */
static int add_index(const MemoryView *m, int dimension, ptrdiff_t index, ptrdiff_t *offset) {
    ptrdiff_t n = view_shape(m)[dimension];
    if (index < 0) index += n;
    if (index < 0 || index >= n)
        return raise_int(&exc_IndexError, "index out of bounds on dimension %d", dimension + 1);
    *offset += index * view_strides(m)[dimension];
    return 0;
}

typedef enum KeyKind { KEY_ITEM, KEY_SLICE, KEY_ALL, KEY_FAILED } KeyKind;

static KeyKind classify_tuple(const MemoryView *m, Object *key, ptrdiff_t *offset) {
    ptrdiff_t n = tuple_length(key);
    bool indexes = true, slices = n > 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        indexes = indexes && tuple_item(key, i)->type->to_index;
        slices = slices && tuple_item(key, i)->type == &slice_type;
    }
    if (slices)
        raise_error(&exc_NotImplementedError, "multi-dimensional slicing is not implemented");
    else if (!indexes)
        raise_error(&exc_TypeError, "memoryview: invalid slice key");
    else if (n > m->ndim)
        raise_error(&exc_TypeError, "cannot index %d-dimension view with %zd-element tuple", m->ndim, n);
    else if (n < m->ndim)
        raise_error(&exc_NotImplementedError, "sub-views are not implemented");
    if (raise_pending()) return KEY_FAILED;
    for (ptrdiff_t i = 0; i < n; i++) {
        ptrdiff_t index = number_as_index(tuple_item(key, i), &exc_IndexError);
        if ((index == -1 && raise_pending()) || released(m) < 0 || add_index(m, (int)i, index, offset) < 0)
            return KEY_FAILED;
    }
    return KEY_ITEM;
}

/* What a subscript means; for one item *offset is where it is. */
static KeyKind classify(const MemoryView *m, Object *key, ptrdiff_t *offset) {
    *offset = 0;
    if (m->ndim == 0) {
        if (key == ELLIPSIS) return KEY_ALL;
        if (tuple_check(key) && tuple_length(key) == 0) return KEY_ITEM;
        raise_error(&exc_TypeError, "invalid indexing of 0-dim memory");
        return KEY_FAILED;
    }
    if (key->type->to_index) {
        ptrdiff_t index = number_as_index(key, &exc_IndexError);
        if ((index == -1 && raise_pending()) || released(m) < 0) return KEY_FAILED;
        if (m->ndim > 1) {
            raise_error(&exc_NotImplementedError, "multi-dimensional sub-views are not implemented");
            return KEY_FAILED;
        }
        return add_index(m, 0, index, offset) < 0 ? KEY_FAILED : KEY_ITEM;
    }
    if (key->type == &slice_type) return KEY_SLICE;
    if (tuple_check(key)) return classify_tuple(m, key, offset);
    raise_error(&exc_TypeError, "memoryview: invalid slice key");
    return KEY_FAILED;
}

/* The part is made first, so that the memory stays when an __index__ of the slice releases m. */
static MemoryView *sliced(const MemoryView *m, Object *key) {
    ptrdiff_t start, stop, step;
    MemoryView *part = view_copy(m);
    if (!part || slice_unpack(key, &start, &stop, &step) < 0) {
        xdecref(part);
        return NULL;
    }
    ptrdiff_t n = slice_adjust(view_shape(part)[0], &start, &stop, step);
    part->data += start * view_strides(part)[0];
    view_shape(part)[0] = n;
    view_strides(part)[0] *= step;
    part->length = part->item_size;
    for (int i = 0; i < part->ndim; i++) part->length *= view_shape(part)[i];
    return part;
}

static Object *memoryview_getitem(Object *o, Object *key) {
    MemoryView *m = (MemoryView *)o;
    ptrdiff_t offset;
    if (released(m) < 0) return NULL;
    switch (classify(m, key, &offset)) {
    case KEY_ITEM: return read_item(m, m->data + offset);
    case KEY_SLICE: return (Object *)sliced(m, key);
    case KEY_ALL: return newref(o);
    default: return NULL;
    }
}

static const char *without_at(const char *format) {
    return *format == '@' ? format + 1 : format;
}

static int raise_one_dimension(void) {
    return raise_int(&exc_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
}

static int assign_slice(MemoryView *m, Object *key, Object *value) {
    if (m->ndim != 1) return raise_one_dimension();
    Buffer from;
    if (buffer_get(value, &from, BUFFER_STRIDED) < 0) return -1;
    MemoryView *to = sliced(m, key);
    int result = -1;
    if (to && released(m) == 0) {
        ptrdiff_t n = view_shape(to)[0],
                  given = from.ndim == 1 ? from.length / (from.item_size ? from.item_size : 1) : -1;
        const char *format = from.format ? from.format : "B";
        if (given != n || from.item_size != to->item_size || strcmp(without_at(format), without_at(to->format)) != 0) {
            raise_error(&exc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
        } else { /* by way of a copy: the two may overlap */
            uint8_t *copy = heap_alloc(from.length + 1);
            if (copy) {
                buffer_copy_out(&from, copy);
                for (ptrdiff_t i = 0; i < n; i++)
                    memcpy(to->data + i * view_strides(to)[0], copy + i * to->item_size, to->item_size);
                heap_free(copy);
                result = 0;
            } else {
                raise_memory();
            }
        }
    }
    xdecref(to);
    buffer_release(&from);
    return result;
}

static int memoryview_setitem(Object *o, Object *key, Object *value) {
    MemoryView *m = (MemoryView *)o;
    ptrdiff_t offset;
    if (released(m) < 0) return -1;
    if (m->readonly) return raise_int(&exc_TypeError, "cannot modify read-only memory");
    if (!value) return raise_int(&exc_TypeError, "cannot delete memory");
    if (m->ndim == 0 && key == ELLIPSIS) return write_item(m, 0, value);
    if (m->ndim > 1 && key->type->to_index) return raise_int(&exc_NotImplementedError, "sub-views are not implemented");
    bool slices = tuple_check(key) && tuple_length(key) > 0;
    for (ptrdiff_t i = 0; slices && i < tuple_length(key); i++) slices = tuple_item(key, i)->type == &slice_type;
    if (slices) return raise_one_dimension();
    switch (classify(m, key, &offset)) {
    case KEY_ITEM: return write_item(m, offset, value);
    case KEY_SLICE: return assign_slice(m, key, value);
    default: return -1;
    }
}

static ptrdiff_t memoryview_length(Object *o) {
    MemoryView *m = (MemoryView *)o;
    if (released(m) < 0) return -1;
    return m->ndim ? view_shape(m)[0] : raise_int(&exc_TypeError, "0-dim memory has no length");
}

/* Conversions. */

static Object *list_of(const MemoryView *m, int dimension, ptrdiff_t offset) {
    if (dimension == m->ndim) return read_item(m, m->data + offset);
    ptrdiff_t n = view_shape(m)[dimension];
    char code = dimension == m->ndim - 1 ? native_code(m->format) : 0;
    if (code) return native_item_list(code, m->data + offset, n, view_strides(m)[dimension]);
    Object *list = list_new(0);
    for (ptrdiff_t i = 0; list && i < n; i++) {
        Object *item = list_of(m, dimension + 1, offset + i * view_strides(m)[dimension]);
        if (!item || list_append_steal(list, item) < 0) clear_ref(&list);
    }
    return list;
}

static Object *memoryview_tolist(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    return released(m) < 0 ? NULL : list_of(m, 0, 0);
}

/* In Fortran order the first index changes fastest: the dimensions are walked from the last to the first. */
static uint8_t *copy_fortran(const MemoryView *m, int dimension, ptrdiff_t offset, uint8_t *to) {
    if (dimension < 0) return (uint8_t *)memcpy(to, m->data + offset, m->item_size) + m->item_size;
    for (ptrdiff_t i = 0; i < view_shape(m)[dimension]; i++)
        to = copy_fortran(m, dimension - 1, offset + i * view_strides(m)[dimension], to);
    return to;
}

static Object *memoryview_tobytes(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    Object *order = arg_or_null(args, nargs, 0);
    char c = 'C';
    if (order && order != NONE) {
        if (!str_check(order))
            return raise_error(&exc_TypeError, "tobytes() argument 'order' must be str or None, not %.50K", order);
        if (str_check_c(order) < 0) return NULL;
        c = str_length(order) == 1 ? (char)str_at((Str *)order, 0) : 0;
    }
    if (released(m) < 0) return NULL;
    if (c != 'C' && c != 'F' && c != 'A') return raise_error(&exc_ValueError, "order must be 'C', 'F' or 'A'");
    Object *bytes = bytes_new(m->length ? NULL : "", m->length);
    if (!bytes || !m->length) return bytes;
    Buffer b = view_buffer(m);
    bool fortran = c == 'F' || (c == 'A' && f_contiguous(m) && !c_contiguous(m));
    if (fortran)
        copy_fortran(m, m->ndim - 1, 0, ((Bytes *)bytes)->data);
    else
        buffer_copy_out(&b, ((Bytes *)bytes)->data);
    return bytes;
}

static Object *memoryview_hex(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    Object *given = arg_or_null(args, nargs, 1), *group = given ? number_index(given) : NULL;
    if (given && !group) return NULL;
    Object *bytes = memoryview_tobytes(o, NULL, 0), *result = NULL;
    if (bytes) {
        m->exports++; /* a separator's __len__ may not release it */
        result = byte_hex_text(byte_text(bytes), arg_or_null(args, nargs, 0), group);
        m->exports--;
    }
    xdecref(bytes);
    xdecref(group);
    return result;
}

static Object *memoryview_toreadonly(Object *o, Object **args, ptrdiff_t nargs) {
    if (released((MemoryView *)o) < 0) return NULL;
    MemoryView *m = view_copy((MemoryView *)o);
    if (m) m->readonly = true;
    return (Object *)m;
}

/* cast */

/* The text of a format that outlives any view: formats of one letter have static copies. */
static const char *lasting_format(char code, bool at) {
    static char texts[128][2][4];
    char *text = texts[(uint8_t)code & 127][at];
    if (!*text) {
        if (at) *text++ = '@';
        *text = code;
    }
    return texts[(uint8_t)code & 127][at];
}

static bool is_byte_code(char code) {
    return code == 'b' || code == 'B' || code == 'c';
}

static const char *cast_format(const MemoryView *m, Object *format, int *size) {
    if (!str_check(format))
        return raise_error(&exc_TypeError, "cast() argument 'format' must be str, not %.50K", format);
    if (!((Str *)format)->ascii) { /* for the exception */
        xdecref(codec_encode(format, "ascii", NULL));
        return NULL;
    }
    char to = native_code((const char *)str_data(format));
    char from = native_code(m->format);
    if (!from)
        return raise_error(&exc_ValueError,
                           "memoryview: source format must be a native single character format prefixed "
                           "with an optional '@'");
    if (!to)
        return raise_error(&exc_ValueError, "memoryview: destination format must be a native single character format "
                                            "prefixed with an optional '@'");
    if (!is_byte_code(from) && !is_byte_code(to))
        return raise_error(&exc_TypeError, "memoryview: cannot cast between two non-byte formats");
    *size = native_item_size(to);
    if (m->length % *size) return raise_error(&exc_TypeError, "memoryview: length is not a multiple of itemsize");
    return lasting_format(to, str_length(format) == 2);
}

static int fill_shape(MemoryView *m, Object *shape) {
    ptrdiff_t product = m->item_size;
    for (int i = 0; i < m->ndim; i++) {
        Object *item = sequence_items(shape)[i];
        if (!int_check(item)) return raise_int(&exc_TypeError, "memoryview.cast(): elements of shape must be integers");
        int64_t n;
        if (!int_fits_i64(item, &n))
            return raise_int(&exc_OverflowError, "Python int too large to convert to C ssize_t");
        if (n <= 0) return raise_int(&exc_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (__builtin_mul_overflow(product, n, &product))
            return raise_int(&exc_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
        view_shape(m)[i] = n;
    }
    if (product == m->length) return 0;
    return raise_int(&exc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
}

static Object *memoryview_cast(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    Object *shape = arg_or_null(args, nargs, 1);
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "cast() argument 'format' must be str, not %.50K", args[0]);
    if (released(m) < 0) return NULL;
    if (!c_contiguous(m)) return raise_error(&exc_TypeError, "memoryview: casts are restricted to C-contiguous views");
    if ((shape || m->ndim != 1) && m->length == 0)
        return raise_error(&exc_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    if (shape && !list_check(shape) && !tuple_check(shape))
        return raise_error(&exc_TypeError, "shape must be a list or a tuple");
    ptrdiff_t ndim = shape ? sequence_size(shape) : 1;
    if (ndim > VIEW_MAX_DIMENSIONS)
        return raise_error(&exc_ValueError, "memoryview: number of dimensions must not exceed %d", VIEW_MAX_DIMENSIONS);
    if (shape && m->ndim != 1 && ndim != 1)
        return raise_error(&exc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    int size = 1;
    const char *format = cast_format(m, args[0], &size);
    MemoryView *cast = format ? view_alloc(m->managed, (int)ndim) : NULL;
    if (!cast) return NULL;
    cast->data = m->data;
    cast->length = m->length;
    cast->format = format;
    cast->item_size = size;
    cast->readonly = m->readonly;
    if (!shape)
        view_shape(cast)[0] = m->length / size;
    else if (fill_shape(cast, shape) < 0) {
        decref(cast);
        return NULL;
    }
    contiguous_strides(cast);
    gc_track(cast);
    return (Object *)cast;
}

/* Comparison and searching. */

/* Item by item; the shapes are equal. 1, 0, -1 */
static int equal_items(const MemoryView *a, ptrdiff_t at, const MemoryView *b, ptrdiff_t bt, int dimension) {
    if (dimension == a->ndim) {
        Object *x = read_item(a, a->data + at), *y = x ? read_item(b, b->data + bt) : NULL;
        int result = y ? object_compare_bool(x, y, CMP_EQ) : -1;
        xdecref(x);
        xdecref(y);
        return result;
    }
    int result = 1;
    for (ptrdiff_t i = 0; result == 1 && i < view_shape(a)[dimension]; i++)
        result =
            equal_items(a, at + i * view_strides(a)[dimension], b, bt + i * view_strides(b)[dimension], dimension + 1);
    return result;
}

static int equal_views(const MemoryView *a, const MemoryView *b) {
    if (a->ndim != b->ndim) return 0;
    for (int i = 0; i < a->ndim; i++)
        if (view_shape(a)[i] != view_shape(b)[i]) return 0;
    char x = native_code(a->format), y = native_code(b->format);
    if (!x || !y) return 0;
    bool plain = x == y && !strchr("efd?", x) && c_contiguous(a) && c_contiguous(b);
    return plain ? memcmp(a->data, b->data, a->length) == 0 : equal_items(a, 0, b, 0, 0);
}

static Object *memoryview_compare(Object *a, Object *b, enum CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return newref(NOT_IMPLEMENTED);
    MemoryView *m = (MemoryView *)a;
    if (a->type != &memoryview_type) return newref(NOT_IMPLEMENTED);
    if (!m->managed || (b->type == &memoryview_type && !((MemoryView *)b)->managed))
        return new_bool((a == b) == (op == CMP_EQ));
    if (!buffer_check(b)) return newref(NOT_IMPLEMENTED);
    Object *other = memoryview_new(b);
    if (!other) {
        raise_clear();
        return newref(NOT_IMPLEMENTED);
    }
    int equal = equal_views(m, (MemoryView *)other);
    decref(other);
    return equal < 0 ? NULL : new_bool(equal == (op == CMP_EQ));
}

static intptr_t memoryview_hash(Object *o) {
    MemoryView *m = (MemoryView *)o;
    if (m->hash != -1) return m->hash;
    if (released(m) < 0) return -1;
    if (!m->readonly) return raise_int(&exc_ValueError, "cannot hash writable memoryview object");
    if (!is_byte_code(native_code(m->format)))
        return raise_int(&exc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    m->exports++;
    intptr_t owner = object_hash(m->managed->buffer.owner); /* an unhashable owner forbids it */
    m->exports--;
    Object *bytes = owner == -1 ? NULL : memoryview_tobytes(o, NULL, 0);
    if (!bytes) return -1;
    m->hash = object_hash(bytes);
    decref(bytes);
    return m->hash;
}

static Object *memoryview_count(Object *o, Object **args, ptrdiff_t nargs) {
    Object *iterator = object_iter(o);
    if (!iterator) return NULL;
    ptrdiff_t n = 0;
    int equal = 0;
    for (Object *item; equal >= 0 && (item = object_next(iterator));) {
        equal = item_equal(item, args[0]);
        n += equal == 1;
        decref(item);
    }
    decref(iterator);
    return raise_pending() ? NULL : int_from_i64(n);
}

static Object *memoryview_index(Object *o, Object **args, ptrdiff_t nargs) {
    MemoryView *m = (MemoryView *)o;
    ptrdiff_t start = 0, stop = PTRDIFF_MAX;
    if (nargs > 1 && slice_index(args[1], &start) < 0) return NULL;
    if (nargs > 2 && slice_index(args[2], &stop) < 0) return NULL;
    if (released(m) < 0) return NULL;
    if (m->ndim == 0) return raise_error(&exc_TypeError, "invalid lookup on 0-dim memory");
    if (m->ndim != 1) return raise_error(&exc_NotImplementedError, "multi-dimensional lookup is not implemented");
    clamp_bounds(view_shape(m)[0], &start, &stop);
    for (ptrdiff_t i = start; i < stop; i++) {
        if (released(m) < 0) return NULL;
        Object *item = read_item(m, m->data + i * view_strides(m)[0]);
        int equal = item ? item_equal(item, args[0]) : -1;
        xdecref(item);
        if (equal) return equal < 0 ? NULL : int_from_i64(i);
    }
    return raise_error(&exc_ValueError, "memoryview.index(x): x not found");
}

/* Attributes. */

static Object *tuple_of(const ptrdiff_t *values, int n) {
    Object *t = tuple_new(n);
    for (int i = 0; t && i < n; i++) {
        Object *item = int_from_i64(values[i]);
        if (!item)
            clear_ref(&t);
        else
            tuple_set(t, i, item);
    }
    return t;
}

typedef enum Attribute {
    ATTR_OBJ,
    ATTR_NBYTES,
    ATTR_READONLY,
    ATTR_ITEMSIZE,
    ATTR_FORMAT,
    ATTR_NDIM,
    ATTR_SHAPE,
    ATTR_STRIDES,
    ATTR_SUBOFFSETS,
    ATTR_C_CONTIGUOUS,
    ATTR_F_CONTIGUOUS,
    ATTR_CONTIGUOUS
} Attribute;

static Object *get_attribute(Object *o, void *which) {
    const MemoryView *m = (MemoryView *)o;
    if (released(m) < 0) return NULL;
    switch ((Attribute)(intptr_t)which) {
    case ATTR_OBJ: return newref(m->managed->buffer.owner);
    case ATTR_NBYTES: return int_from_i64(m->length);
    case ATTR_READONLY: return new_bool(m->readonly);
    case ATTR_ITEMSIZE: return int_from_i64(m->item_size);
    case ATTR_FORMAT: return str_from_c(m->format);
    case ATTR_NDIM: return int_from_i64(m->ndim);
    case ATTR_SHAPE: return tuple_of(view_shape(m), m->ndim);
    case ATTR_STRIDES: return tuple_of(view_strides(m), m->ndim);
    case ATTR_SUBOFFSETS: return tuple_new(0);
    case ATTR_C_CONTIGUOUS: return new_bool(c_contiguous(m));
    case ATTR_F_CONTIGUOUS: return new_bool(f_contiguous(m));
    case ATTR_CONTIGUOUS: return new_bool(c_contiguous(m) || f_contiguous(m));
    }
    return NULL;
}

static const GetSet memoryview_getset[] = {
    {"obj", get_attribute, NULL, "The object whose memory this is.", (void *)ATTR_OBJ},
    {"nbytes", get_attribute, NULL, "Bytes that the items take in contiguous form.", (void *)ATTR_NBYTES},
    {"readonly", get_attribute, NULL, "Whether the memory may not be written to.", (void *)ATTR_READONLY},
    {"itemsize", get_attribute, NULL, "Bytes of one item.", (void *)ATTR_ITEMSIZE},
    {"format", get_attribute, NULL, "The format of an item, in the syntax of struct.", (void *)ATTR_FORMAT},
    {"ndim", get_attribute, NULL, "The number of dimensions.", (void *)ATTR_NDIM},
    {"shape", get_attribute, NULL, "The lengths of the dimensions.", (void *)ATTR_SHAPE},
    {"strides", get_attribute, NULL, "Bytes from one item to the next, for each dimension.", (void *)ATTR_STRIDES},
    {"suboffsets", get_attribute, NULL, "Always empty: no arrays of pointers.", (void *)ATTR_SUBOFFSETS},
    {"c_contiguous", get_attribute, NULL, "Whether the memory is contiguous in C order.", (void *)ATTR_C_CONTIGUOUS},
    {"f_contiguous", get_attribute, NULL, "Whether the memory is contiguous in Fortran order.",
     (void *)ATTR_F_CONTIGUOUS},
    {"contiguous", get_attribute, NULL, "Whether the memory is contiguous in either order.", (void *)ATTR_CONTIGUOUS},
    {NULL},
};

static Object *memoryview_repr(Object *o) {
    return str_format(((MemoryView *)o)->managed ? "<memory at %p>" : "<released memory at %p>", o);
}

static Object *memoryview_class_getitem(Object *type, Object **args, ptrdiff_t nargs) {
    return generic_alias_new(type, args[0]);
}

static Object *memoryview_from_flags(Object *type, Object **args, ptrdiff_t nargs) {
    int flags = index_as_int(args[1]);
    if (flags == -1 && raise_pending()) return NULL;
    Object *m = memoryview_new(args[0]);
    if (m && (flags & 1) && ((MemoryView *)m)->readonly) {
        decref(m);
        return raise_error(&exc_BufferError, "Object is not writable.");
    }
    return m;
}

/* Iteration. */

static Object *memoryview_iter(Object *o) {
    MemoryView *m = (MemoryView *)o;
    if (released(m) < 0) return NULL;
    if (m->ndim == 0) return raise_error(&exc_TypeError, "invalid indexing of 0-dim memory");
    if (m->ndim > 1) return raise_error(&exc_NotImplementedError, "multi-dimensional sub-views are not implemented");
    if (!native_code(m->format))
        return raise_error(&exc_NotImplementedError, "memoryview: format %s not supported", m->format);
    ListIterator *it = (ListIterator *)object_new(&memory_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *memory_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    MemoryView *m = (MemoryView *)it->sequence;
    if (!m) return NULL;
    if (released(m) < 0) return NULL;
    if (it->index < view_shape(m)[0]) return read_item(m, m->data + it->index++ * view_strides(m)[0]);
    clear_ref(&it->sequence);
    return NULL;
}

static void memory_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    object_free(o);
}

static int memory_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

Type memory_iterator_type = {
    .mem = {.name = "memory_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = memory_iterator_dealloc,
            .traverse = memory_iterator_traverse},
    .iter = iterator_self,
    .next = memory_iterator_next,
};

static const Method memoryview_methods[] = {
    {"__class_getitem__", memoryview_class_getitem, 1, 1, "__class_getitem__(object, /)\n--\n\nmemoryview[item type]",
     METH_CLASS},
    {"__enter__", memoryview_enter, 0, 0, "__enter__()\n--\n\nReturns the view."},
    {"__exit__", memoryview_release, 0, -1, "__exit__(*exc_info)\n--\n\nReleases the view."},
    {"_from_flags", memoryview_from_flags, 2, 2,
     "_from_flags(object, flags)\n--\n\nA view taken with the flags of the buffer protocol.", METH_CLASS},
    {"cast", memoryview_cast, 1, 2,
     "cast(format, shape=<unrepresentable>)\n--\n\nThe same memory as items of another format, or in another shape."},
    {"count", memoryview_count, 1, 1, "count(value, /)\n--\n\nHow many items are equal to value."},
    {"hex", memoryview_hex, 0, 2,
     "hex(sep=<unrepresentable>, bytes_per_sep=1)\n--\n\nTwo hexadecimal digits for each byte, as bytes.hex has them."},
    {"index", memoryview_index, 1, 3,
     "index(value, start=0, stop=sys.maxsize, /)\n--\n\nThe first index of an item equal to value; ValueError if there "
     "is none."},
    {"release", memoryview_release, 0, 0, "release()\n--\n\nGives the memory back; the view cannot be used any more."},
    {"tobytes", memoryview_tobytes, 0, 1,
     "tobytes(order='C')\n--\n\nThe memory as bytes, the items in C or Fortran order ('A': as they lie)."},
    {"tolist", memoryview_tolist, 0, 0, "tolist()\n--\n\nThe items as a list, a list of lists for several dimensions."},
    {"toreadonly", memoryview_toreadonly, 0, 0,
     "toreadonly()\n--\n\nA view of the same memory that cannot be written through."},
    {NULL},
};

Type memoryview_type = {
    .mem = {.name = "memoryview",
            .flags = TYPE_GC | TYPE_VARSIZE | TYPE_SEQUENCE,
            .size = sizeof(MemoryView),
            .item_size = sizeof(ptrdiff_t),
            .weaklist_offset = offsetof(MemoryView, weaklist),
            .dealloc = memoryview_dealloc,
            .traverse = memoryview_traverse,
            .clear = memoryview_clear},
    .doc = "memoryview(object)\n--\n\nA window on the memory of an object that has the buffer protocol.",
    .methods = memoryview_methods,
    .getset = memoryview_getset,
    .repr = memoryview_repr,
    .hash = memoryview_hash,
    .compare = memoryview_compare,
    .iter = memoryview_iter,
    .new = memoryview_new_slot,
    .length = memoryview_length,
    .get_item = memoryview_getitem,
    .set_item = memoryview_setitem,
    .buffer_get = memoryview_buffer_get,
    .buffer_release = memoryview_buffer_release,
};
