/* The proleptic Gregorian calendar: days as numbers and back, and the weeks of ISO 8601.
 *
 * Day numbers become dates by counting years from March, so that the leap day is the last of its year: then 400 years
 * have 146097 days, a hundred 36524, and months of a year begin at (153 * m + 2) / 5. */
#include "stdlib/datetime_parts.h"

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_days_in_month(int year, int month) {
    static const uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month] + (month == 2 && is_leap(year));
}

int calendar_day_of_year(Day d) {
    static const int16_t before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return before[d.month] + (d.month > 2 && is_leap(d.year)) + d.day;
}

static int days_before_year(int year) {
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int calendar_ordinal(Day d) {
    return days_before_year(d.year) + calendar_day_of_year(d);
}

Day calendar_day(int ordinal) {
    enum { YEARS_400 = 146097, MARCH_1_OF_0 = -305 };
    unsigned n = (unsigned)(ordinal - MARCH_1_OF_0); /* from the first of March of the year 0 */
    unsigned era = n / YEARS_400, day = n % YEARS_400;
    unsigned year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    day -= 365 * year + year / 4 - year / 100;
    unsigned month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5;
    bool next_year = month >= 10;
    return (Day){(int)(era * 400 + year + next_year), (int)(next_year ? month - 9 : month + 3), (int)day + 1};
}

int calendar_weekday(Day d) {
    return (calendar_ordinal(d) + 6) % 7;
}

/* The ISO year begins with the Monday of the week that has the year's first Thursday. */
int calendar_iso_monday(int year) {
    int first = days_before_year(year) + 1, weekday = (first + 6) % 7;
    return first - weekday + (weekday > 3 ? 7 : 0);
}

int calendar_iso_weeks(int year) {
    return (calendar_iso_monday(year + 1) - calendar_iso_monday(year)) / 7;
}

Day calendar_iso(Day d) {
    int ordinal = calendar_ordinal(d), year = d.year;
    if (ordinal < calendar_iso_monday(year))
        year--;
    else if (ordinal >= calendar_iso_monday(year + 1))
        year++;
    int days = ordinal - calendar_iso_monday(year);
    return (Day){year, days / 7 + 1, days % 7 + 1};
}

bool calendar_shift(Day *d, int days) {
    int day = d->day + days;
    if (day >= 1 && day <= calendar_days_in_month(d->year, d->month)) {
        d->day = day;
        return true;
    }
    int ordinal = calendar_ordinal(*d) + days; /* |days| < 10**9 */
    if (ordinal < 1 || ordinal > MAX_ORDINAL) return false;
    *d = calendar_day(ordinal);
    return true;
}

Clock calendar_clock(int64_t us) {
    return clock_of((int)(us / US_PER_SECOND), (int)(us % US_PER_SECOND));
}

bool calendar_split(int64_t us, Day *d, Clock *c) {
    if (us < US_PER_DAY || us >= (MAX_ORDINAL + 1) * US_PER_DAY) return false;
    *d = calendar_day((int)(us / US_PER_DAY));
    *c = calendar_clock(us % US_PER_DAY);
    return true;
}
