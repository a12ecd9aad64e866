//! What Zenn names in the table of contents of an article, beside what we say that it names.

use sankarepo::publish::{Target, contents};

use crate::FOR_ZENN;
use crate::zenn::{Heading, Zenn};

/// So many levels of it are shown: `BodyContentWithToc` of zenn-cli.
const SHOWN: usize = 2;

const TEXTS: [&str; 8] = [
    "## 一\n\n### 二\n\n#### 三\n\n## 四\n",
    "# 題\n\n## 一\n\n### 二\n",
    "### 一\n\n## 二\n\n### 三\n\n# 四\n\n### 五\n",
    "一\n===\n\n二\n行\n---\n",
    "## 一 `a` **b** [c](https://example.com/) &amp;\n\n## \\# 二 ##\n",
    "> ## 一\n\n- ## 二\n\n:::message\n## 三\n:::\n\n:::details 題\n## 四\n:::\n\n## 五\n",
    "> [!NOTE]\n> ## 一\n\n<details><summary>題</summary>\n\n## 二\n\n</details>\n\n## 三\n",
    "```\n# 一\n```\n\n    # 二\n\n## 三\n\n##四\n",
];

#[test]
fn zenn_names_what_we_say() {
    let mut zenn = Zenn::start();
    for text in TEXTS {
        let mut theirs = Vec::new();
        add(&zenn.headings(&FOR_ZENN(text)), 0, &mut theirs);
        let ours = contents(Target::Zenn, &[text]).into_iter();
        let ours: Vec<_> = ours.map(|it| (usize::from(it.depth), it.title)).collect();
        assert_eq!(ours, theirs, "{text}");
        assert!(!ours.is_empty(), "{text}");
    }
}

fn add(headings: &[Heading], depth: usize, all: &mut Vec<(usize, String)>) {
    for heading in headings.iter().filter(|_| depth < SHOWN) {
        // A line feed is a space on the page.
        all.push((depth, heading.text.replace('\n', " ")));
        add(&heading.children, depth + 1, all);
    }
}
