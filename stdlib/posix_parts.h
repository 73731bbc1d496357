/* What the files of the module posix share: paths as arguments, and what calls of the system give back.
 *
 *      posix.c          the module; environment, terminal, random bytes, constants
 *      posix_paths.c    calls with a path
 *      posix_files.c    calls with the number of an open file
 *      posix_stat.c     stat and its relatives
 *      posix_scandir.c  entries of a folder
 *      posix_text.c     paths as text
 *      posix_process.c  processes, users, scheduling
 */
#ifndef OURO_POSIX_PARTS_H
#define OURO_POSIX_PARTS_H

#include <fcntl.h>
#include <sys/stat.h>

#include "interp/api.h"

extern const Method posix_path_methods[], posix_file_methods[], posix_stat_methods[], posix_scandir_methods[],
    posix_process_methods[], posix_text_methods[];
int posix_stat_setup(Object *m);
int posix_scandir_setup(Object *m);
int posix_process_setup(Object *m);
void posix_process_teardown(void);

/* A path argument: a str, bytes, or what has __fspath__; where that is allowed, the number of an open file, or None. */
typedef struct Path {
    char *text;     /* a heap block; NULL for a file and for None */
    Object *object; /* owned: the str or bytes as given; NULL likewise */
    int fd;         /* -1 if there is a text, or for None */
} Path;
enum { PATH_FILE = 1, PATH_NONE = 2 };

/* For messages: the names of the function and of its argument. 0, -1 */
int path_read(Path *p, Object *o, const char *function, const char *argument, int allow);
void path_drop(Path *p);
Object *path_failed(Path *p);             /* drops p; the OSError of errno with the path */
Object *path_result(Path *p, int status); /* drops p; None, or that error if status is negative */
Object *paths_result(Path *from, Path *to, int status);

/* The str or bytes that a path is: new. The names as above; NULL for os.fspath itself. */
Object *path_object(Object *o, const char *function, const char *argument, int allow);
char *posix_text(Object *o);          /* a str, bytes or path for the system: a heap block, or NULL with an exception */
int posix_folder(Object *o, int *fd); /* a dir_fd; NULL, None: the current folder. 0, -1 */
int posix_fd(Object *o);              /* the number of a file, or what has fileno(); -1 with an exception */
Object *posix_name(const char *s, bool as_bytes); /* a name that the system gave */
Object *posix_status(int status);                 /* None, or the OSError of errno if it is negative */
int posix_ints(Object **args, int n, int *out);   /* 0, -1 */
int posix_flag(Object **args, ptrdiff_t nargs, ptrdiff_t i, bool otherwise); /* an optional bool; -1: exception */

#endif
