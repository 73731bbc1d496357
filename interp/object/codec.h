/* What the files of the codecs share.
 *
 * A codec in C decodes from a Decoder into its writer, and encodes from an Encoder into its byte writer. Where the
 * input is not valid it calls decoder_error or encoder_error with the place and the reason; these apply the error
 * handler, write the replacement, and move `at` to where the codec goes on.
 */
#ifndef OURO_CODEC_H
#define OURO_CODEC_H

#include "interp/object/bytes.h"
#include "interp/object/str_impl.h"

typedef struct Decoder {
    const char *encoding; /* for messages */
    const char *errors;   /* NULL: strict */
    const uint8_t *data;
    ptrdiff_t length, at; /* at: how far it came */
    const void *table;    /* of a charmap codec */
    bool partial;         /* more may come: stop before an incomplete sequence at the end */
    StrWriter out;
    Object *exception; /* of the last call of a handler written in Python, owned; NULL: none yet */
    Object *object;    /* owned: what data points into once a handler exchanged it */
} Decoder;

typedef struct Encoder {
    const char *encoding;
    const char *errors;
    Object *str; /* borrowed */
    ptrdiff_t at;
    const void *table; /* of a charmap codec */
    int handling;      /* what errors says, as codec_errors.c knows it; 0: nobody has looked yet */
    bool ascii_based;  /* ASCII characters are their own codes, of one byte */
    ByteWriter out;
    Object *exception;
} Encoder;

typedef struct Codec {
    const char *name;          /* as errors have it: "utf-8" */
    const char *aliases;       /* normalised names, each followed by a space */
    int (*encode)(Encoder *e); /* from e->at on; 0 or -1 */
    int (*decode)(Decoder *d);
    const void *table; /* of a charmap codec */
    bool marked;       /* a mark at the start tells how the rest is encoded, so pieces cannot be looked at alone */
} Codec;

/* Writes the bytes of one character of a replacement: 0; 1 when the encoding does not have it; -1: exception. */
typedef int (*EncodeChar)(Encoder *e, uint32_t c);

/* Invalid data[start:end] or str[start:end]. 0: the replacement is written, go on at `at`; -1: an exception is pending.
 */
int decoder_error(Decoder *d, ptrdiff_t start, ptrdiff_t end, const char *reason);
int encoder_error(Encoder *e, ptrdiff_t start, ptrdiff_t end, const char *reason, EncodeChar put);
/* What the handler writes for each character that an encoding based on ASCII lacks, if that is one byte for all; 0: it
 * writes nothing; -1: neither. */
int encoder_stand_in(Encoder *e);

/* encoding and errors as Python objects, NULL when not given; `function` is for messages. */
int codec_check_args(const char *function, Object *encoding, Object *errors); /* are they str? 0, -1 */
Object *codec_encode_args(const char *function, Object *str, Object *encoding, Object *errors);
Object *codec_decode_args(const char *function, const uint8_t *data, ptrdiff_t n, Object *encoding, Object *errors);

/* The codecs */
int utf8_encode(Encoder *e);
int utf8_decode(Decoder *d);
int utf8_sig_encode(Encoder *e);
int utf8_sig_decode(Decoder *d);
int utf16_encode(Encoder *e);
int utf16_decode(Decoder *d);
int utf32_encode(Encoder *e);
int utf32_decode(Decoder *d);
int latin1_encode(Encoder *e);
int latin1_decode(Decoder *d);
int ascii_encode(Encoder *e);
int ascii_decode(Decoder *d);
int charmap_encode(Encoder *e);
int charmap_decode(Decoder *d);
int unicode_escape_encode(Encoder *e);
int unicode_escape_decode(Decoder *d);
int raw_unicode_escape_encode(Encoder *e);
int raw_unicode_escape_decode(Decoder *d);

void codec_errors_shutdown(void); /* codec_errors.c */

#endif
