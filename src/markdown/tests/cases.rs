//! x
use super::printer::show;
#[test]
fn t() { println!("{}", show("## x\n\n|a|b|\n|-|:-|\n|c|d|\n\n- [ ] x https://a.b/c。")); }
