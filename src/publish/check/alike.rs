//! Findings of one kind, mended together.

use std::collections::{BTreeMap, HashSet};
use std::mem::discriminant;

use super::{Finding, Fix, Replacement, Rule, Weight, Where, fixed};

/// Those that are shown first, `most` of them: what the place rejects or spoils before advice, which
/// pushes none of it out. Beside the first of each kind stands how many can be mended with it.
pub fn listed(findings: &[Finding], most: usize) -> Vec<(&Finding, usize)> {
    let of = |weight| findings.iter().filter(move |it| it.weight == weight);
    let mut seen = HashSet::new();
    let shown = of(Weight::Error).chain(of(Weight::Advice)).take(most);
    let mut rows = Vec::new();
    for finding in shown {
        let is_first = finding.fix.is_some() && seen.insert(discriminant(&finding.rule));
        let count = match is_first {
            true => alike(findings, &finding.rule).count(),
            false => 0,
        };
        rows.push((finding, count));
    }
    rows
}

/// Those that are wrong in the same way, of a kind that is often there many times.
pub fn alike<'f>(findings: &'f [Finding], rule: &Rule) -> impl Iterator<Item = &'f Finding> {
    let kind = is_often(rule).then(|| discriminant(rule));
    findings
        .iter()
        .filter(move |it| it.fix.is_some() && kind == Some(discriminant(&it.rule)))
}

fn is_often(rule: &Rule) -> bool {
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
