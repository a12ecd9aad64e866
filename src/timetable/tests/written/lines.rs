//! Lines of text.

use super::{check, check_undated};

#[test]
fn scratch() {
    let input = std::fs::read_to_string("/tmp/text-lab/in.txt").unwrap();
    for case in input.split("=====\n") {
        let hint = if case.starts_with("!") {
            None
        } else {
            crate::domain::Date::parse(super::HINT)
        };
        let case = case.trim_start_matches("!\n");
        println!("{case}--->");
        match crate::timetable::written::read(case, hint) {
            None => println!("none"),
            Some(r) => println!("{}", super::shown(&r)),
        }
        println!("==========");
    }
}
