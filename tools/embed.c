/* embed FILE...: writes a C file with the text of all FILEs as string constants (see interp/vm/embedded.h).
 * stdlib/a/b.py becomes module a.b, stdlib/a/__init__.py the package a; what does not end in .py is a plain file. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Text as adjacent string literals, a line each: compilers want them no longer than some kilobytes. */
static void write_literal(FILE *in) {
    bool open = false;
    for (int c; (c = getc(in)) != EOF;) {
        if (!open) fputs("    \"", stdout);
        open = true;
        if (c == '\n') {
            fputs("\\n\"\n", stdout);
            open = false;
        } else if (c == '"' || c == '\\' || c == '?') {
            printf("\\%c", c);
        } else if (c < ' ' || c > '~') {
            printf("\\%03o", c);
        } else {
            putchar(c);
        }
    }
    puts(open ? "\"" : "    \"\"");
}

/* "stdlib/a/b.py" -> "a.b"; true when it is a package's __init__.py. */
static bool module_name(const char *path, char *name, size_t size) {
    const char *start = strncmp(path, "stdlib/", 7) == 0 ? path + 7 : path;
    size_t n = strlen(start);
    bool package = n >= 12 && strcmp(start + n - 12, "/__init__.py") == 0;
    n -= package ? 12 : 3;
    if (n >= size) exit(2);
    for (size_t i = 0; i < n; i++) name[i] = start[i] == '/' ? '.' : start[i];
    name[n] = 0;
    return package;
}

static const char *in_stdlib(const char *path) {
    return strncmp(path, "stdlib/", 7) == 0 ? path + 7 : path;
}

static bool is_module(const char *path) {
    size_t n = strlen(path);
    return n > 3 && strcmp(path + n - 3, ".py") == 0;
}

int main(int argc, char **argv) {
    puts("#include \"interp/vm/embedded.h\"\n");
    for (int i = 1; i < argc; i++) {
        FILE *in = fopen(argv[i], "rb");
        if (!in) return perror(argv[i]), 1;
        printf("static const char source_%d[] =\n", i);
        write_literal(in);
        puts(";");
        fclose(in);
    }
    int modules = 0;
    puts("const EmbeddedModule embedded_modules[] = {");
    for (int i = 1; i < argc; i++) {
        if (!is_module(argv[i])) continue;
        char name[256];
        bool package = module_name(argv[i], name, sizeof name);
        printf("    {\"%s\", \"<stdlib>/%s\", source_%d, sizeof source_%d - 1, %d},\n", name, in_stdlib(argv[i]), i, i,
               package);
        modules++;
    }
    puts("    {0},\n};");
    printf("const size_t embedded_module_count = %d;\n", modules);
    puts("const EmbeddedFile embedded_files[] = {");
    for (int i = 1; i < argc; i++)
        if (!is_module(argv[i])) printf("    {\"%s\", source_%d, sizeof source_%d - 1},\n", in_stdlib(argv[i]), i, i);
    puts("    {0},\n};");
    return 0;
}
