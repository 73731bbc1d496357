/* measure REPORT COMMAND...: runs a command and writes to the file REPORT what it took:
 *
 *      seconds of processor time (its own and the system's), seconds on the clock, peak memory in KiB
 *
 * A program of its own, and a small one: the peak that the kernel tells of a child is never less than what the process
 * that started it had in memory, so an interpreter cannot measure one that is smaller than itself. The exit status is
 * the command's.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double clock_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double to_seconds(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: measure REPORT COMMAND [ARG] ...\n", stderr);
        return 2;
    }
    double start = clock_now();
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
        perror("measure");
        return 2;
    }
    double wall = clock_now() - start;
    FILE *report = fopen(argv[1], "w");
    if (!report) {
        perror(argv[1]);
        return 2;
    }
    fprintf(report, "%.6f %.6f %ld\n", to_seconds(usage.ru_utime) + to_seconds(usage.ru_stime), wall, usage.ru_maxrss);
    fclose(report);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
