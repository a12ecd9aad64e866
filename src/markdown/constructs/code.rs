//! What the info string of a code fence says: language, file name, and whether it shows a change.
//!
//! Zenn writes `diff js:a.js` (<https://zenn.dev/zenn/articles/markdown-guide>), Qiita `diff_js:a.js`
//! and also a file name alone (<https://help.qiita.com/ja/articles/qiita-markdown>).

/// What a fence says in front of its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Info<'t> {
    pub(crate) language: &'t str,
    pub(crate) file: &'t str,
    pub(crate) is_diff: bool,
}

/// Reads an info string; `None` where it says more than a language, in a way that is not known.
pub(crate) fn info(text: &str) -> Option<Info<'_>> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let second = words.next();
    let (is_diff, name) = match (first.split_once('_'), second) {
        _ if words.next().is_some() => return None,
        (_, Some(name)) => (first == "diff").then_some((true, name))?,
        (Some(("diff", name)), None) => (true, name),
        (_, None) if first == "diff" => (true, ""),
        (_, None) => match first.strip_prefix("diff:") {
            Some(_) => (true, &first["diff".len()..]),
            None => (false, first),
        },
    };
    let (language, file) = match name.split_once(':') {
        Some(parts) => parts,
        None => match name.rsplit_once('.') {
            Some((stem, extension)) if is_language(extension) && !stem.is_empty() => {
                (extension, name)
            }
            _ => (name, ""),
        },
    };
    Some(Info {
        language,
        file,
        is_diff,
    })
}

/// Of a name with another ending nobody can say whether it is that of a file.
fn is_language(extension: &str) -> bool {
    const KNOWN: &str = " c cpp cs css dart go h html java js json jsx kt lua md php pl py rb rs scala \
                         sh sql swift tf toml ts tsx txt vue xml yaml yml zig ";
    KNOWN.contains(&format!(" {extension} "))
}
