/* Where a text file is, and how to get there again.
 *
 * A position is more than a byte: the decoder may be in the middle of something. So tell() looks for the last byte up
 * to which the decoder waits for nothing, and its answer, the cookie, is one number that has everything:
 *
 *      bits 0..63     that byte's place in the file
 *      bits 64..95    the decoder's flags there
 *      bits 96..127   how many bytes to feed it from there
 *      bits 128..159  how many characters of that to skip
 *      bit  160       and that no more bytes follow
 *
 * For encodings without a state all but the first are 0, and the cookie is the place. */
#include <string.h>
#include <unistd.h>

#include "interp/object/exception.h"
#include "interp/text_impl.h"

typedef struct Cookie {
    int64_t start;
    int32_t flags, feed, skip;
    bool at_end;
} Cookie;

static Object *cookie_pack(const Cookie *c) {
    if (!c->flags && !c->feed && !c->skip && !c->at_end) return int_from_i64(c->start);
    const mp_limb_t limbs[3] = {(uint64_t)c->start, (uint32_t)c->flags | (uint64_t)(uint32_t)c->feed << 32,
                                (uint32_t)c->skip | (uint64_t)c->at_end << 32};
    return int_from_limbs(limbs, 3);
}

static int cookie_unpack(Object *o, Cookie *c) {
    *c = (Cookie){.start = 0};
    o = int_exact(o);
    if (o->type == &int_type) {
        c->start = ((Int *)o)->value;
        return 0;
    }
    const BigInt *b = (BigInt *)o;
    if (b->size > 3 || (b->size == 3 && b->limbs[2] >> 40))
        return raise_int(&exc_OverflowError, "int too big to convert");
    uint64_t second = b->size > 1 ? b->limbs[1] : 0, third = b->size > 2 ? b->limbs[2] : 0;
    c->start = (int64_t)b->limbs[0];
    c->flags = (int32_t)second;
    c->feed = (int32_t)(second >> 32);
    c->skip = (int32_t)third;
    c->at_end = third >> 32 & 1;
    return 0;
}

/* --- tell --- */

/* Feeds bytes to the decoder: how many characters come out, -1. */
static ptrdiff_t feed(TextFile *t, const uint8_t *data, ptrdiff_t n, bool final) {
    Object *text = text_decode(&t->decoder, data, n, final);
    ptrdiff_t count = text ? str_length(text) : -1;
    xdecref(text);
    return count;
}

/* Decodes the snapshot, `input`, until `skip` characters have come out; the cookie is where the decoder last waited for
 * nothing. A step is as many bytes as characters are missing, which rarely is too far: if so, single bytes from there
 * on. */
static int find_safe_start(TextFile *t, Object *input, ptrdiff_t skip, Cookie *c) {
    const uint8_t *data = ((Bytes *)input)->data;
    ptrdiff_t length = bytes_length(input), fed = 0, decoded = 0, safe = 0;
    bool single = false;
    while (fed < length && decoded < skip) {
        ptrdiff_t step = single || skip - decoded < 1 ? 1 : skip - decoded;
        if (step > length - fed) step = length - fed;
        DecoderState before, after;
        if (text_decoder_state(&t->decoder, &before) < 0) return -1;
        ptrdiff_t got = feed(t, data + fed, step, false);
        bool too_far = got >= 0 && step > 1 && decoded + got > skip;
        int status = got < 0 ? -1 : too_far ? text_decoder_restore(&t->decoder, &before) : 0;
        decref(before.waiting);
        if (status < 0) return -1;
        if (too_far) {
            single = true;
            continue;
        }
        fed += step;
        decoded += got;
        if (text_decoder_state(&t->decoder, &after) < 0) return -1;
        if (bytes_length(after.waiting) == 0 && decoded <= skip) {
            c->start += fed - safe;
            c->flags = (int32_t)after.flags;
            skip -= decoded;
            decoded = 0;
            safe = fed;
        }
        decref(after.waiting);
    }
    if (decoded < skip) { /* what waits may be characters when nothing follows */
        ptrdiff_t got = feed(t, NULL, 0, true);
        if (got < 0) return -1;
        c->at_end = true;
        if (decoded + got < skip) return raise_int(&exc_OSError, "can't reconstruct logical file position");
    }
    c->skip = (int32_t)skip;
    c->feed = skip ? (int32_t)(fed - safe) : 0;
    return 0;
}

static Object *no_positions(void) {
    return io_unsupported("underlying stream is not seekable");
}

/* The binary file's position, or -1. */
static int64_t buffer_tell(TextFile *t) {
    Buffered *b = text_direct(t);
    if (b) return buffered_check_idle(b) < 0 ? -1 : buffered_tell(b);
    Object *at = text_ask(t, names.tell, NULL, 0);
    int64_t place = at ? int_as_i64(at) : -1;
    xdecref(at);
    return raise_pending() ? -1 : place;
}

Object *text_tell(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (text_check_open(t) < 0) return NULL;
    if (!t->seekable) return no_positions();
    if (!t->telling) return raise_error(&exc_OSError, "telling position disabled by next() call");
    if (text_write_pending(t) < 0 || text_call_flush(o) < 0 || text_check_attached(t) < 0) return NULL;
    Cookie c = {.start = buffer_tell(t)};
    if (c.start < 0) return NULL;
    if (!t->readable || !t->snapshot) return int_from_i64(c.start);
    c.start -= bytes_length(t->snapshot);
    c.flags = (int32_t)t->snapshot_flags;
    if (t->at == 0) return cookie_pack(&c);
    DecoderState now, then = {.waiting = bytes_new("", 0), .flags = t->snapshot_flags};
    if (!then.waiting || text_decoder_state(&t->decoder, &now) < 0) {
        xdecref(then.waiting);
        return NULL;
    }
    unsigned seen = t->decoder.newlines.seen;
    int status = text_decoder_restore(&t->decoder, &then);
    Object *input = newref(t->snapshot ? t->snapshot : then.waiting);
    if (status == 0) status = find_safe_start(t, input, t->at, &c);
    decref(input);
    Object *exc = raise_take();
    if (text_decoder_restore(&t->decoder, &now) < 0) {
        status = -1;
        if (exc) raise_clear();
    }
    if (exc) raise_restore(exc);
    t->decoder.newlines.seen = seen;
    decref(now.waiting);
    decref(then.waiting);
    return status < 0 ? NULL : cookie_pack(&c);
}

/* --- seek --- */

/* Drops what was decoded; the codecs are put to `state`, NULL: as at the start. */
static int restart(TextFile *t, const DecoderState *state, bool at_start) {
    text_drop_decoded(t);
    clear_ref(&t->snapshot);
    if (t->readable && (state ? text_decoder_restore(&t->decoder, state) : text_decoder_reset(&t->decoder)) < 0)
        return -1;
    return t->writable ? text_encoder_restart(&t->encoder, at_start) : 0;
}

static Object *seek_buffer(TextFile *t, int64_t place, int whence) {
    Object *args[] = {int_from_i64(place), int_from_i64(whence)};
    Object *result = args[0] && args[1] ? text_ask(t, names.seek, args, 2) : NULL;
    xdecref(args[0]);
    xdecref(args[1]);
    return result;
}

static Object *seek_end(Object *o) {
    TextFile *t = self_text(o);
    if (text_call_flush(o) < 0 || text_check_attached(t) < 0) return NULL;
    Object *result = seek_buffer(t, 0, SEEK_END);
    if (!result) return NULL;
    int somewhere = object_truth(result);
    if (somewhere < 0 || restart(t, NULL, !somewhere) < 0) clear_ref(&result);
    return result;
}

/* Reads and decodes again what lies between the cookie's start and the place that it stands for. */
static int replay(TextFile *t, const Cookie *c) {
    Object *n = int_from_i64(c->feed), *data = n ? text_ask(t, names.read, &n, 1) : NULL;
    xdecref(n);
    if (!data) return -1;
    if (!bytes_check(data)) {
        raise_error(&exc_TypeError, "underlying read() should have returned a bytes object, not '%T'", data);
        decref(data);
        return -1;
    }
    Object *text = text_decode(&t->decoder, ((Bytes *)data)->data, bytes_length(data), c->at_end);
    set_ref(&t->snapshot, data);
    t->snapshot_flags = c->flags;
    if (!text) return -1;
    set_ref(&t->text, text);
    t->at = 0;
    if (str_length(text) < c->skip) return raise_int(&exc_OSError, "can't restore logical file position");
    t->at = c->skip;
    return 0;
}

static int go_to(TextFile *t, const Cookie *c) {
    Object *result = seek_buffer(t, c->start, SEEK_SET);
    if (!result) return -1;
    decref(result);
    bool at_start = c->start == 0 && c->flags == 0;
    DecoderState state = {.waiting = bytes_new("", 0), .flags = c->flags};
    int status = state.waiting ? restart(t, at_start ? NULL : &state, at_start) : -1;
    if (status == 0 && t->readable && c->skip) {
        status = replay(t, c);
    } else if (status == 0 && t->readable) {
        set_ref(&t->snapshot, newref(state.waiting));
        t->snapshot_flags = c->flags;
    }
    xdecref(state.waiting);
    return status;
}

static int seek_to(Object *o, Object *target) {
    TextFile *t = self_text(o);
    Object *zero = int_from_i64(0);
    int negative = object_compare_bool(target, zero, CMP_LT);
    decref(zero);
    if (negative > 0) raise_error(&exc_ValueError, "negative seek position %R", target);
    if (negative || text_call_flush(o) < 0 || text_check_attached(t) < 0) return -1;
    Object *number = number_int(target);
    Cookie c;
    int status = number && cookie_unpack(number, &c) == 0 ? go_to(t, &c) : -1;
    xdecref(number);
    return status;
}

Object *text_seek(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    int whence = nargs > 1 ? int_as_int(args[1]) : SEEK_SET;
    if (raise_pending() || text_check_open(t) < 0) return NULL;
    if (!t->seekable) return no_positions();
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    Object *zero = int_from_i64(0), *target = newref(args[0]);
    int moves = whence ? object_compare_bool(target, zero, CMP_NE) : 0;
    decref(zero);
    if (moves > 0)
        io_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (moves == 0 && whence == SEEK_END) {
        decref(target);
        return seek_end(o);
    }
    if (moves == 0 && whence == SEEK_CUR) set_ref(&target, io_call(o, "tell", NULL));
    if (moves == 0 && target && seek_to(o, target) == 0) return target;
    xdecref(target);
    return NULL;
}
