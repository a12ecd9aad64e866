//! Findings of one kind, mended together.

use std::collections::BTreeMap;
use std::mem::discriminant;

use super::{Finding, Fix, Replacement, Rule, Where, fixed};

/// Those that are wrong in the same way and can be mended at once: what is changed for each of them
/// is in its own line.
pub fn alike<'f>(findings: &'f [Finding], rule: &Rule) -> impl Iterator<Item = &'f Finding> {
    let kind = is_of_one_line(rule).then(|| discriminant(rule));
    findings
        .iter()
        .filter(move |it| it.fix.is_some() && kind == Some(discriminant(&it.rule)))
}

fn is_of_one_line(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::ListSign { .. }
            | Rule::HeadingNoSpace
            | Rule::MarkerShown { .. }
            | Rule::LinkNoScheme { .. }
            | Rule::TagSwallowed { .. }
            | Rule::CurlyInCode { .. }
    )
}

/// What becomes of the sections, by index, where all of those are mended, and how many were. Where
/// two changes meet, the second is left to be found again.
pub fn fixed_alike(
    findings: &[Finding],
    rule: &Rule,
    sections: &[&str],
) -> (Vec<(usize, String)>, usize) {
    let mut changes: BTreeMap<usize, Vec<Replacement>> = BTreeMap::new();
    let mut count = 0;
    for finding in alike(findings, rule) {
        let (Some(Fix::Section(new)), Where::Section { index, .. }) =
            (&finding.fix, &finding.place)
        else {
            continue;
        };
        let known = changes.entry(*index).or_default();
        let end = known.last().map(|it| it.range.end);
        if new.first().map(|it| it.range.start) > end {
            known.extend(new.iter().cloned());
            count += 1;
        }
    }
    let text = |(index, changes): (usize, Vec<Replacement>)| {
        Some((index, fixed(sections.get(index)?, &changes)))
    };
    (changes.into_iter().filter_map(text).collect(), count)
}
