//! Links and pictures: what stands for a picture, and where a link leads.

use super::{Finding, Rule, Section, Target, Weight, insert};

pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    let parts = section.parts;
    let mut findings = Vec::new();
    for picture in &parts.pictures {
        let range = picture.range.clone();
        if !picture.has_alt {
            findings.push(section.finding(Rule::AltMissing, Weight::Advice, range.clone()));
        }
        if target == Target::Zenn && is_relative(&picture.address) {
            let address = picture.address.clone();
            let rule = Rule::PictureRelative { address };
            findings.push(section.finding(rule, Weight::Error, range));
        }
    }
    for link in &parts.links {
        let address = link.address.trim();
        let range = link.range.clone();
        if address.is_empty() {
            findings.push(section.finding(Rule::LinkEmpty, Weight::Error, range));
        } else if is_host(address) {
            let rule = Rule::LinkNoScheme {
                address: address.into(),
            };
            // The address may stand elsewhere, with its label.
            let behind = &section.text[link.behind.clone()];
            let at = behind.find(address).map(|at| link.behind.start + at);
            let change = at.map(|at| insert(at, "https://"));
            let finding = section.finding(rule, Weight::Error, range);
            findings.push(finding.with(change.into_iter().collect()));
        }
    }
    findings
}

/// Whether a picture is neither on the web nor in the folder that Zenn takes.
fn is_relative(address: &str) -> bool {
    !(address.is_empty() || address.contains("://") || address.starts_with("/images/"))
}

/// Whether an address without a scheme begins with the name of a host: `www.`, or a name whose last
/// part is a domain that no file ends with.
fn is_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let domain = host.rsplit_once('.').map(|(_, domain)| domain);
    let is_known = domain.is_some_and(|it| DOMAINS.split_whitespace().any(|known| known == it));
    (is_known || host.starts_with("www.")) && host.split('.').all(is_name)
}

/// Domains that are seen often (<https://www.iana.org/domains/root/db>).
const DOMAINS: &str = "com org net jp io dev app me co info tech ai cloud page site blog tv to xyz gg \
    edu gov uk de fr eu us cn kr tw";
