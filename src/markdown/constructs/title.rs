//! The title of details as HTML spells it, there and back.

/// The tags that open details with a title, which is text.
pub(crate) fn open_tags(title: &str) -> String {
    let title = title.replace('&', "&amp;");
    let title = title.replace('<', "&lt;").replace('>', "&gt;");
    format!("<details><summary>{title}</summary>")
}

/// The text of a title in HTML.
pub(super) fn unescaped(title: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let replace = |text: String, (entity, sign): (&str, &str)| text.replace(entity, sign);
    entities.into_iter().fold(title.to_owned(), replace)
}
