//! Dates by the years of an era, as offices and schools of Japan write them.

use super::{check, check_undated};

#[test]
fn counts_years_by_eras() {
    for date in [
        "令和8年11月29日(日)",
        "平成38年11月29日",
        "令和８年11月29日",
    ] {
        check(&format!("{date}\n10:00 Talk"), "11-29T10:00 Talk");
    }
    check_undated("令和元年10月27日\n10:00 Talk", "10-27T10:00 Talk");
    check(
        "| 日付 | 時間 | 内容 |\n|---|---|---|\n| 令和8年11月29日 | 10時から12時まで | Talk |",
        "11-29T10:00-12:00 Talk",
    );
}
