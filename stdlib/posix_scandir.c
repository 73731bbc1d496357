/* posix: scandir(), the entries of a folder one at a time. What kind an entry is the system says with its name, so that
 * walking through folders asks no more than it must; what is asked is kept. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "stdlib/posix_parts.h"

typedef struct DirEntry {
    Object base;
    Object *name, *path;  /* owned */
    Object *stat, *lstat; /* owned, NULL until asked for */
    int folder;           /* the open folder whose entry this is, or -1 */
    unsigned char kind;   /* DT_REG ..., DT_UNKNOWN */
    ino_t inode;
} DirEntry;

typedef struct ScandirIterator {
    Object base;
    DIR *dir;    /* NULL: at the end, or closed */
    Path folder; /* text NULL: the current one */
} ScandirIterator;

extern Type dir_entry_type, scandir_iterator_type;

/* --- entries --- */

static void entry_dealloc(Object *o) {
    DirEntry *e = (DirEntry *)o;
    xdecref(e->name);
    xdecref(e->path);
    xdecref(e->stat);
    xdecref(e->lstat);
    object_free(o);
}

static Object *fetch(DirEntry *e, bool follow) {
    Object *m = import_name("posix"), *os_stat = NULL, *result = NULL;
    Str *name = str_intern_c("stat");
    if (m && name) os_stat = object_getattr(m, name);
    static const char *const keys[] = {"dir_fd", "follow_symlinks"};
    Object *kwargs = os_stat ? dict_new() : NULL,
           *args = kwargs ? tuple_pack(1, e->folder < 0 ? e->path : e->name) : NULL;
    Object *values[] = {e->folder < 0 ? newref(NONE) : int_from_i64(e->folder), new_bool(follow)};
    int status = args && values[0] ? 0 : -1;
    for (int i = 0; status == 0 && i < 2; i++) status = dict_set_c(kwargs, keys[i], values[i]);
    if (status == 0) result = object_call_dict(os_stat, args, kwargs);
    for (int i = 0; i < 2; i++) xdecref(values[i]);
    xdecref(args);
    xdecref(kwargs);
    xdecref(os_stat);
    xdecref(name);
    xdecref(m);
    return result;
}

/* The stat_result, new; with an exception if there is none. */
static Object *entry_stat_result(DirEntry *e, bool follow) {
    bool link = e->kind == DT_LNK || e->kind == DT_UNKNOWN;
    Object **kept = follow && link ? &e->stat : &e->lstat;
    if (!*kept) {
        Object *fresh = fetch(e, follow);
        if (!fresh) return NULL;
        if (!*kept) *kept = newref(fresh);
        decref(fresh);
    }
    return newref(*kept);
}

/* 1, 0, -1: is it, once links are followed if they are to be, a file of this kind? What is not there is of no kind. */
static int entry_is(DirEntry *e, bool follow, mode_t mode, unsigned char kind) {
    if (e->kind != DT_UNKNOWN && !(follow && e->kind == DT_LNK)) return e->kind == kind;
    Object *stat = entry_stat_result(e, follow);
    if (!stat) {
        if (!raise_is(&exc_FileNotFoundError)) return -1;
        raise_clear();
        return 0;
    }
    int64_t bits = int_as_i64(tuple_item(stat, 0));
    decref(stat);
    return ((mode_t)bits & S_IFMT) == mode;
}

static Object *answer(int status) {
    return status < 0 ? NULL : new_bool(status);
}

static Object *entry_is_dir(Object *self, Object **args, ptrdiff_t nargs) {
    int follow = posix_flag(args, nargs, 0, true);
    return follow < 0 ? NULL : answer(entry_is((DirEntry *)self, follow, S_IFDIR, DT_DIR));
}
static Object *entry_is_file(Object *self, Object **args, ptrdiff_t nargs) {
    int follow = posix_flag(args, nargs, 0, true);
    return follow < 0 ? NULL : answer(entry_is((DirEntry *)self, follow, S_IFREG, DT_REG));
}
static Object *entry_is_symlink(Object *self, Object **args, ptrdiff_t nargs) {
    return answer(entry_is((DirEntry *)self, false, S_IFLNK, DT_LNK));
}
static Object *entry_is_junction(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(false);
}
static Object *entry_stat(Object *self, Object **args, ptrdiff_t nargs) {
    int follow = posix_flag(args, nargs, 0, true);
    return follow < 0 ? NULL : entry_stat_result((DirEntry *)self, follow);
}
static Object *entry_inode(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64(((DirEntry *)self)->inode);
}
static Object *entry_fspath(Object *self, Object **args, ptrdiff_t nargs) {
    return newref(((DirEntry *)self)->path);
}
static Object *entry_repr(Object *o) {
    return str_format("<DirEntry %R>", ((DirEntry *)o)->name);
}
static Object *entry_name(Object *o, void *closure) {
    return newref(((DirEntry *)o)->name);
}
static Object *entry_path(Object *o, void *closure) {
    return newref(((DirEntry *)o)->path);
}

static const Method entry_methods[] = {
    {"is_dir", entry_is_dir, 0, 0, "is_dir($self, *, follow_symlinks=True)\n--\n\nIs it a folder?"},
    {"is_file", entry_is_file, 0, 0, "is_file($self, *, follow_symlinks=True)\n--\n\nIs it an ordinary file?"},
    {"is_symlink", entry_is_symlink, 0, 0, "is_symlink($self)\n--\n\nIs it a symbolic link?"},
    {"is_junction", entry_is_junction, 0, 0, "is_junction($self)\n--\n\nFalse: only Windows has them."},
    {"stat", entry_stat, 0, 0, "stat($self, *, follow_symlinks=True)\n--\n\nstat() of it, asked for once."},
    {"inode", entry_inode, 0, 0, "inode($self)\n--\n\nThe number of its inode."},
    {"__fspath__", entry_fspath, 0, 0, "__fspath__($self)\n--\n\nThe path."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__(object, /)\n--\n\nDirEntry[str].",
     METH_CLASS},
    {NULL},
};

static const GetSet entry_getsets[] = {
    {"name", entry_name, NULL, "the name in the folder"},
    {"path", entry_path, NULL, "the name behind the path of the folder"},
    {NULL},
};

Type dir_entry_type = {
    .mem = {.name = "posix.DirEntry", .flags = TYPE_NO_NEW, .size = sizeof(DirEntry), .dealloc = entry_dealloc},
    .doc = "An entry of a folder, from scandir().",
    .repr = entry_repr,
    .methods = entry_methods,
    .getset = entry_getsets,
};

/* --- the iterator --- */

static void iterator_close(ScandirIterator *it) {
    if (!it->dir) return;
    if (it->folder.fd >= 0) rewinddir(it->dir);
    closedir(it->dir);
    it->dir = NULL;
}

static void iterator_dealloc(Object *o) {
    ScandirIterator *it = (ScandirIterator *)o;
    if (it->dir) {
        Object *pending = raise_take(), *message = str_format("unclosed scandir iterator %R", o);
        if (!message || warnings_warn(message, (Object *)&exc_ResourceWarning, 1, NULL, NULL) < 0)
            raise_unraisable("while finalizing scandir iterator", NULL);
        xdecref(message);
        raise_restore(pending);
    }
    iterator_close(it);
    path_drop(&it->folder);
    object_free(o);
}

/* folder + "/" + name, of the type of folder */
static Object *join(const ScandirIterator *it, const char *name, bool as_bytes) {
    if (!it->folder.text) return it->folder.fd >= 0 ? posix_name(name, false) : str_format("./%s", name);
    size_t n = strlen(it->folder.text), m = strlen(name);
    bool slash = n > 0 && it->folder.text[n - 1] != '/';
    char *whole = heap_alloc(n + m + 2);
    if (!whole) return raise_memory();
    memcpy(whole, it->folder.text, n);
    if (slash) whole[n] = '/';
    memcpy(whole + n + slash, name, m + 1);
    Object *path = posix_name(whole, as_bytes);
    heap_free(whole);
    return path;
}

static Object *iterator_next(Object *o) {
    ScandirIterator *it = (ScandirIterator *)o;
    while (it->dir) {
        errno = 0;
        struct dirent *found = readdir(it->dir);
        if (!found) {
            int code = errno;
            iterator_close(it);
            errno = code;
            return code ? raise_os_object(it->folder.object) : NULL;
        }
        if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0) continue;
        DirEntry *e = (DirEntry *)object_new(&dir_entry_type);
        if (!e) return NULL;
        bool as_bytes = it->folder.object && bytes_check(it->folder.object);
        e->name = e->path = e->stat = e->lstat = NULL;
        e->folder = it->folder.fd;
        e->kind = found->d_type;
        e->inode = found->d_ino;
        e->name = posix_name(found->d_name, as_bytes);
        e->path = e->name ? join(it, found->d_name, as_bytes) : NULL;
        if (!e->path) clear_ref(&e);
        return (Object *)e;
    }
    return NULL;
}

static Object *iterator_enter(Object *self, Object **args, ptrdiff_t nargs) {
    return newref(self);
}
static Object *iterator_exit(Object *self, Object **args, ptrdiff_t nargs) {
    iterator_close((ScandirIterator *)self);
    return new_none();
}

static const Method iterator_methods[] = {
    {"__enter__", iterator_enter, 0, 0, "__enter__($self)\n--\n\nThe iterator."},
    {"__exit__", iterator_exit, 0, -1, "__exit__($self, /, *args)\n--\n\nCloses it."},
    {"close", iterator_exit, 0, 0, "close($self)\n--\n\nCloses the folder; it is closed at the end of it, too."},
    {NULL},
};

Type scandir_iterator_type = {
    .mem = {.name = "posix.ScandirIterator",
            .flags = TYPE_NO_NEW,
            .size = sizeof(ScandirIterator),
            .dealloc = iterator_dealloc},
    .doc = "The entries of a folder.",
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

static Object *posix_scandir(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    if (path_read(&p, arg_or_null(args, nargs, 0), "scandir", "path", PATH_FILE | PATH_NONE) < 0) return NULL;
    int copy = p.fd >= 0 ? dup(p.fd) : -1;
    DIR *dir = p.fd >= 0 ? fdopendir(copy) : opendir(p.text ? p.text : ".");
    if (!dir) {
        int code = errno;
        if (copy >= 0) close(copy);
        errno = code;
        return path_failed(&p);
    }
    ScandirIterator *it = (ScandirIterator *)object_new(&scandir_iterator_type);
    if (!it) {
        closedir(dir);
        path_drop(&p);
        return NULL;
    }
    it->dir = dir;
    it->folder = p;
    return (Object *)it;
}

const Method posix_scandir_methods[] = {
    {"scandir", posix_scandir, 0, 1, "scandir(path=None)\n--\n\nThe entries of a folder, one at a time."},
    {NULL},
};

int posix_scandir_setup(Object *m) {
    if (type_ready(&scandir_iterator_type) < 0 || type_ready(&dir_entry_type) < 0) return -1;
    return module_add(m, "DirEntry", (Object *)&dir_entry_type);
}
