//! Clocks of twelve hours that do not say which half of the day they mean.

use super::check;

#[test]
fn goes_on_after_noon() {
    check(
        "| Time | Session |
         |---|---|
         | 8:30 – 9:00 | Breakfast |
         | 9:00 - 12:00 | Hacking |
         | 12:00 - 1:00 | Lunch |
         | 1:00 - 1:30 | Stand-up |
         | 1:30 - 4:30 | More hacking |
         | 4:45 | Demos |
         | 5:30 - 7:00 | Dinner |
         | 7:30 | Games |",
        "08:30-09:00 ~ Breakfast
         09:00-12:00 Hacking
         12:00-13:00 ~ Lunch
         13:00-13:30 Stand-up
         13:30-16:30 More hacking
         16:45 Demos
         17:30-19:00 ~ Dinner
         19:30 Games",
    );
}

#[test]
fn begins_again_on_the_next_day() {
    check(
        "Day 1
         11:30 A
         1:00 B
         Day 2
         9:00 C
         2:15 D",
        "11:30 A
         13:00 B
         11-29T09:00 C
         11-29T14:15 D",
    );
}

#[test]
fn knows_halves_of_starts_and_ends_in_columns() {
    check(
        "Start,End,Title
         11:00,12:30,A
         12:30,1:30,B
         1:30,2:15,C",
        "11:00-12:30 A
         12:30-13:30 B
         13:30-14:15 C",
    );
}

#[test]
fn leaves_clocks_of_a_whole_day_alone() {
    for (text, expected) in [
        ("9:00 A\n17:00 B\n9:00 C", "09:00 A\n17:00 B\n09:00 C"),
        ("11:30 A\n01:00 B", "11:30 A\n01:00 B"),
        ("22:00 A\n1:00 B", "22:00 A\n+11-29T01:00 B"),
        ("13:00 A\n17:45 B\n8:30 C", "13:00 A\n17:45 B\n08:30 C"),
        (
            "# One\n9:00 A\n5:45 B\n# Two\n8:30 C\n1:15 D",
            "09:00 A\n17:45 B\n08:30 C\n13:15 D",
        ),
        ("10:00 A\n8:00 B", "10:00 A\n08:00 B"),
        ("1.10 A section", "none"),
        ("Version 1.10 - a title", "none"),
    ] {
        check(text, expected);
    }
}
