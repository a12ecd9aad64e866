//! Texts in plain GitHub Flavored Markdown that the preview, Zenn and GitHub read alike.

use crate::form::Form;
use crate::zenn::Zenn;
use crate::{FOR_GITHUB, FOR_ZENN, github, ours};

const TEXTS: [&str; 25] = [
    "# 参加レポート\n\n## 一日目 *午前*\n\n###### 小さな見出し\n\n下線の見出し\n===\n\nもう一つ\n---\n",
    "一行目\n二行目  \n三行目\\\n四行目\n\n次の段落",
    "- 一\n- 二\n  - 二の一\n  - 二の二\n    1. 深い\n    2. 深い\n- 三\n",
    "- 一\n\n- 二\n\n  二の続き\n\n  - 中\n",
    "3. 三から\n4. 四\n\n   段落\n\n* 別の印\n+ さらに別の印",
    "- 項目の\n  続きの行\n- [リンク](https://example.com/) と `code`\n",
    "| 時刻 | 題 | 部屋 |\n|:--|:-:|--:|\n| 10:00 | **基調講演** | A |\n| 11:00 | `a \\| b` | |\n",
    "| 一つ |\n|---|\n\n表の後",
    "> 引用の\n> 二行目\n>\n> - 中の項目\n>\n> > 引用の引用\n\n後の段落",
    "```rust\nfn main() {\n\n    println!(\"<b>&amp;\");\n}\n```\n\n~~~\nただの文字\n~~~\n\n    字下げ\n      さらに\n",
    "````text\n```\n中の柵\n```\n````",
    "- コード\n\n  ```sh\n  cargo run\n  ```\n",
    "脚注[^a]ともう一つ[^二]、もう一度[^a]。\n\n[^a]: 一つ目の\n    続き\n\n    段落 **太字**\n[^二]: 二つ目 <https://example.com/>\n[^使わない]: ない",
    "[言葉](https://example.com/a?b=c&d=e#f) と [題つき](https://example.com \"題\") と [参照][r] と [短縮] <https://auto.example/>\n\n[r]: https://example.com/r\n[短縮]: <https://example.com/s>\n",
    "文の中の https://example.com/a_b_c 、そして http://example.com/?q=1&r=2 と続く",
    "[見出しへ](#見出し) と <mail@example.com> と [手紙](mailto:mail@example.com)",
    "~~取り消し~~ と *斜体* と **太字** と ***両方*** と `コード` と ~~**中の太字**~~",
    "- [ ] まだ\n- [x] 済んだ\n  - [ ] 中の `code`\n- 箱なし\n",
    "これは**強調**です。これは *「強調」* の例、**「強調」**の例、**注意：**この機能、「**強調**」の例",
    "13:00~14:00 と 15:00~16:00 と H~2~O と 約~100人 と ~一重~",
    "13:00〜14:00 と $100〜$200 と 5 * 3 * 2 と snake_case_name と __init__ です",
    "![会場の写真](https://example.com/a.jpg)\n\n文中の ![図](https://example.com/b.png \"題\") です",
    "\\*強調でない\\* と &amp; と &copy; と &#8203; と \\# と 1\\. と <!",
    "前\n\n---\n\n***\n\n後\n\n_ _ _\n",
    "・項目\n１．項目\n-　全角の空白\n#見出しでない\n",
];

#[test]
fn zenn_shows_what_the_preview_shows() {
    let mut zenn = Zenn::start();
    for text in TEXTS {
        let shown = zenn.lines(&FOR_ZENN(text));
        assert_eq!(shown, ours::lines(text, Form::ZENN), "{text}");
    }
}

#[test]
fn github_shows_what_the_preview_shows() {
    for text in TEXTS {
        let shown = github::lines(&FOR_GITHUB(text), Form::GITHUB);
        assert_eq!(shown, ours::lines(text, Form::GITHUB), "{text}");
    }
}
