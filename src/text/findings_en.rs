//! The findings of the check in English.

use super::Rule;

pub(super) fn sentence(rule: &Rule) -> String {
    match rule {
        Rule::TitleMissing { site } => format!("An article on {site} needs a title."),
        Rule::TitleTooLong {
            site,
            length,
            limit,
        } => format!("The title has {length} characters, and {site} takes {limit}."),
        Rule::CurlyHead => {
            "YAML does not know the quotation marks “ ”, so they are shown as part of the title.".into()
        }
        Rule::EmojiMissing => "An article on Zenn needs one emoji.".into(),
        Rule::EmojiNotOne => "Zenn takes exactly one emoji.".into(),
        Rule::TopicsMissing { site } => format!("An article on {site} needs at least one topic."),
        Rule::TooManyTopics { site, count, limit } => {
            format!("There are {count} topics, and {site} takes {limit}.")
        }
        Rule::TopicTooLong {
            topic,
            length,
            limit,
        } => format!("The topic “{topic}” has {length} characters, and Zenn takes {limit}."),
        Rule::TopicSigns { topic, sign } => format!(
            "The topic “{topic}” has “{sign}” in it, but topics on Zenn cannot have signs or spaces."
        ),
        Rule::TopicSpaces { topic } => format!(
            "The tag “{topic}” has a space in it, and Qiita makes several tags of it."
        ),
        Rule::SlugLength { length } => {
            format!("The slug has {length} characters, and Zenn takes 12 to 50.")
        }
        Rule::SlugSign { sign } => format!(
            "The slug has “{sign}” in it, but only a to z, 0 to 9, hyphens and underscores are allowed."
        ),
        Rule::BodyEmpty { site } => {
            format!("There is no text, and {site} takes no empty article.")
        }
        Rule::AltMissing => {
            "The picture has no alternative text, which tells people who cannot see it what it shows."
                .into()
        }
        Rule::PictureRelative { address } => format!(
            "The picture “{address}” is not shown: Zenn wants a URL or a path that begins with /images/."
        ),
        Rule::HtmlShown { tag } => {
            format!("Zenn has no HTML, so {tag} is shown to the reader as it is written.")
        }
        Rule::CommentShown => {
            "Zenn shows a comment of several lines to the reader as it is written.".into()
        }
        Rule::TagSwallowed { site, tag } => {
            format!("{site} takes {tag} for an HTML tag, so the reader does not see it.")
        }
        Rule::ContainerOpen => {
            "The ::: is not closed, so everything below is inside the box.".into()
        }
        Rule::ContainerSameFence => {
            "The ::: is no longer than one inside its box, which closes the box too early."
                .into()
        }
        Rule::ContainerUnknown { word } => {
            format!("There is no box “:::{word}”, so it is shown as it is written.")
        }
        Rule::ContainerNoTitle => {
            "A :::details needs a title on Zenn, and is shown as it is written without one.".into()
        }
        Rule::ContainerClosesNothing => {
            "The ::: closes nothing, so it is shown as it is written.".into()
        }
        Rule::ContainerInList { site } => format!("{site} does not allow boxes in lists."),
        Rule::ContainerNested { site } => {
            format!("{site} does not allow a box in a box: the inner one becomes a quote.")
        }
        Rule::MermaidTooLong { length, limit } => {
            format!("The Mermaid diagram has {length} characters, and Zenn takes {limit}.")
        }
        Rule::MermaidLinks { count, limit } => {
            format!("The Mermaid diagram has “&” {count} times, and Zenn takes {limit}.")
        }
        Rule::MarkerShown { marker } => format!(
            "A {marker} between punctuation and a letter has no effect and is shown as it is written."
        ),
        Rule::Formula { words } => {
            format!("Zenn shows “{words}” between the $ signs as a formula.")
        }
        Rule::ListSign { sign } => {
            format!("A line that begins with “{sign}” is not a list in Markdown.")
        }
        Rule::CurlyInCode { sign } => {
            format!("There is a “{sign}” in the code, so it will not run when it is copied.")
        }
        Rule::HeadingNoSpace => "There is no space after the #, so it is not a heading.".into(),
        Rule::LevelSkipped { from, to } => format!(
            "The headings go from level {from} to level {to}, so a step of the contents is missing."
        ),
        Rule::SectionEmpty => "There is nothing under the heading.".into(),
        Rule::LinkEmpty => "The link leads nowhere.".into(),
        Rule::LinkNoScheme { address } => {
            format!("“{address}” has no https://, so it is taken for a page beside the article.")
        }
        Rule::NoteTwice { label } => {
            format!("The footnote “{label}” is defined twice, and only the first one is shown.")
        }
        Rule::HashtagMissing { hashtag } => {
            format!("The hashtag {hashtag} is missing from the last section.")
        }
        Rule::ThanksMissing => "There are no thanks in the last section.".into(),
    }
}

pub(super) fn fix(rule: &Rule) -> &'static str {
    match rule {
        Rule::CurlyHead => "Remove the quotation marks",
        Rule::TooManyTopics { .. } => "Remove those over the limit",
        Rule::TopicSigns { .. } => "Remove the signs",
        Rule::TopicSpaces { .. } => "Remove the spaces",
        Rule::HtmlShown { .. } => "Remove the tag",
        Rule::CommentShown => "Put it on one line",
        Rule::TagSwallowed { .. } => "Show it as text",
        Rule::ContainerOpen => "Close it with :::",
        Rule::ContainerSameFence => "Make it longer",
        Rule::ContainerUnknown { .. } => "Make it :::message",
        Rule::ContainerNoTitle => "Give it a title",
        Rule::ContainerClosesNothing => "Delete it",
        Rule::MarkerShown { .. } => "Rewrite it to work",
        Rule::Formula { .. } => "Show the $ signs as text",
        Rule::ListSign { .. } => "Make it a list",
        Rule::CurlyInCode { .. } => "Use plain characters",
        Rule::HeadingNoSpace => "Make it a heading",
        Rule::LevelSkipped { .. } => "Move it up",
        Rule::LinkNoScheme { .. } => "Add https://",
        Rule::HashtagMissing { .. } => "Add the hashtag",
        Rule::ThanksMissing => "Add thanks",
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
