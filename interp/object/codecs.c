/* Codecs by name. The common encodings are in C and are found in a table, so nothing needs to be imported for them.
 * Other names are handed to the functions that codecs.register got, as the language has it.
 */
#include "interp/object/ascii.h"
#include "interp/object/codec.h"
#include "interp/object/codec_tables.h"
#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/unicode_names.h"

enum { LATIN1 = 2 }; /* its place in the table */

/* Aliases have a space before and behind each. */
static const Codec codecs[] = {
    {"utf-8", " utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001 ", utf8_encode, utf8_decode},
    {"ascii",
     " ascii us_ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us "
     "iso_646.irv_1991 iso_ir_6 us ",
     ascii_encode, ascii_decode},
    {"latin-1",
     " latin_1 latin1 iso_8859_1 iso8859_1 8859 cp819 csisolatin1 ibm819 iso8859 iso_8859_1_1987 iso_ir_100 l1 "
     "latin ",
     latin1_encode, latin1_decode},
    {"utf-8", " utf_8_sig ", utf8_sig_encode, utf8_sig_decode, .marked = true},
    {"utf-16", " utf_16 u16 utf16 ", utf16_encode, utf16_decode, .marked = true},
    {"utf-16-le", " utf_16_le utf_16le unicodelittleunmarked ", utf16_encode, utf16_decode},
    {"utf-16-be", " utf_16_be utf_16be unicodebigunmarked ", utf16_encode, utf16_decode},
    {"utf-32", " utf_32 u32 utf32 ", utf32_encode, utf32_decode, .marked = true},
    {"utf-32-le", " utf_32_le utf_32le ", utf32_encode, utf32_decode},
    {"utf-32-be", " utf_32_be utf_32be ", utf32_encode, utf32_decode},
    {"unicodeescape", " unicode_escape ", unicode_escape_encode, unicode_escape_decode},
    {"rawunicodeescape", " raw_unicode_escape ", raw_unicode_escape_encode, raw_unicode_escape_decode},
};

/* " name " in lower case, with runs of anything but letters, digits and dots as one underscore. 0: too long. */
static int normalize(const char *name, char *out, size_t room) {
    size_t n = 0;
    bool gap = false;
    out[n++] = ' ';
    for (; *name; name++) {
        uint8_t c = (uint8_t)*name;
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '.') {
            gap = true;
            continue;
        }
        if (n + 4 > room) return 0;
        if (gap && n > 1) out[n++] = '_';
        gap = false;
        out[n++] = (char)ascii_to_lower(c);
    }
    out[n++] = ' ';
    out[n] = 0;
    return (int)n;
}

/* Names as programs wrote them, and the codecs that these were found to be. */
enum { SPELLINGS = 16, SPELLING_MAX = 15 };
typedef struct Spelling {
    char name[SPELLING_MAX + 1];
    const Codec *codec;
} Spelling;

/* Where the name may be remembered; NULL: it is empty, or too long. */
static Spelling *spelling_of(const char *encoding) {
    static Spelling spellings[SPELLINGS];
    size_t n = strnlen(encoding, SPELLING_MAX + 1);
    return n && n <= SPELLING_MAX ? &spellings[((uint8_t)encoding[0] + n) % SPELLINGS] : NULL;
}

/* A codec by any of its names. A table's codec is put together in *made. NULL: not in C. */
static const Codec *find(const char *encoding, Codec *made) {
    char name[64];
    if (!encoding) return &codecs[0];
    Spelling *known = spelling_of(encoding);
    if (known && strcmp(known->name, encoding) == 0) return known->codec;
    if (!normalize(encoding, name, sizeof(name))) return NULL;
    for (size_t i = 0; i < sizeof(codecs) / sizeof(*codecs); i++) {
        if (!strstr(codecs[i].aliases, name)) continue;
        if (known) {
            strcpy(known->name, encoding);
            known->codec = &codecs[i];
        }
        return &codecs[i];
    }
    for (int i = 0; i < codec_tables_count; i++) {
        if (!strstr(codec_tables[i].aliases, name)) continue;
        *made = (Codec){codec_tables[i].name, NULL, charmap_encode, charmap_decode, &codec_tables[i]};
        return made;
    }
    return NULL;
}

bool codec_is_native(const char *encoding) {
    Codec made;
    return find(encoding, &made) != NULL;
}

bool codec_is_stateless(const char *encoding) {
    Codec made;
    const Codec *c = find(encoding, &made);
    return c && !c->marked;
}

/* Codecs that are not in C: a list of search functions, and a dict of what they found. */
static Object *search_functions, *found;

int codec_register(Object *function) {
    if (!search_functions && !(search_functions = list_new(0))) return -1;
    return list_append(search_functions, function);
}

void codec_unregister(Object *function) {
    if (found) dict_empty(found);
    for (ptrdiff_t i = 0; search_functions && i < list_length(search_functions); i++) {
        if (list_item(search_functions, i) != function) continue;
        list_set_slice(search_functions, i, i + 1, NULL);
        return;
    }
}

void codecs_shutdown(void) {
    clear_ref(&search_functions);
    clear_ref(&found);
    codec_errors_shutdown();
    unicode_names_shutdown();
}

int (*codec_library_hook)(void);

/* The codecs that are written in the language register themselves before anybody else. 0, -1 */
static int load_library(void) {
    int (*load)(void) = codec_library_hook;
    codec_library_hook = NULL; /* once; and loading it may ask for codecs, too */
    return load ? load() : 0;
}

/* A CodecInfo (a tuple of four). New; NULL with LookupError when nobody knows the name. */
Object *codec_lookup(const char *encoding) {
    if (load_library() < 0) return NULL;
    if (!found && !(found = dict_new())) return NULL;
    Object *known = dict_get_c(found, encoding);
    if (known) return newref(known);
    char name[64];
    int n = normalize(encoding, name, sizeof(name));
    Object *key = n ? str_from_ascii(name + 1, n - 2) : str_from_c(encoding);
    if (!key) return NULL;
    Object *info = NULL;
    for (ptrdiff_t i = 0; search_functions && i < list_length(search_functions) && !info; i++) {
        info = object_call1(list_item(search_functions, i), key);
        if (!info) break;
        if (info == NONE) {
            clear_ref(&info);
            continue;
        }
        if (!tuple_check(info) || tuple_length(info) != 4) {
            raise_error(&exc_TypeError, "codec search functions must return 4-tuples");
            clear_ref(&info);
            break;
        }
    }
    decref(key);
    if (!info && !raise_pending()) raise_error(&exc_LookupError, "unknown encoding: %s", encoding);
    if (info && dict_set_c(found, encoding, info) < 0) clear_ref(&info);
    return info;
}

/* Encodings between bytes and bytes, or text and text, that the module codecs has. str and bytes refuse them. */
static bool is_not_text(const char *encoding) {
    static const char names[] =
        " base64 base_64 base64_codec bz2 bz2_codec hex hex_codec quopri quopri_codec quoted_printable "
        "quotedprintable rot13 rot_13 uu uu_codec zip zlib zlib_codec ";
    char name[64];
    return normalize(encoding, name, sizeof(name)) && strstr(names, name);
}

static void *refuse(const char *encoding, int part) {
    return raise_error(&exc_LookupError, "'%.400s' is not a text encoding; use codecs.%s to handle arbitrary codecs",
                       encoding, part == 0 ? "encode()" : "decode()");
}

/* Calls item `part` of a CodecInfo with (object, errors) and takes the first of the pair that it returns. */
static Object *call_codec(const char *encoding, int part, Object *input, const char *errors) {
    if (is_not_text(encoding)) return refuse(encoding, part);
    Object *info = codec_lookup(encoding);
    if (!info) return NULL;
    Object *is_text = object_getattr_c(info, "_is_text_encoding");
    if (!is_text) raise_clear();
    int text = is_text ? object_truth(is_text) : 1;
    xdecref(is_text);
    if (text == 0) refuse(encoding, part);
    Object *handler = text == 1 ? str_from_c(errors ? errors : "strict") : NULL;
    Object *pair = handler ? object_call2(tuple_item(info, part), input, handler) : NULL;
    xdecref(handler);
    decref(info);
    if (!pair) return NULL;
    Object *result = NULL;
    if (tuple_check(pair) && tuple_length(pair) == 2)
        result = newref(tuple_item(pair, 0));
    else
        raise_error(&exc_TypeError, part == 0 ? "encoder must return a tuple (object, integer)"
                                              : "decoder must return a tuple (object,integer)");
    decref(pair);
    return result;
}

static Object *encode_with_info(Object *str, const char *encoding, const char *errors) {
    Object *result = call_codec(encoding, 0, str, errors);
    if (!result || bytes_check(result)) return result;
    raise_error(
        &exc_TypeError,
        "'%.400s' encoder returned '%.400T' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
        encoding, result);
    decref(result);
    return NULL;
}

static Object *decode_with_info(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors) {
    Object *input = bytes_new(data, n);
    if (!input) return NULL;
    Object *result = call_codec(encoding, 1, input, errors);
    decref(input);
    if (!result || str_check(result)) return result;
    raise_error(&exc_TypeError,
                "'%.400s' decoder returned '%.400T' instead of 'str'; use codecs.decode() to decode to arbitrary types",
                encoding, result);
    decref(result);
    return NULL;
}

Object *codec_encode(Object *str, const char *encoding, const char *errors) {
    Codec made;
    const Codec *c = find(encoding, &made);
    if (!c) return encode_with_info(str, encoding, errors);
    if (((Str *)str)->ascii && c >= codecs && c <= &codecs[2]) return bytes_new(str_data(str), str_length(str));
    Encoder e = {.encoding = c->name, .errors = errors, .str = str, .table = c->table, .out = byte_writer_new()};
    int result = c->encode(&e);
    xdecref(e.exception);
    if (result == 0) return byte_writer_finish(&e.out);
    byte_writer_drop(&e.out);
    return NULL;
}

static Object *decode(const uint8_t *data, ptrdiff_t n, const Codec *c, const char *errors, ptrdiff_t *consumed) {
    Decoder d = {.encoding = c->name,
                 .errors = errors,
                 .data = data,
                 .length = n,
                 .table = c->table,
                 .partial = consumed,
                 .out = writer_new()};
    int result = c->decode(&d);
    if (consumed) *consumed = d.data + d.at - data;
    xdecref(d.exception);
    xdecref(d.object);
    if (result == 0) return writer_finish(&d.out);
    writer_drop(&d.out);
    return NULL;
}

Object *codec_decode(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors) {
    Codec made;
    const Codec *c = find(encoding, &made);
    if (c == &codecs[LATIN1]) return str_from_text(text_of(data, n, 1)); /* nothing is invalid */
    bool ascii_is_itself = c >= codecs && c <= &codecs[2];
    if (ascii_is_itself && text_is_ascii(data, n)) return str_from_ascii((const char *)data, n);
    return c ? decode(data, n, c, errors, NULL) : decode_with_info(data, n, encoding, errors);
}

Object *codec_decode_part(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors,
                          ptrdiff_t *consumed) {
    Codec made;
    const Codec *c = find(encoding, &made);
    if (!c) return raise_error(&exc_LookupError, "unknown encoding: %s", encoding);
    return decode(data, n, c, errors, consumed);
}

/* Arguments named encoding and errors. */

int codec_check_args(const char *function, Object *encoding, Object *errors) {
    Object *args[2] = {encoding, errors};
    for (int i = 0; i < 2; i++) {
        if (!args[i]) continue;
        if (!str_check(args[i]))
            return raise_int(&exc_TypeError, "%s() argument '%s' must be str, not %.50K", function,
                             i ? "errors" : "encoding", args[i]);
        if (str_check_c(args[i]) < 0) return -1;
    }
    return 0;
}

typedef struct CodecArgs {
    const char *encoding, *errors;
    char *owned[2];
} CodecArgs;

static void release_args(CodecArgs *a) {
    heap_free(a->owned[0]);
    heap_free(a->owned[1]);
}

static int take_args(const char *function, Object *encoding, Object *errors, CodecArgs *a) {
    *a = (CodecArgs){.encoding = NULL};
    if (codec_check_args(function, encoding, errors) < 0) return -1;
    Object *args[2] = {encoding, errors};
    const char **out[2] = {&a->encoding, &a->errors};
    for (int i = 0; i < 2; i++) {
        size_t n;
        if (!args[i]) continue;
        if (!(*out[i] = str_utf8(args[i], &n, &a->owned[i]))) {
            release_args(a);
            return -1;
        }
    }
    return 0;
}

/* The encodings that str and bytes know without looking for a codec. */
static bool is_shortcut(const char *encoding) {
    static const char names[] =
        " utf_8 utf8 utf_16 utf16 utf_32 utf32 ascii us_ascii latin1 latin_1 iso_8859_1 iso8859_1 ";
    char name[64];
    return !encoding || (normalize(encoding, name, sizeof(name)) && strstr(names, name));
}

/* An exception out of any other codec gets a note that says which one it was. Returns result. */
static Object *with_note(Object *result, const char *what, const char *encoding) {
    if (result || is_shortcut(encoding) || raise_is(&exc_LookupError)) return result;
    Object *exc = raise_take(), *note = str_format("%s with '%s' codec failed", what, encoding);
    Object *added = note ? object_call_method(exc, names.add_note, &note, 1) : NULL;
    if (!added) raise_clear();
    xdecref(added);
    xdecref(note);
    raise_restore(exc);
    return NULL;
}

Object *codec_encode_args(const char *function, Object *str, Object *encoding, Object *errors) {
    CodecArgs a;
    if (take_args(function, encoding, errors, &a) < 0) return NULL;
    Object *result = with_note(codec_encode(str, a.encoding, a.errors), "encoding", a.encoding);
    release_args(&a);
    return result;
}

Object *codec_decode_args(const char *function, const uint8_t *data, ptrdiff_t n, Object *encoding, Object *errors) {
    CodecArgs a;
    if (take_args(function, encoding, errors, &a) < 0) return NULL;
    Object *result = n == 0 ? str_empty() : codec_decode(data, n, a.encoding, a.errors);
    with_note(result, "decoding", a.encoding);
    release_args(&a);
    return result;
}
