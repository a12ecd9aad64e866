//! The findings of the check in Japanese.

use super::Rule;

pub(super) fn sentence(rule: &Rule) -> String {
    match rule {
        Rule::TitleMissing { site } => format!("{site} の記事にはタイトルが必要です。"),
        Rule::TitleTooLong {
            site,
            length,
            limit,
        } => format!("タイトルが {length} 文字です。{site} では {limit} 文字までです。"),
        Rule::CurlyHead => {
            "“ ” は YAML の引用符ではないので、タイトルの一部として表示されます。".into()
        }
        Rule::EmojiMissing => "Zenn の記事には絵文字が 1 つ必要です。".into(),
        Rule::EmojiNotOne => "Zenn の絵文字はちょうど 1 つだけです。".into(),
        Rule::TopicsMissing { site } => format!("{site} の記事にはトピックが 1 つ以上必要です。"),
        Rule::TooManyTopics { site, count, limit } => {
            format!("トピックが {count} 個あります。{site} では {limit} 個までです。")
        }
        Rule::TopicTooLong {
            topic,
            length,
            limit,
        } => format!("トピック「{topic}」が {length} 文字です。Zenn では {limit} 文字までです。"),
        Rule::TopicSigns { topic, sign } => format!(
            "トピック「{topic}」に「{sign}」があります。Zenn のトピックには記号やスペースを使えません。"
        ),
        Rule::TopicSpaces { topic } => format!(
            "タグ「{topic}」に空白があります。Qiita では空白で区切られた別々のタグになります。"
        ),
        Rule::SlugLength { length } => {
            format!("スラッグが {length} 文字です。Zenn では 12〜50 文字です。")
        }
        Rule::SlugSign { sign } => format!(
            "スラッグに「{sign}」があります。使えるのは半角の英小文字、数字、ハイフン、アンダースコアです。"
        ),
        Rule::BodyEmpty { site } => {
            format!("本文がありません。{site} は空の記事を受け付けません。")
        }
        Rule::AltMissing => {
            "画像に代替テキストがありません。画像が見えない人には何の画像かわかりません。".into()
        }
        Rule::PictureRelative { address } => format!(
            "画像「{address}」は表示されません。Zenn の画像は URL か /images/ から始まるパスで書きます。"
        ),
        Rule::HtmlShown { tag } => {
            format!("Zenn は HTML を使えないので、{tag} がそのまま文字として表示されます。")
        }
        Rule::CommentShown => "Zenn では複数行のコメントがそのまま文字として表示されます。".into(),
        Rule::TagSwallowed { site, tag } => {
            format!("{site} は {tag} を HTML のタグとみなすので、読者には見えなくなります。")
        }
        Rule::ContainerOpen => {
            "::: が閉じられていません。ここから後ろがすべて囲みの中に入ります。".into()
        }
        Rule::ContainerSameFence => {
            "::: が中にある ::: より長くないので、そこで閉じてしまいます。".into()
        }
        Rule::ContainerUnknown { word } => {
            format!("「:::{word}」という囲みはないので、そのまま文字として表示されます。")
        }
        Rule::ContainerNoTitle => {
            "Zenn の :::details にはタイトルが必要です。ないとそのまま文字として表示されます。"
                .into()
        }
        Rule::ContainerClosesNothing => {
            "閉じる囲みのない ::: なので、そのまま文字として表示されます。".into()
        }
        Rule::ContainerInList { site } => {
            format!("{site} ではリストの中に囲みを置けません。")
        }
        Rule::ContainerNested { site } => {
            format!("{site} では囲みの中に囲みを置けないので、内側は引用になります。")
        }
        Rule::MermaidTooLong { length, limit } => {
            format!("Mermaid の図が {length} 文字です。Zenn では {limit} 文字までです。")
        }
        Rule::MermaidLinks { count, limit } => {
            format!("Mermaid の図に & が {count} 個あります。Zenn では {limit} 個までです。")
        }
        Rule::MarkerShown { marker } => {
            format!("記号と文字に挟まれた {marker} は効かず、そのまま表示されます。")
        }
        Rule::Formula { words } => {
            format!("Zenn は $ に挟まれた「{words}」を数式として表示します。")
        }
        Rule::ListSign { sign } => {
            format!("「{sign}」で始まる行は Markdown のリストになりません。")
        }
        Rule::CurlyInCode { sign } => {
            format!("コードの中に「{sign}」があります。写して実行すると動きません。")
        }
        Rule::HeadingNoSpace => "# の後ろに半角スペースがないので、見出しになりません。".into(),
        Rule::LevelSkipped { from, to } => {
            format!("見出しがレベル {from} からレベル {to} に飛んでいて、目次の段が欠けます。")
        }
        Rule::SectionEmpty => "見出しの下に何も書かれていません。".into(),
        Rule::LinkEmpty => "リンクに行き先がありません。".into(),
        Rule::LinkNoScheme { address } => {
            format!("「{address}」に https:// がないので、記事からの相対リンクになります。")
        }
        Rule::NoteTwice { label } => {
            format!("脚注「{label}」が 2 回定義されています。表示されるのは最初のものだけです。")
        }
        Rule::HashtagMissing { hashtag } => {
            format!("最後の見出しにハッシュタグ {hashtag} がありません。")
        }
        Rule::ThanksMissing => "最後の見出しにお礼のことばがありません。".into(),
    }
}

pub(super) fn fix(rule: &Rule) -> &'static str {
    match rule {
        Rule::CurlyHead => "引用符を消す",
        Rule::TooManyTopics { .. } => "多い分を外す",
        Rule::TopicSigns { .. } => "記号をなくす",
        Rule::TopicSpaces { .. } => "空白をなくす",
        Rule::HtmlShown { .. } => "タグを外す",
        Rule::CommentShown => "1 行にする",
        Rule::TagSwallowed { .. } => "文字として表示する",
        Rule::ContainerOpen => "::: で閉じる",
        Rule::ContainerSameFence => "::: を長くする",
        Rule::ContainerUnknown { .. } => ":::message にする",
        Rule::ContainerNoTitle => "タイトルを入れる",
        Rule::ContainerClosesNothing => "消す",
        Rule::MarkerShown { .. } => "効くように書き換える",
        Rule::Formula { .. } => "$ を文字にする",
        Rule::ListSign { .. } => "リストにする",
        Rule::CurlyInCode { .. } => "半角の記号にする",
        Rule::HeadingNoSpace => "見出しにする",
        Rule::LevelSkipped { .. } => "レベルを上げる",
        Rule::LinkNoScheme { .. } => "https:// を付ける",
        Rule::HashtagMissing { .. } => "ハッシュタグを入れる",
        Rule::ThanksMissing => "お礼を入れる",
        Rule::TitleMissing { .. }
        | Rule::TitleTooLong { .. }
        | Rule::EmojiMissing
        | Rule::EmojiNotOne
        | Rule::TopicsMissing { .. }
        | Rule::TopicTooLong { .. }
        | Rule::SlugLength { .. }
        | Rule::SlugSign { .. }
        | Rule::BodyEmpty { .. }
        | Rule::AltMissing
        | Rule::PictureRelative { .. }
        | Rule::ContainerInList { .. }
        | Rule::ContainerNested { .. }
        | Rule::MermaidTooLong { .. }
        | Rule::MermaidLinks { .. }
        | Rule::SectionEmpty
        | Rule::LinkEmpty
        | Rule::NoteTwice { .. } => "",
    }
}
