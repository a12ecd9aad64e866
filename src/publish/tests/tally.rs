//! What is counted of an event.

use super::fills::{Known, session};
use crate::domain::Heard;
use crate::publish::Tally;

fn sessions() -> Vec<crate::domain::Session> {
    ["a", "b", "c", "d", "own"].map(|id| session(id, id)).into()
}

#[test]
fn sessions_are_heard_where_she_says_so_or_wrote() {
    let mut known = Known::new(
        sessions(),
        &[
            "memo:a ### a\n\n- 書いた\n",
            "memo:b ### b\n\n- 途中から\n",
            "memo:c ### c\n\n- \n",
            "memo:own ### own\n\n- 話した\n",
        ],
    );
    known.sections[2].filled = "### c\n\n".into();
    let known = known
        .pick("b", |pick| pick.heard = Heard::Half)
        .pick("d", |pick| pick.heard = Heard::Whole)
        .pick("own", |pick| (pick.mine, pick.heard) = (true, Heard::Whole));
    let tally = known.sources().tally();
    assert_eq!((tally.heard, tally.half), (2, 1));
}

#[test]
fn marks_are_counted_once_and_without_what_is_private() {
    let known = Known::new(
        sessions(),
        &[
            "## 話\n\n- 💡 一\n- 💡 一\n- ❓ なぜ**白い**？\n- 🔒 ❓ ひみつ\n- ❓ 🔒 これも\n- ❓\n",
            "memo:a ### a\n\n- ❓ - どこ\n\n```\n- ❓ コード\n```\n",
            "## 🔒 日記\n\n- ❓ ないしょ\n",
            "### 下\n\n- 💡 ないしょ\n",
        ],
    );
    assert_eq!(
        known.sources().tally(),
        Tally {
            heard: 1,
            half: 0,
            learned: 1,
            questions: vec!["なぜ白い？".into(), "- どこ".into()],
        }
    );
}
