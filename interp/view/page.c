/* The files: stdlib/view/page.html with the style, the script and the recording put into it, and the recording alone.
 *
 * The recording is one JSON object:
 *      version, file, argv, source (a list of lines), limits, lists (free lists), steps, end, simulate
 *      end: {"stopped": why, or null, "error": the traceback, or null, "status": 0 or 1}
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <unistd.h>

#include "interp/report.h"
#include "interp/sys.h"
#include "interp/view/view_impl.h"
#include "interp/vm/embedded.h"

static ViewOptions options;

/* Sets and dicts are ordered by hashes: of text by the seed, of other objects by their address. Where the system does
 * not let the process choose, the page can differ in the order of sets of such objects. */
void view_prepare(char **argv) {
    setenv("PYTHONHASHSEED", "0", 1);
    int now = personality(0xffffffff);
    if (now == -1 || now & ADDR_NO_RANDOMIZE || personality((unsigned long)now | ADDR_NO_RANDOMIZE) == -1) return;
    execv("/proc/self/exe", argv);
}

int view_start(const ViewOptions *given, Code *code, Dict *globals) {
    options = *given;
    return steps_start(given, code, globals);
}

/* ---- the recording ---- */

static void put_source(Out *out, const char *source, size_t n) {
    out_c(out, "[");
    for (size_t from = 0; from < n;) {
        const char *end = memchr(source + from, '\n', n - from);
        size_t length = end ? (size_t)(end - source) - from : n - from;
        size_t shown = length && source[from + length - 1] == '\r' ? length - 1 : length;
        out_comma(out);
        out_string(out, source + from, shown);
        from += length + 1;
    }
    out_c(out, "]");
}

static void put_words(Out *out, int argc, char **argv) {
    out_c(out, "[");
    for (int i = 0; i < argc; i++) {
        out_comma(out);
        out_string(out, argv[i], strlen(argv[i]));
    }
    out_c(out, "]");
}

/* The traceback as the program prints it, but with the script's name as it was given. */
static void put_traceback(Out *out, const char *text, size_t n) {
    Out plain = {0};
    size_t path = strlen(options.path);
    for (size_t i = 0; i < n;) {
        bool here = path && n - i >= path && memcmp(text + i, options.path, path) == 0;
        out_bytes(&plain, here ? options.file : text + i, here ? strlen(options.file) : 1);
        i += here ? path : 1;
    }
    out_string(out, plain.text, plain.n);
    out_free(&plain);
}

static void put_error(Out *out, Object *exc) {
    Object *text = exc ? report_text(exc) : NULL;
    size_t n;
    char *owned = NULL;
    const char *utf8 = text ? str_utf8_surrogates(text, &n, &owned) : NULL;
    if (utf8)
        put_traceback(out, utf8, n);
    else
        out_c(out, "null");
    raise_clear();
    heap_free(owned);
    xdecref(text);
}

static void put_end(Out *out, Object *exc) {
    out_c(out, "{\"stopped\":");
    if (recording.stopped_why)
        out_string(out, recording.stopped_why, strlen(recording.stopped_why));
    else
        out_c(out, "null");
    out_c(out, ",\"error\":");
    put_error(out, exc);
    out_c(out, "}");
}

static void put_recording(Out *out, const char *source, size_t n, Object *exc) {
    out_format(out, "{\"version\":1,\"ouro\":\"%s\",\"file\":", OURO_VERSION);
    out_string(out, options.file, strlen(options.file));
    out_c(out, ",\"argv\":");
    put_words(out, options.argc, options.argv);
    out_format(out, ",\"limits\":{\"steps\":%u,\"things\":%d,\"bytes\":%d,\"items\":%d,\"output\":%d}",
               options.steps ? options.steps : VIEW_STEPS, VIEW_THINGS, VIEW_BYTES, VIEW_ITEMS, VIEW_OUTPUT);
    out_c(out, ",\"source\":");
    put_source(out, source, n);
    out_c(out, ",\"lists\":");
    map_write_lists(out);
    out_c(out, ",\"simulate\":");
    simulate_write(out);
    out_c(out, ",\"end\":");
    put_end(out, exc);
    out_c(out, ",\"steps\":[\n");
    out_bytes(out, recording.steps.text, recording.steps.n);
    out->failed |= recording.steps.failed;
    out_c(out, "\n]}\n");
}

/* ---- the files ---- */

static const EmbeddedFile *embedded(const char *path) {
    const EmbeddedFile *f = embedded_files;
    while (f->path && strcmp(f->path, path) != 0) f++;
    return f;
}

/* page.html: each line <!--NAME--> stands for a file of that name, or for the recording. */
static void put_page(Out *out, const Out *data) {
    const EmbeddedFile *page = embedded("view/page.html");
    for (const char *at = page->text, *end = at + page->size; at < end;) {
        const char *mark = strstr(at, "<!--{");
        if (!mark) mark = end;
        out_bytes(out, at, (size_t)(mark - at));
        if (mark == end) return;
        const char *close = strstr(mark, "}-->");
        char name[64];
        snprintf(name, sizeof name, "view/%.*s", (int)(close - mark - 5), mark + 5);
        const EmbeddedFile *f = embedded(name);
        if (f->path)
            out_bytes(out, f->text, f->size);
        else
            out_bytes(out, data->text, data->n);
        at = close + 4;
    }
}

static int write_file(const char *path, const Out *text) {
    FILE *f = text->failed ? NULL : fopen(path, "wb");
    if (text->failed) errno = ENOMEM;
    bool good = f && fwrite(text->text, 1, text->n, f) == text->n;
    if (f && fclose(f) != 0) good = false;
    if (good)
        fprintf(stderr, "ouro: wrote %s (%u steps, %zu KiB)\n", path, recording.count, (text->n + 1023) / 1024);
    else
        fprintf(stderr, "ouro: can't write %s: %s\n", path, strerror(errno));
    return good ? 0 : -1;
}

/* The name of the script without its folder and ending, with another ending. */
static void name_output(char *path, size_t size, const char *ending) {
    const char *slash = strrchr(options.file, '/'), *name = slash ? slash + 1 : options.file;
    if (options.out) name = options.out;
    const char *dot = strrchr(name, '.');
    int n = dot && dot > name && !strchr(dot, '/') ? (int)(dot - name) : (int)strlen(name);
    snprintf(path, size, "%.*s%s", n, name, ending);
}

static int write_files(const Out *data) {
    char path[4096];
    Out page = {.failed = data->failed};
    put_page(&page, data);
    name_output(path, sizeof path, ".html");
    int status = write_file(options.out ? options.out : path, &page);
    out_free(&page);
    name_output(path, sizeof path, ".json");
    if (status == 0 && options.json) status = write_file(path, data);
    return status;
}

int view_finish(const char *source, size_t n) {
    Object *exc = raise_take();
    bool exits = exc && is_instance(exc, &exc_SystemExit); /* which is an end, not an error */
    steps_finish(exits ? NULL : exc);
    Out data = {0};
    put_recording(&data, source, n, exits ? NULL : exc);
    int status = write_files(&data);
    out_free(&data);
    steps_drop();
    things_drop();
    map_drop();
    if (exc) raise_restore(exc);
    return status;
}
