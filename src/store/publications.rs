//! The stored form of where a report was published. What a newer page says of a publication stays
//! in it, and a whole one that cannot be read stays beside the others.

use super::heads::{Extra, Raw};
use super::record::{is_default, optional};
use crate::domain::{Date, Printed, Published, SectionId};
use serde::Serialize;

/// The field of an event, and of those of its publications that cannot be read.
const FIELD: &str = "published";

#[derive(Serialize, PartialEq)]
#[serde(untagged)]
pub(super) enum Publication {
    Known(Known),
    Other(Raw),
}

/// What is empty is left out.
#[derive(Serialize, PartialEq)]
pub(super) struct Known {
    #[serde(skip_serializing_if = "is_default")]
    place: String,
    /// `2026-11-28`.
    #[serde(skip_serializing_if = "is_default")]
    day: String,
    #[serde(skip_serializing_if = "is_default")]
    link: String,
    #[serde(skip_serializing_if = "is_default")]
    sections: Vec<Section>,
    #[serde(flatten)]
    extra: Extra,
}

/// Identity, title and digest, the digest in hexadecimal.
type Section = (String, String, String);

/// Those of an event as they are stored; `extra` is what is left of the record.
pub(super) fn written(published: Vec<Published>, extra: &mut Extra) -> Vec<Publication> {
    let others = optional::<Vec<Raw>>(extra, FIELD).unwrap_or_default();
    let known = published.into_iter().map(known).map(Publication::Known);
    let others = others.into_iter().map(Publication::Other);
    known.chain(others).collect()
}

/// Takes them out of the fields of an event, and leaves those that cannot be read.
pub(super) fn read(fields: &mut Extra) -> serde_json::Result<Vec<Published>> {
    let (mut published, mut others) = (Vec::new(), Vec::new());
    for one in optional::<Vec<Raw>>(fields, FIELD)? {
        match read_one(&one) {
            Ok(one) => published.push(one),
            Err(_) => others.push(one),
        }
    }
    if !others.is_empty() {
        let others = serde_json::to_string(&others)?;
        fields.insert(FIELD.to_owned(), serde_json::from_str(&others)?);
    }
    Ok(published)
}

fn known(published: Published) -> Known {
    let section = |it: Printed| (it.id.to_string(), it.title, format!("{:x}", it.digest));
    Known {
        place: published.place,
        day: published.day.map(|it| it.to_string()).unwrap_or_default(),
        link: published.link,
        sections: published.sections.into_iter().map(section).collect(),
        extra: serde_json::from_str(&published.other).unwrap_or_default(),
    }
}

/// What a newer page may say of a day is none here.
fn read_one(one: &Raw) -> serde_json::Result<Published> {
    let mut fields: Extra = serde_json::from_str(one.json())?;
    let section = |(id, title, digest): Section| Printed {
        id: SectionId::from_text(id),
        title,
        // One that cannot be read is that of no text: the section counts as changed.
        digest: u64::from_str_radix(&digest, 16).unwrap_or_default(),
    };
    let sections: Vec<_> = optional(&mut fields, "sections")?;
    Ok(Published {
        place: optional(&mut fields, "place")?,
        day: Date::parse(&optional::<String>(&mut fields, "day")?),
        link: optional(&mut fields, "link")?,
        sections: sections.into_iter().map(section).collect(),
        other: match fields.is_empty() {
            true => String::new(),
            false => serde_json::to_string(&fields)?,
        },
    })
}
