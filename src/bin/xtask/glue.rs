//! Shortens the scripts of a built page: what is for people who read them, and the names by which
//! the program calls its own one. Those that wasm-bindgen makes end with a hash each, in both
//! files, and a hash does not compress. Knows none of the files by name.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::error::{Error, Result};

/// The section of a program that lists its imports, and the kind of those that are functions
/// (<https://webassembly.github.io/spec/core/binary/modules.html#import-section>).
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// The object of the script that has them all, as wasm-bindgen calls it, and shorter.
const OBJECT: &str = "./app_bg.js";
const SHORT_OBJECT: &str = "_";

/// Writes the program and the scripts anew, and what `dist/index.html` calls those two.
pub fn shorten(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).map_err(Error::io("read dist/"))? {
        let path = entry.map_err(Error::io("read dist/"))?.path();
        if path.extension().is_some_and(|end| end == "js") {
            let doing = format!("shorten {}", path.display());
            let js = fs::read_to_string(&path).map_err(Error::io(&doing))?;
            fs::write(&path, bare(&js)).map_err(Error::io(&doing))?;
        }
    }
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("read dist/index.html"))?;
    let name = html
        .split_once("data-js=./")
        .and_then(|(_, rest)| rest.split_once(".js"))
        .map(|(name, _)| name)
        .ok_or_else(|| lacks("dist/index.html", "a script"))?;
    let (old_js, old_wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    let js = fs::read_to_string(dist.join(&old_js)).map_err(Error::io(format!("read {old_js}")))?;
    let wasm = fs::read(dist.join(&old_wasm)).map_err(Error::io(format!("read {old_wasm}")))?;

    let (js, names) = script(&js);
    let wasm = program(&wasm, &names)?;
    // Changes with both, which fit no others.
    let mut hasher = DefaultHasher::new();
    (&js, &wasm).hash(&mut hasher);
    let new = format!("app-{:016x}", hasher.finish());
    for (old, new, content) in [
        (old_js, format!("{new}.js"), js.as_bytes()),
        (old_wasm, format!("{new}_bg.wasm"), &wasm),
    ] {
        fs::remove_file(dist.join(&old)).map_err(Error::io(format!("remove {old}")))?;
        fs::write(dist.join(&new), content).map_err(Error::io(format!("write {new}")))?;
    }
    fs::write(page, html.replace(name, &new)).map_err(Error::io("write dist/index.html"))
}

/// A script without comments and without what its lines are indented by. No string goes over
/// several lines.
fn bare(js: &str) -> String {
    let lines = js.lines().map(str::trim);
    let comment = |line: &str| ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    lines
        .filter(|line| !line.is_empty() && !comment(line))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The script with a short name for each import; and the short names.
fn script(js: &str) -> (String, BTreeMap<&str, String>) {
    let mut names = BTreeMap::new();
    let mut short = String::with_capacity(js.len());
    for line in js.lines() {
        // What the object of the imports has, and nothing else of the script.
        let import = line.split_once(": function(");
        match import.filter(|(name, _)| name.starts_with("__wb")) {
            Some((name, rest)) => {
                let new = letters(names.len());
                short += &format!("{new}: function({rest}\n");
                names.insert(name, new);
            }
            None => {
                short += line;
                short.push('\n');
            }
        }
    }
    (short.replace(OBJECT, SHORT_OBJECT), names)
}

/// A name for a number: `a`, `b` … `z`, `ab`, `bb` ….
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}

/// The program with the short names of what it imports.
fn program(wasm: &[u8], names: &BTreeMap<&str, String>) -> Result<Vec<u8>> {
    // Behind the eight bytes that say what this is.
    let (mut short, mut rest) = (wasm.to_vec(), wasm.get(8..).unwrap_or_default());
    while let Some((&id, behind)) = rest.split_first() {
        rest = behind;
        let start = wasm.len() - rest.len();
        let content = take_bytes(&mut rest)?;
        if id == IMPORTS {
            let mut section = Vec::new();
            put(&mut section, &imports(content, names)?);
            short.splice(start..wasm.len() - rest.len(), section);
            return Ok(short);
        }
    }
    Err(lacks("the program", "its imports"))
}

fn imports(mut old: &[u8], names: &BTreeMap<&str, String>) -> Result<Vec<u8>> {
    let mut new = Vec::new();
    let count = take_number(&mut old)?;
    put_number(&mut new, count);
    for _ in 0..count {
        if take_bytes(&mut old)? != OBJECT.as_bytes() {
            return Err(lacks("an import of the program", OBJECT));
        }
        put(&mut new, SHORT_OBJECT.as_bytes());
        let name = std::str::from_utf8(take_bytes(&mut old)?).unwrap_or_default();
        let name = names
            .get(name)
            .ok_or_else(|| lacks("the script", &format!("`{name}`")))?;
        put(&mut new, name.as_bytes());
        let Some((&FUNCTION, behind)) = old.split_first() else {
            return Err(lacks("an import of the program", "a function"));
        };
        old = behind;
        new.push(FUNCTION);
        put_number(&mut new, take_number(&mut old)?);
    }
    Ok(new)
}

fn take_bytes<'b>(from: &mut &'b [u8]) -> Result<&'b [u8]> {
    let length = take_number(from)?;
    let (bytes, rest) = from
        .split_at_checked(length)
        .ok_or_else(|| lacks("the program", "its end"))?;
    *from = rest;
    Ok(bytes)
}

/// Numbers are LEB128 (<https://webassembly.github.io/spec/core/binary/values.html#integers>).
fn take_number(from: &mut &[u8]) -> Result<usize> {
    let (mut number, mut shift) = (0, 0);
    while let Some((&byte, rest)) = from.split_first().filter(|_| shift < usize::BITS) {
        *from = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
        shift += 7;
    }
    Err(lacks("the program", "a number"))
}

fn put(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn lacks(file: &'static str, what: &str) -> Error {
    Error::Malformed {
        file,
        lacks: what.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that imports two functions and nothing else, in a section of more than 127 bytes.
    fn importing(object: &str, names: [&str; 2]) -> Vec<u8> {
        let mut imports = vec![2];
        for name in names {
            put(&mut imports, object.as_bytes());
            put(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        put(&mut wasm, &imports);
        wasm.extend(b"\x03\x02\x01\0");
        wasm
    }

    const FIRST: &str = "__wbg_first_0123456789abcdef0123456789abcdef0123456789abcdef";
    const SECOND: &str = "__wbindgen_second_0123456789abcdef0123456789abcdef0123456789abcdef";

    fn page() -> String {
        format!(
            "function get_imports() {{\n    // A comment.\n    const import0 = {{\n        \
             {FIRST}: function(arg0) {{\n            return \"{SECOND}\";\n        }},\n        \
             {SECOND}: function() {{}},\n    }};\n    return {{ \"{OBJECT}\": import0 }};\n}}\n"
        )
    }

    fn page_script() -> (String, BTreeMap<&'static str, String>) {
        script(bare(&page()).leak())
    }

    #[test]
    fn both_files_call_the_functions_by_the_same_short_names() {
        let (js, names) = page_script();
        assert_eq!(
            js,
            format!(
                "function get_imports() {{\nconst import0 = {{\na: function(arg0) {{\n\
                 return \"{SECOND}\";\n}},\nb: function() {{}},\n}};\nreturn {{ \"_\": import0 }};\n}}\n"
            )
        );
        // The program has its own order.
        let wasm = program(&importing(OBJECT, [SECOND, FIRST]), &names).unwrap();
        assert_eq!(wasm, importing("_", ["b", "a"]));
    }

    #[test]
    fn no_two_numbers_have_one_name() {
        let names: std::collections::BTreeSet<_> = (0..1000).map(letters).collect();
        assert_eq!(names.len(), 1000);
    }

    #[test]
    fn a_function_that_the_script_has_not_is_told() {
        let (_, names) = page_script();
        let missing = program(&importing(OBJECT, [FIRST, "__wbg_third"]), &names);
        assert!(missing.is_err_and(|error| error.to_string().contains("__wbg_third")));
        for cut in 8..importing(OBJECT, [FIRST, SECOND]).len() - 4 {
            assert!(program(&importing(OBJECT, [FIRST, SECOND])[..cut], &names).is_err());
        }
    }

    #[test]
    fn the_page_asks_for_the_files_by_names_that_change_with_either() {
        let dist = std::env::temp_dir().join(format!("sankarepo-glue-{}", std::process::id()));
        let built = |first: &str| {
            fs::create_dir_all(&dist).unwrap();
            let html = "<script data-js=./app-1.js data-wasm=./app-1_bg.wasm>\
                        <link href=./app-1.js><link href=./app-1_bg.wasm>";
            fs::write(dist.join("index.html"), html).unwrap();
            fs::write(dist.join("app-1.js"), page()).unwrap();
            fs::write(dist.join("start.js"), "/** Starts. */\n  start(); // now\n").unwrap();
            fs::write(
                dist.join("app-1_bg.wasm"),
                importing(OBJECT, [first, SECOND]),
            )
            .unwrap();
            shorten(&dist).unwrap();
            let html = fs::read_to_string(dist.join("index.html")).unwrap();
            let (_, rest) = html.split_once("data-js=./").unwrap();
            let name = rest.split_once(".js").unwrap().0.to_owned();
            let files = fs::read_dir(&dist).unwrap().count();
            let wasm = fs::read(dist.join(format!("{name}_bg.wasm"))).unwrap();
            let start = fs::read_to_string(dist.join("start.js")).unwrap();
            fs::remove_dir_all(&dist).unwrap();
            assert_eq!(html.matches(&name).count(), 4);
            assert_eq!((files, start.as_str()), (4, "start(); // now\n"));
            (name, wasm)
        };
        let (one, program) = built(FIRST);
        let (other, _) = built(SECOND);
        assert_ne!(one, other);
        assert_eq!(program, importing("_", ["a", "b"]));
    }
}
