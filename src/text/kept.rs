//! The words about how well notes are kept, by name. One constant per language.

/// The words of one language.
pub struct KeptWords {
    // The screen
    pub title: &'static str,
    pub saving: &'static str,
    pub saved_at: fn(&str) -> String,
    pub nothing_new: &'static str,
    // What the browser promises
    pub promise: &'static str,
    pub granted: &'static str,
    pub not_granted: &'static str,
    pub unknown: &'static str,
    pub ask: &'static str,
    pub refused: &'static str,
    // How the page is opened
    pub way: &'static str,
    pub installed: &'static str,
    pub tab: &'static str,
    pub tab_of_safari: &'static str,
    // Copies outside of the browser
    pub elsewhere: &'static str,
    pub copied_at: fn(&str) -> String,
    pub never_copied: &'static str,
    // The reminders
    pub copy_is_due: &'static str,
    pub not_today: &'static str,
    pub safari_forgets: &'static str,
    pub understood: &'static str,
    pub bring_over: &'static str,
}

pub const JA: KeptWords = KeptWords {
    title: "保存のようす",
    saving: "保存",
    saved_at: |time| format!("最後に保存: {time}"),
    nothing_new: "このページを開いてから、何も書いていません。",
    promise: "ブラウザの扱い",
    granted: "空き容量が足りなくなっても、メモを消しません。",
    not_granted: "空き容量が足りなくなると、メモを消すことがあります。",
    unknown: "わかりません。",
    ask: "消さないように頼む",
    refused: "ブラウザは約束しませんでした。バックアップを保存しておくと安心です。",
    way: "開き方",
    installed: "アプリとして開いています。",
    tab: "ブラウザのタブで開いています。",
    tab_of_safari: "Safari のタブで開いています。7 日間開かないと、Safari はメモを消すことがあります。",
    elsewhere: "外に取り出した控え",
    copied_at: |time| format!("最後のバックアップ: {time}"),
    never_copied: "この端末からは、まだ取り出していません。",
    copy_is_due: "最後のバックアップのあと、20 分以上書きました。",
    not_today: "今日はしない",
    safari_forgets: "Safari は 7 日間開かないページのメモを消すことがあるので、たくさん書く前に、共有ボタンの「ホーム画面に追加」から開くようにしてください。",
    understood: "わかりました",
    bring_over: "ホーム画面から開くと、はじめは空です。Safari で書いたメモは、そちらで「バックアップを保存」したファイルを選ぶと、ここに移せます。",
};

pub const EN: KeptWords = KeptWords {
    title: "How your notes are kept",
    saving: "Saving",
    saved_at: |time| format!("Last saved: {time}"),
    nothing_new: "Nothing has been written since this page was opened.",
    promise: "Browser storage",
    granted: "The browser keeps your notes even when space runs low.",
    not_granted: "The browser may delete your notes when space runs low.",
    unknown: "Not known.",
    ask: "Ask it to keep them",
    refused: "The browser did not promise it. Save a backup to be safe.",
    way: "Opened in",
    installed: "A window of its own, as an app.",
    tab: "A browser tab.",
    tab_of_safari: "A Safari tab. Safari may delete your notes after seven days without a visit.",
    elsewhere: "Copy outside of the browser",
    copied_at: |time| format!("Last backup: {time}"),
    never_copied: "No backup has been saved from this device yet.",
    copy_is_due: "You have been writing for 20 minutes or more since the last backup.",
    not_today: "Not today",
    safari_forgets: "Safari may delete the notes of a page that is not opened for seven days, so before you write much, add it to your home screen from the share button and open it there.",
    understood: "I see",
    bring_over: "Opened from the home screen, the page starts empty. To bring over what you wrote in Safari, save a backup there and choose that file here.",
};
