//! x
use crate::markdown::OPTIONS;
use pulldown_cmark::Parser;
#[test]
fn t() {
    for t in [
        "1.\n\n[a]: htt\n    ## code\n\"t\n===\n10. ten\n",
        "    ## code\n\"t\n===\n10. ten\n",
    ] {
        println!("---- {t:?}");
        for (e, r) in Parser::new_ext(t, OPTIONS).into_offset_iter() {
            println!("{e:?} {r:?}");
        }
    }
}
