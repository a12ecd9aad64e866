//! The Japanese templates. The kinds and their headings are the ones seen most
//! in published participation reports. A new kind is one more entry.

use super::template::{Part, Template};

/// The opening lines that all kinds share.
const OPENING: &str = "\
{me}です。
{days}に開催された{name}に参加しました。
会場は{venue}でした。
今回は{role}として参加しました。
ハッシュタグは {hashtag} です。
{link}
";

/// The closing words that all kinds share.
pub(super) const CLOSING: &str = "\
運営、登壇者、スポンサー、スタッフのみなさん、ありがとうございました。
{hashtag}
";

pub(super) const TEMPLATES: &[Template] = &[
    Template {
        name: "カンファレンス",
        about: "セッションごとにメモを書く、数日にわたる会議向け",
        parts: &[
            Part::top("はじめに", OPENING),
            Part::top("{called} とは", ""),
            Part::top("参加した背景", ""),
            Part::top("現地の写真", ""),
            Part::top("登壇した", ""),
            Part::top("見たセッションのメモ", ""),
            Part::top("あとで見る", ""),
            Part::top("感想と成長", ""),
            Part::top("おわりに", CLOSING),
        ],
    },
    Template {
        name: "白紙",
        about: "見出しから自分で決める",
        parts: &[],
    },
    Template {
        name: "日ごと",
        about: "Day 1、Day 2 に分けて書く",
        parts: &[
            Part::top("はじめに", OPENING),
            Part::top("Day 1", ""),
            Part::nested("そのほか", ""),
            Part::top("Day 2", ""),
            Part::nested("そのほか", ""),
            Part::top("懇親会", ""),
            Part::top("おわりに", CLOSING),
        ],
    },
    Template {
        name: "勉強会・LT",
        about: "LT ごとに書く、一晩の勉強会向け",
        parts: &[
            Part::top("イベント概要", OPENING),
            Part::top("LT", ""),
            Part::nested("LT1", ""),
            Part::nested("LT2", ""),
            Part::top("動画アーカイブ", ""),
            Part::top("関連リンク", ""),
            Part::top("おわりに", CLOSING),
        ],
    },
    Template {
        name: "社内共有",
        about: "同僚のために要点を先に書く",
        parts: &[
            Part::top("TL;DR", ""),
            Part::top("イベント概要", OPENING),
            Part::top("目玉", ""),
            Part::top("紹介したいセッション", ""),
            Part::nested("どんな人にオススメか", ""),
            Part::top("おわりに", CLOSING),
        ],
    },
    Template {
        name: "スライドまとめ",
        about: "資料のリンクと短い感想を並べる",
        parts: &[
            Part::top("はじめに", OPENING),
            Part::top(
                "スライドまとめ",
                "| 時間 | セッション | 資料 |\n| --- | --- | --- |\n|  |  |  |",
            ),
            Part::top("感想", ""),
            Part::top("おわりに", CLOSING),
        ],
    },
];
