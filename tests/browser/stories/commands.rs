//! The commands of the text: the bar, the keys, what is pasted.

use sankarepo::editing::{self, Command, Selection};

use super::typing::{FIELD, open_section};
use crate::engine::Size;
use crate::page::Page;

/// Every command with its key and its button.
const COMMANDS: [(Command, &str, &str); 18] = [
    (Command::List, "Control+Shift+8", "箇条書き"),
    (Command::Check, "Control+Shift+9", "チェックリスト"),
    (Command::Indent, "Tab", "一段下げる"),
    (Command::Outdent, "Shift+Tab", "一段上げる"),
    (Command::Bold, "Control+b", "太字"),
    (Command::Heading, "Control+Shift+h", "小見出し"),
    (Command::Link, "Control+k", "リンク"),
    (Command::Code, "Control+e", "コード"),
    (Command::Quote, "Control+Shift+.", "引用"),
    (Command::Numbers, "Control+Shift+7", "番号付きリスト"),
    (Command::MoveUp, "Alt+ArrowUp", "行を上へ"),
    (Command::MoveDown, "Alt+ArrowDown", "行を下へ"),
    (Command::Italic, "Control+i", "斜体"),
    (Command::Strike, "Control+Shift+x", "取り消し線"),
    (Command::CodeBlock, "Control+Shift+e", "コードブロック"),
    (Command::Table, "Control+Shift+l", "表"),
    (Command::Footnote, "Control+Shift+6", "脚注"),
    (Command::Callout, "Control+Shift+,", "注意書き"),
];

const TEXT: &str = "## 話\n\n- 前\n  - 中\n  - 言葉\n  - 後";

/// With the thumb on a phone, with keys on a desktop; undo and redo go through each.
pub fn every_command_is_done_and_undone(page: &mut Page<'_>) {
    open_section(page, TEXT);
    let start = TEXT.find("言葉").expect("the word stands there");
    let selection = Selection {
        start,
        end: start + "言葉".len(),
    };
    for (command, keys, button) in COMMANDS {
        let edit =
            editing::run(command, TEXT, selection).expect("every command has something to do");
        select(page, "言葉");
        match page.size() {
            Size::Phone => page.click(button),
            Size::Desktop => page.press(keys),
        }
        page.holds(FIELD, &edit.apply(TEXT));
        let selected: String = page.eval(
            "const it = document.activeElement;
             return it.value.slice(it.selectionStart, it.selectionEnd)",
        );
        let Selection { start, end } = edit.selection;
        assert_eq!(
            selected,
            edit.apply(TEXT)[start..end],
            "{command:?} selects"
        );
        page.press("Control+z");
        page.holds(FIELD, TEXT);
        page.press("Control+Shift+z");
        page.holds(FIELD, &edit.apply(TEXT));
        page.press("Control+z");
        page.holds(FIELD, TEXT);
    }
}

fn select(page: &Page<'_>, words: &str) {
    page.call::<()>(
        "const area = document.querySelector('textarea');
         area.focus();
         const start = area.value.indexOf(arguments[0]);
         area.setSelectionRange(start, start + arguments[0].length);",
        &[words.into()],
    );
}

/// In a list the Tab key belongs to the list, until Escape gives it back.
pub fn tab_moves_items_and_leaves_after_escape(page: &mut Page<'_>) {
    open_section(page, "## 話");
    page.type_text("\n\n- 一\n");
    page.press("Tab");
    page.type_text("二");
    page.holds(FIELD, "## 話\n\n- 一\n  - 二");
    page.press("Shift+Tab");
    page.holds(FIELD, "## 話\n\n- 一\n- 二");
    // The first item has none to go below.
    page.press("ArrowUp");
    page.press("Tab");
    page.type_text("つ");
    page.holds(FIELD, "## 話\n\n- 一つ\n- 二");
    page.press("Escape");
    page.press("Tab");
    page.until("return document.activeElement.localName !== 'textarea'");
    page.holds(FIELD, "## 話\n\n- 一つ\n- 二");
    // So it does in code, which a list of YAML is.
    select(page, "- 二");
    page.type_text("\n```\na:\n- b");
    page.press("Tab");
    page.holds(FIELD, "## 話\n\n- 一つ\n\n```\na:\n  - b");
    page.press("Escape");
    page.press("Tab");
    page.until("return document.activeElement.localName !== 'textarea'");
}

/// Numbers, quotes and what an input method writes go on as one types.
pub fn lists_of_all_kinds_go_on(page: &mut Page<'_>) {
    open_section(page, "## 話");
    page.type_text("\n\n1. 一\n二\n\n> 引用\n続き\n\n・点\n点\n\n１．数\n数");
    page.holds(
        FIELD,
        "## 話\n\n1. 一\n2. 二\n\n> 引用\n> 続き\n\n・点\n・点\n１．数\n２．数",
    );
    select(page, "一");
    page.press("ArrowRight");
    page.type_text("\n間");
    page.holds(
        FIELD,
        "## 話\n\n1. 一\n2. 間\n3. 二\n\n> 引用\n> 続き\n\n・点\n・点\n１．数\n２．数",
    );
    page.press("Control+z");
    page.press("Control+z");
    page.until("return !document.activeElement.value.includes('3. 二')");
}

pub fn an_address_over_words_links_them(page: &mut Page<'_>) {
    open_section(page, "## 話\n\nこの資料を見る");
    select(page, "資料");
    page.paste("https://a.example/b");
    page.holds(FIELD, "## 話\n\nこの[資料](https://a.example/b)を見る");
    page.press("Control+z");
    page.holds(FIELD, "## 話\n\nこの資料を見る");
    select(page, "を見る");
    page.press("ArrowLeft");
    page.paste("https://a.example");
    page.holds(FIELD, "## 話\n\nこの資料https://a.exampleを見る");
}

/// What was copied from a page comes as Markdown, in one step that undo takes back; in code and
/// without the format it comes as it is.
pub fn rich_text_becomes_markdown(page: &mut Page<'_>) {
    let html = "<h3>学び</h3><p>これは<strong>「強調」</strong>と<a href=\"https://a.example/b\">資料</a></p>\
                <ul><li>一<ul><li>二</li></ul></li></ul><pre><code class=\"language-sh\">ls</code></pre>";
    let plain = "学び\nこれは「強調」と資料\n一\n二\nls";
    let markdown = "### 学び\n\nこれは「**強調**」と[資料](https://a.example/b)\n\n- 一\n  - 二\n\n```sh\nls\n```";
    open_section(page, "## 話\n\n前");
    page.paste_rich(html, plain);
    let pasted = format!("## 話\n\n前\n\n{markdown}");
    page.holds(FIELD, &pasted);
    page.press("Control+z");
    page.holds(FIELD, "## 話\n\n前");
    page.press("Control+Shift+z");
    page.holds(FIELD, &pasted);
    // The caret stands in the block of code that was pasted.
    page.paste_rich("<b>太字</b>の文", "太字の文");
    page.holds(FIELD, &format!("{pasted}太字の文"));
    page.press("Control+z");
    page.holds(FIELD, &pasted);
    page.type_text("\n\n- ");
    page.paste_rich("<p><b>太字</b>の文</p>", "太字の文");
    page.holds(FIELD, &format!("{pasted}\n\n- **太字**の文"));
    page.paste_rich("<p><span style=\"color: red\">色</span></p>", "色だけ");
    page.holds(FIELD, &format!("{pasted}\n\n- **太字**の文色だけ"));
}

/// A mouse that rests on a button, a finger that stays, a focus: each shows the name and the key.
pub fn the_bar_says_what_a_button_does(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n言葉");
    select(page, "言葉");
    // A driver's touch is none in WebKit: the events of one, as the standard orders them.
    page.eval::<()>(
        "const button = document.querySelector('[aria-label=太字]');
         const send = (type, pointerType) => button.dispatchEvent(
             new PointerEvent(type, { bubbles: true, cancelable: true, pointerType }));
         window.finger = type => send(type, 'touch');
         window.mouse = type => send(type, 'mouse');
         mouse('pointerenter');",
    );
    page.until("return document.querySelector('.tool-tip')?.textContent.includes('太字')");
    page.sees("Ctrl+B");
    page.eval::<()>("mouse('pointerleave')");
    page.until("return !document.querySelector('.tool-tip')");
    page.eval::<()>("finger('pointerdown')");
    page.sees("Ctrl+B");
    page.until(
        "const tip = document.querySelector('.tool-tip').getBoundingClientRect();
         return tip.left >= 0 && tip.right <= innerWidth && tip.top >= 0 && tip.bottom <= innerHeight",
    );
    page.eval::<()>(
        "finger('pointerup');
         document.querySelector('[aria-label=太字]').click();",
    );
    page.until("return !document.querySelector('.tool-tip')");
    page.holds(FIELD, "## 話\n\n言葉");
    // A tap is not a question.
    page.eval::<()>(
        "finger('pointerdown');
         finger('pointerup');
         document.querySelector('[aria-label=太字]').click();",
    );
    page.holds(FIELD, "## 話\n\n**言葉**");
}

/// The bar is one stop of the Tab key; arrows go along it and around.
pub fn arrows_go_along_the_bar(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n言葉");
    page.eval::<()>("document.querySelector('[role=toolbar] button').focus()");
    let at = |name: &str| {
        page.until(&format!(
            "return document.activeElement.ariaLabel === '{name}'"
        ))
    };
    at("取り消す");
    page.press("ArrowRight");
    at("やり直す");
    page.sees("Ctrl+Shift+Z");
    page.press("ArrowLeft");
    page.press("ArrowLeft");
    at("検索と置換");
    page.press("Home");
    at("取り消す");
    page.press("End");
    at("検索と置換");
    page.until("return document.querySelectorAll('[role=toolbar] [tabindex=\"0\"]').length === 1");
}
