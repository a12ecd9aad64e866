//! The words of the palette, of the sheet of shortcuts and of fields to search in, by name. One constant per language.

/// The words of one language.
pub struct PaletteWords {
    pub title: &'static str,
    pub find: &'static str,
    pub none: &'static str,
    pub shortcuts: &'static str,
    /// The button in a field for what is looked for.
    pub empty_field: &'static str,
    // The sheet
    pub outside: &'static str,
    pub undo_last: &'static str,
    pub move_section: &'static str,
    pub nest_section: &'static str,
    pub delete_section: &'static str,
    pub rows: &'static str,
}

pub const JA: PaletteWords = PaletteWords {
    title: "コマンドと見出しを探す",
    find: "コマンドや見出しの名前",
    none: "ありません。短い言葉で試してください。",
    shortcuts: "キーボードショートカット",
    empty_field: "検索する言葉を消す",
    outside: "本文の外",
    undo_last: "直前の操作を元に戻す",
    move_section: "見出しを上や下へ動かす",
    nest_section: "見出しを入れ子にする・戻す",
    delete_section: "見出しを削除する",
    rows: "見出しの一覧で",
};

pub const EN: PaletteWords = PaletteWords {
    title: "Find a command or a section",
    find: "Name of a command or a section",
    none: "Nothing is called that. Try a shorter word.",
    shortcuts: "Keyboard shortcuts",
    empty_field: "Empty the field",
    outside: "Outside the text",
    undo_last: "Undo the last action",
    move_section: "Move a section up or down",
    nest_section: "Nest or unnest a section",
    delete_section: "Delete a section",
    rows: "In the list of sections",
};
