//! Where a site shows something else of what it is handed than the preview shows, and why. Who
//! brings them together takes the line away: the test wants it as it stands.

use crate::form::Form;
use crate::zenn::Zenn;
use crate::{FOR_GITHUB, FOR_ZENN, github, ours};

enum Site {
    Zenn,
    GitHub,
}

struct Difference {
    site: Site,
    text: &'static str,
    /// The first line in which the two differ.
    theirs: &'static str,
    ours: &'static str,
    why: &'static str,
}

const DIFFERENCES: [Difference; 30] = [
    Difference {
        site: Site::Zenn,
        text: "話~~「取り消し」~~。",
        theirs: "p 話~~「取り消し」~~。",
        ours: "p 話⟨del:「取り消し」⟩。",
        why: "Before a bracket no mark opens behind a word; here two tildes do, if they can close.",
    },
    Difference {
        site: Site::GitHub,
        text: "話~~「取り消し」~~。",
        theirs: "p 話~~「取り消し」~~。",
        ours: "p 話⟨del:「取り消し」⟩。",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "a~~b~~~~c~~d",
        theirs: "p a⟨del:b⟩⟨del:c⟩d",
        ours: "p a⟨del:b~~~~c⟩d",
        why: "Four tildes are two marks on Zenn, and none here.",
    },
    Difference {
        site: Site::GitHub,
        text: "。**「強調」**~~取り消し~~語",
        theirs: "p 。**「強調」**⟨del:取り消し⟩語",
        ours: "p 。⟨strong:「強調」⟩⟨del:取り消し⟩語",
        why: "A tilde is no punctuation to comrak when it looks at what is beside a mark.",
    },
    Difference {
        site: Site::Zenn,
        text: "[^1][題](https://example.com/)\n\n[^1]: 注",
        theirs: "p ⟨note 1⟩⟨link https://example.com/:題⟩",
        ours: "p [^1]⟨link https://example.com/:題⟩",
        why: "A footnote right before a link is no footnote here.",
    },
    Difference {
        site: Site::GitHub,
        text: "[^1][題](https://example.com/)\n\n[^1]: 注",
        theirs: "p ⟨note 1⟩⟨link https://example.com/:題⟩",
        ours: "p [^1]⟨link https://example.com/:題⟩",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "- a\n\n  :::message\n  b\n  :::",
        theirs: "  li",
        ours: "  li a",
        why: "Zenn has boxes between colons in lists; here they end the list. An alert is in it on both.",
    },
    Difference {
        site: Site::GitHub,
        text: "- a\n\n  > [!NOTE]\n  > b",
        theirs: "    quote",
        ours: "    box note",
        why: "GitHub shows no alert in a list, so a quote with a sign is printed.",
    },
    Difference {
        site: Site::GitHub,
        text: "<b>太字</b>",
        theirs: "p ⟨b:太字⟩",
        ours: "p <b>太字</b>",
        why: "HTML is text here.",
    },
    Difference {
        site: Site::Zenn,
        text: "a<!-- b\nc -->d",
        theirs: "p a<!-- b",
        ours: "p a<!-- b c -->d",
        why: "A line feed in HTML is no break here, and is one on Zenn, where HTML is text.",
    },
    Difference {
        site: Site::Zenn,
        text: "前 https://example.com/a_b_ 後",
        theirs: "p 前 ⟨link https://example.com/a_b_:https://example.com/a_b_⟩ 後",
        ours: "p 前 ⟨link https://example.com/a_b:https://example.com/a_b⟩_ 後",
        why: "An underscore at the end belongs to an address on Zenn.",
    },
    Difference {
        site: Site::Zenn,
        text: "前 https://example.com/~~b~~ 後",
        theirs: "p 前 ⟨link https://example.com/~~b~~:https://example.com/~~b~~⟩ 後",
        ours: "p 前 ⟨link https://example.com/:https://example.com/⟩⟨del:b⟩ 後",
        why: "Tildes belong to an address; here they end it.",
    },
    Difference {
        site: Site::GitHub,
        text: "前 https://example.com/~~b~~ 後",
        theirs: "p 前 ⟨link https://example.com/~~b:https://example.com/~~b⟩~~ 後",
        ours: "p 前 ⟨link https://example.com/:https://example.com/⟩⟨del:b⟩ 後",
        why: "The same, but for those at its end.",
    },
    Difference {
        site: Site::Zenn,
        text: "前 https://example.com/?a=1&amp;b 後",
        theirs: "p 前 ⟨link https://example.com/?a=1&amp;b:https://example.com/?a=1&amp;b⟩ 後",
        ours: "p 前 ⟨link https://example.com/?a=1&b:https://example.com/?a=1&b⟩ 後",
        why: "An entity in an address stays as it is written.",
    },
    Difference {
        site: Site::GitHub,
        text: "前 https://example.com/?a=1&amp;b 後",
        theirs: "p 前 ⟨link https://example.com/?a=1&amp;b:https://example.com/?a=1&amp;b⟩ 後",
        ours: "p 前 ⟨link https://example.com/?a=1&b:https://example.com/?a=1&b⟩ 後",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "前 https://example.com/%E6%97%A5 後",
        theirs: "p 前 ⟨link https://example.com/日:https://example.com/日⟩ 後",
        ours: "p 前 ⟨link https://example.com/日:https://example.com/%E6%97%A5⟩ 後",
        why: "Zenn says an address as a person reads it.",
    },
    Difference {
        site: Site::GitHub,
        text: "前 www.example.com 後",
        theirs: "p 前 ⟨link http://www.example.com:www.example.com⟩ 後",
        ours: "p 前 www.example.com 後",
        why: "GitHub links this without a scheme.",
    },
    Difference {
        site: Site::GitHub,
        text: "前 mail@example.com 後",
        theirs: "p 前 ⟨link mailto:mail@example.com:mail@example.com⟩ 後",
        ours: "p 前 mail@example.com 後",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "[a](b.md)",
        theirs: "p ⟨link b.md:a⟩",
        ours: "p a",
        why: "An address without a scheme leads nowhere here.",
    },
    Difference {
        site: Site::GitHub,
        text: "[a](b.md)",
        theirs: "p ⟨link b.md:a⟩",
        ours: "p a",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "![a](/images/b.png)",
        theirs: "p ⟨img /images/b.png a⟩",
        ours: "p a",
        why: "The same, and a picture of the article's own repository is one.",
    },
    Difference {
        site: Site::GitHub,
        text: "![a](b.png)",
        theirs: "p ⟨img b.png a⟩",
        ours: "p a",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "[a](javascript:alert(1))",
        theirs: "p [a](javascript:alert(1))",
        ours: "p a",
        why: "Zenn shows the source of what it does not link; here the words stay.",
    },
    Difference {
        site: Site::Zenn,
        text: "[![a](https://example.com/b.png)](https://example.com/)",
        theirs: "p ⟨link https://example.com/:⟨img https://example.com/b.png a⟩⟩",
        ours: "p ⟨link https://example.com/:a⟩",
        why: "A picture in a link is only its words here.",
    },
    Difference {
        site: Site::GitHub,
        text: "[![a](https://example.com/b.png)](https://example.com/)",
        theirs: "p ⟨link https://example.com/:⟨img https://example.com/b.png a⟩⟩",
        ours: "p ⟨link https://example.com/:a⟩",
        why: "The same.",
    },
    Difference {
        site: Site::Zenn,
        text: "![**a**](https://example.com/b.png)",
        theirs: "p ⟨img https://example.com/b.png **a**⟩",
        ours: "p ⟨img https://example.com/b.png a⟩",
        why: "Zenn leaves the marks in what a picture shows.",
    },
    Difference {
        site: Site::Zenn,
        text: "![a](https://example.com/b.png =250x)",
        theirs: "p ⟨img https://example.com/b.png a =250x⟩",
        ours: "p ⟨img https://example.com/b.png a⟩",
        why: "The preview fetches no picture, and so it has no size.",
    },
    Difference {
        site: Site::Zenn,
        text: "```mermaid\ngraph TD\n```",
        theirs: "mermaid graph TD",
        ours: "code",
        why: "A diagram.",
    },
    Difference {
        site: Site::Zenn,
        text: "a $x^2$ b",
        theirs: "p a ⟨math:x^2⟩ b",
        ours: "p a $x^2$ b",
        why: "Mathematics.",
    },
    Difference {
        site: Site::Zenn,
        text: "$$\nx\n$$",
        theirs: "math x",
        ours: "p $$",
        why: "The same.",
    },
];

#[test]
fn where_a_site_differs_is_known() {
    let mut zenn = Zenn::start();
    for it in DIFFERENCES {
        let (theirs, ours) = match it.site {
            Site::Zenn => (
                zenn.lines(&FOR_ZENN(it.text)),
                ours::lines(it.text, Form::ZENN),
            ),
            Site::GitHub => (
                github::lines(&FOR_GITHUB(it.text), Form::GITHUB),
                ours::lines(it.text, Form::GITHUB),
            ),
        };
        let found = first_difference(&theirs, &ours);
        assert_eq!(found, (it.theirs, it.ours), "{}: {}", it.text, it.why);
    }
}

/// The first line in which two texts differ; nothing where one has ended.
fn first_difference<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let pad = |text: &'a str| text.lines().chain(std::iter::repeat(""));
    let most = one.lines().count().max(other.lines().count());
    pad(one)
        .zip(pad(other))
        .take(most)
        .find(|(one, other)| one != other)
        .unwrap_or_default()
}
