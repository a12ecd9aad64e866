//! Front matter as one place wants it. A head that came with a file of that place keeps all that it
//! has; only what the report says otherwise is changed in it, and what the place needs is added.

use super::super::front_matter::{FrontMatter, quoted, quoted_list};
use super::super::head;
use crate::domain::Report;
use crate::markdown::lines::one_line;

/// One key with what it says.
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) value: Value,
}

#[derive(Clone, Copy)]
pub(super) enum Value {
    Title,
    Emoji,
    /// Tech or idea.
    Kind,
    /// A list of topics.
    Topics,
    /// The same, with commas, as dev.to reads it.
    TopicsInText,
    /// YAML that a new head has.
    New(&'static str),
}

pub(super) const fn field(key: &'static str, value: Value) -> Field {
    Field { key, value }
}

/// A head with these fields in their order. A written head is the place's own if it has one of the
/// keys `own`.
pub(super) fn print(report: &Report, own: &[&str], fields: &[Field]) -> String {
    let written = head::without_bom(&report.written).replace("\r\n", "\n");
    let known = FrontMatter::at_start(&written).filter(|it| own.iter().any(|key| it.has(key)));
    let Some(known) = known else {
        let lines = fields.iter().filter_map(|field| {
            let yaml = yaml(report, field.value);
            (!yaml.is_empty()).then(|| format!("{}: {yaml}\n", field.key))
        });
        return format!("---\n{}---\n\n", lines.collect::<String>());
    };
    let mut changes = Vec::new();
    for field in fields {
        let yaml = yaml(report, field.value);
        let says_it = match field.value {
            Value::Title => known.text(field.key) == one_line(&report.title),
            Value::Emoji => known.text(field.key) == report.emoji,
            Value::Kind => known.text(field.key) == head::kind_name(report.kind),
            Value::Topics | Value::TopicsInText => known.list(&[field.key]) == head::topics(report),
            Value::New(_) => known.has(field.key),
        };
        if !says_it {
            changes.push(known.change(&[field.key], &yaml, "\n"));
        }
    }
    head::changed(&written, changes)
}

fn yaml(report: &Report, value: Value) -> String {
    match value {
        Value::Title => quoted(&one_line(&report.title)),
        Value::Emoji if report.emoji.is_empty() => String::new(),
        Value::Emoji => quoted(&report.emoji),
        Value::Kind => quoted(head::kind_name(report.kind)),
        Value::Topics => quoted_list(&head::topics(report)),
        Value::TopicsInText => quoted(&head::topics(report).join(", ")),
        Value::New(yaml) => yaml.to_owned(),
    }
}
