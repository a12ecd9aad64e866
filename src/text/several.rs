//! What is said of several sections, or of one with those beneath it. One constant per language.

/// The words of one language.
pub struct SeveralWords {
    /// Those that are apart went one step each.
    pub moved_each: fn(usize) -> String,
    // A title, and how many are beneath it.
    pub deleted: fn(&str, usize) -> String,
    pub taken_out: fn(&str, usize) -> String,
    pub taken_in: fn(&str, usize) -> String,
    // On the buttons below those that are chosen: four in a row
    pub leave_out: &'static str,
    pub take_in: &'static str,
}

pub const JA: SeveralWords = SeveralWords {
    moved_each: |count| format!("見出し {count} 件をひとつずつ動かしました"),
    deleted: |title, count| format!("「{title}」と下の見出し {count} 件をゴミ箱に移しました"),
    taken_out: |title, count| format!("「{title}」と下の見出し {count} 件をレポートから外しました"),
    taken_in: |title, count| format!("「{title}」と下の見出し {count} 件をレポートに入れました"),
    leave_out: "外す",
    take_in: "入れる",
};

pub const EN: SeveralWords = SeveralWords {
    moved_each: |count| format!("Moved {count} sections by one each"),
    deleted: |title, count| format!("Moved “{title}” and {count} beneath it to the trash"),
    taken_out: |title, count| format!("Left “{title}” and {count} beneath it out of the report"),
    taken_in: |title, count| format!("Took “{title}” and {count} beneath it into the report"),
    leave_out: "Leave out",
    take_in: "Take in",
};
